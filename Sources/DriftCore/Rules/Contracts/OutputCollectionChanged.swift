extension Rules {
    static let outputCollectionChanged = Rule<Comparison>(
        id: "output-collection-changed",
        severity: .error,
        summary: "An output is a single value in the flow and a collection in the contract, or the reverse",
        explanation: """
            A collection is returned as a JSON array; a single value is not. Code that expects the other form cannot \
            read the answer.

            Read the form that the flow declares, or change the output back in Architect and publish the flow.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredOutputs { output, variable in
            let (read, declared) = (output.type.value, variable.type)
            guard read.isCollection != declared.isCollection else { return nil }
            let isOtherType = TypeFit.reading(declared.kind, as: read.kind) == .breaks
            let given = declared.isCollection ? "a collection (\(declared))" : "one value (\(declared))"
            return Evidence(
                "Output '\(variable.name)' is \(given) in the flow; the contract reads \(read)",
                at: comparison.place(of: output.type),
                on: output.name.value,
                contrast: Contrast(variable.name, read, declared),
                fix: .retype(
                    output.type,
                    to: declared,
                    (declared.isCollection ? "read a JSON array" : "read one value instead of a JSON array")
                        + ", or change the output's type to \(read) in the flow"
                ),
                causes: isOtherType ? [.outputType(output.name.value)] : []
            )
        }
    }
}
