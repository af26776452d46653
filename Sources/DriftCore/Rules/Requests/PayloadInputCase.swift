import StrictJSON

extension Rules {
    static let payloadInputCase = Rule<RequestComparison>(
        id: "payload-input-case",
        severity: .warning,
        summary: "The request spells an input in another letter case than the flow",
        explanation: """
            It is not documented whether the API ignores the letter case of names. Public programs send names in \
            another letter case, so the API probably ignores letter case. If it does not, the input may arrive empty.

            Spell the input as the flow declares it.
            """
    ) { comparison in
        lazy var sentNames = comparison.sentNames
        return comparison.inputs.compactMap { sent, match in
            guard case .otherCase(let variable)? = match else { return nil }
            let evidence = Evidence(
                "The flow declares input '\(variable.name)', but the request spells it "
                    + "'\(Shown.text(sent.name.text))'; the input may arrive empty",
                at: comparison.place(sent.name),
                on: sent.name.text,
                contrast: Contrast(variable.name, sent.name.text),
                fix: comparison.renaming(sent, to: variable.name, besides: sentNames, "send '\(variable.name)'")
            )
            return comparison.isOnContract(sent)
                ? evidence.repeating([.inputCaseMismatch], on: sent.name.text) : evidence
        }
    }
}
