extension Rules {
    static let outputCaseMismatch = Rule<Comparison>(
        id: "output-case-mismatch",
        severity: .warning,
        summary: "The contract spells an output in another letter case than the flow",
        explanation: """
            The API's answer spells each output as the flow does. Code that looks up the contract's spelling by exact \
            text finds nothing.

            Spell the output as the flow declares it.
            """
    ) { comparison in
        comparison.evidenceOnOutputs { output, match in
            guard case .otherCase(let variable) = match else { return nil }
            return Evidence(
                "The flow declares output '\(variable.name)', but the contract spells it '\(output.name.value)'; "
                    + "the code may not find it",
                at: comparison.place(of: output.name),
                on: output.name.value,
                contrast: Contrast(output.name, variable),
                fix: comparison.renaming(output, to: variable.name, "read '\(variable.name)'")
            )
        }
    }
}
