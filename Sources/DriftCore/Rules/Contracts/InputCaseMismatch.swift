extension Rules {
    static let inputCaseMismatch = Rule<Comparison>(
        id: "input-case-mismatch",
        severity: .warning,
        summary: "The contract spells an input in another letter case than the flow",
        explanation: """
            Whether the API matches names without regard to case is not documented. Public programs send other \
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
