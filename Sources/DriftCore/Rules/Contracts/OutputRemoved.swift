extension Rules {
    static let outputRemoved = Rule<Comparison>(
        id: "output-removed",
        severity: .error,
        summary: "The contract reads an output that the flow does not have",
        explanation: """
            After the flow has run, callers read its outputs from `outputData`. An output that was removed is missing \
            there, and the code continues without the value. The keys of `outputData` are scoped names, such as \
            `Flow.statusCode`.

            Read the output under its current name, or restore it in the flow. If no code reads the output, remove it \
            from the contract.
            """
    ) { comparison in
        comparison.evidenceOnOutputs { output, match in
            let name = output.name.value
            var message: String {
                "Output '\(name)' (\(output.type.value)) does not exist in \(comparison.flowPhrase)"
            }
            let near: Variable
            switch match {
            case .exact, .otherCase: return nil
            case .scoped(let variable), .none(near: let variable?): near = variable
            case .none(near: nil):
                return Evidence(
                    message + "; the contract reads it",
                    at: comparison.place(of: output.name),
                    on: name,
                    contrast: Contrast("\(name): \(output.type.value)", nil),
                    fix: Fix("restore '\(name)' as an output of the flow, or stop reading it")
                )
            }
            return Evidence(
                message + "; did you mean '\(near.name)'?",
                at: comparison.place(of: output.name),
                on: name,
                contrast: Contrast("\(name): \(output.type.value)", nil),
                fix: comparison.replacing(output, by: near, or: "restore '\(name)' in the flow")
            )
        }
    }
}
