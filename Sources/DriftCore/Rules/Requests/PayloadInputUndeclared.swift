import StrictJSON

extension Rules {
    static let payloadInputUndeclared = Rule<RequestComparison>(
        id: "payload-input-undeclared",
        severity: .error,
        summary: "The request sends an input that the flow does not declare",
        explanation: """
            The flow never sees the value. It is not documented what the API does with an unknown name. The API may \
            answer 400, or start the flow without the value.

            Send the input under the name that the flow declares, or declare the sent name in the flow.
            """
    ) { comparison in
        lazy var sentNames = comparison.sentNames
        return comparison.inputs.compactMap { sent, match in
            guard case .none(let near)? = match else { return nil }
            let name = Shown.text(sent.name.text)
            let evidence = Evidence(
                "Input '\(name)' is not declared by \(comparison.flowPhrase)"
                    + (near.map { "; did you mean '\($0.name)'?" } ?? "; the request sends it"),
                at: comparison.place(sent.name),
                on: sent.name.text,
                contrast: Contrast(name, near?.name),
                fix: near.map { comparison.renaming(sent, to: $0.name, besides: sentNames, "send '\($0.name)'") }
                    ?? Fix("declare '\(name)' as an input of the flow, or stop sending it")
            )
            return comparison.isOnContract(sent) ? evidence.repeating([.inputUndeclared], on: sent.name.text) : evidence
        }
    }
}
