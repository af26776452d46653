extension Rules {
    static let inputCaseMismatch = Rule<Comparison>(
        id: "input-case-mismatch",
        severity: .warning,
        summary: "The contract spells an input in another letter case than the flow",
        explanation: """
            It is not documented whether the API ignores the letter case of names. Public programs send names in \
            another letter case, so the API probably ignores letter case. If it does not, the input may arrive empty.

            Spell the input as the flow declares it.
            """
    ) { comparison in
        comparison.evidenceOnInputs { input, match in
            guard case .otherCase(let variable) = match else { return nil }
            return Evidence(
                "The flow declares input '\(variable.name)', but the contract spells it '\(input.name.value)'; "
                    + "the input may arrive empty",
                at: comparison.contract.place(ofNameOf: input),
                on: input.name.value,
                contrast: Contrast(input.name, variable),
                fix: comparison.renaming(input, to: variable.name, "send '\(variable.name)'")
            )
        }
    }
}
