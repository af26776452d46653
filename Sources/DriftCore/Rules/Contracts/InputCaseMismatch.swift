extension Rules {
    static let inputCaseMismatch = Rule<Comparison>(
        id: "input-case-mismatch",
        severity: .warning,
        summary: "The contract spells an input in another letter case than the flow",
        explanation: """
            It is not documented whether the API ignores the letter case of names. Public programs send names in other \
            letter case, so it probably does, but the value may arrive empty.

            Spell the input as the flow declares it.
            """
    ) { comparison in
        comparison.evidenceOnInputs { input, match in
            guard case .otherCase(let variable) = match else { return nil }
            return Evidence(
                "Input '\(variable.name)' is spelled '\(input.name.value)' by the contract; it may arrive empty",
                at: comparison.contract.place(ofNameOf: input),
                on: input.name.value,
                contrast: Contrast(input.name, variable),
                fix: comparison.renaming(input, to: variable.name, "send '\(variable.name)'")
            )
        }
    }
}
