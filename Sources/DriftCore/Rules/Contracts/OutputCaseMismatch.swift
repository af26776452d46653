extension Rules {
    static let outputCaseMismatch = Rule<Comparison>(
        id: "output-case-mismatch",
        severity: .warning,
        summary: "The contract spells an output in another letter case than the flow",
        explanation: """
            The answer spells its keys as the flow does. Code that looks a key up by exact text finds nothing.

            Spell the output as the flow declares it.
            """
    ) { comparison in
        comparison.evidenceOnOutputs { output, match in
            guard case .otherCase(let variable) = match else { return nil }
            return Evidence(
                "Output '\(variable.name)' is spelled '\(output.name.value)' by the contract; it may not be found",
                at: comparison.place(of: output.name),
                on: output.name.value,
                contrast: Contrast(output.name, variable),
                fix: comparison.renaming(output, to: variable.name, "read '\(variable.name)'")
            )
        }
    }
}
