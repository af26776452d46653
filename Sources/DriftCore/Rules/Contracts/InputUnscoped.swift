extension Rules {
    static let inputUnscoped = Rule<Comparison>(
        id: "input-unscoped",
        severity: .error,
        summary: "The contract sends an input without a scope such as 'Flow.' before its name",
        explanation: """
            The keys of `inputData` are scoped names: `Flow.callerNumber`, not `callerNumber`. It is not documented \
            what the API does with a name without a scope; the value may never reach the flow.

            Send the input under its scoped name.
            """
    ) { comparison in
        comparison.evidenceOnInputs { input, match in
            guard case .scoped(let variable) = match else { return nil }
            return Evidence(
                "The contract sends input '\(input.name.value)' without its scope; "
                    + "the flow declares '\(variable.name)'",
                at: comparison.contract.place(ofNameOf: input),
                on: input.name.value,
                contrast: Contrast(input.name, variable),
                fix: comparison.renaming(input, to: variable.name, "send '\(variable.name)'")
            )
        }
    }
}
