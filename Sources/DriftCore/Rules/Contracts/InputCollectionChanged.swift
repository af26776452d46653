extension Rules {
    static let inputCollectionChanged = Rule<Comparison>(
        id: "input-collection-changed",
        severity: .error,
        summary: "An input is a single value in the flow and a collection in the contract, or the reverse",
        explanation: """
            A collection is sent as a JSON array; a single value is not. If the flow expects the other form, it cannot \
            read the value.

            Send the form that the flow declares, or change the input back in Architect and publish the flow.
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
                        + ", or change the input's type to \(sent) in the flow"
                ),
                causes: isOtherType ? [.inputType(input.name.value)] : []
            )
        }
    }
}
