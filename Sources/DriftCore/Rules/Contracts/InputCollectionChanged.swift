extension Rules {
    static let inputCollectionChanged = Rule<Comparison>(
        id: "input-collection-changed",
        severity: .error,
        summary: "An input is one value on one side and a collection on the other",
        explanation: """
            A collection is sent as a JSON array, a single value is not. A flow that expects the other form cannot \
            read the value.

            Send the flow's form, or change the input back in Architect, and publish.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { input, variable in
            let (sent, declared) = (input.type.value, variable.type)
            guard sent.isCollection != declared.isCollection else { return nil }
            let isOtherType = TypeFit.sending(sent.kind, into: declared.kind) == .breaks
            let wanted = declared.isCollection ? "a collection (\(declared))" : "one value (\(declared))"
            return Evidence(
                "Input '\(variable.name)' is \(wanted) in the flow; the contract sends \(sent)",
                at: comparison.contract.place(ofTypeOf: input),
                on: input.name.value,
                contrast: Contrast(variable.name, sent, declared),
                fix: .retype(
                    input,
                    to: declared,
                    (declared.isCollection ? "send a JSON array" : "send one value instead of a JSON array")
                        + ", or make the input \(sent) in the flow"
                ),
                causes: isOtherType ? [.inputType(input.name.value)] : []
            )
        }
    }
}
