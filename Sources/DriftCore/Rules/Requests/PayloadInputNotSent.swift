import StrictJSON

extension Rules {
    static let payloadInputNotSent = Rule<RequestComparison>(
        id: "payload-input-not-sent",
        severity: .warning,
        summary: "The request does not send an input that the flow reads",
        explanation: """
            Inputs are optional at launch: the API accepts the request, and the flow runs with the input not set. No \
            error shows that an input was forgotten or its name misspelled. An input whose value is null counts as not \
            sent.

            Send the input, or give it an initial value in Architect.
            """
    ) { comparison in
        // For a contract's code, missing inputs are reported on the contract.
        guard comparison.contract == nil, let flow = comparison.flow, !(comparison.body?.hasUnseenInputs ?? true) else {
            return []
        }
        let causes = comparison.misnamedInputs
        let empty = comparison.emptyInputs?.member.map { member in
            Cause(.payloadInputDataEmpty, on: member.name.text, isInSameFile: true)
        }
        let misshaped = (comparison.body?.sentInputs ?? []).compactMap { sent in
            sent.isMisshaped ? sent.member.map { Cause(.payloadInputShape, on: $0.name.text, isInSameFile: true) } : nil
        }
        let missing = Set(comparison.missingInputs.map(\.name))
        return flow.inputs.filter { missing.contains($0.name) || $0.isNeeded && causes[$0.name] != nil }.map {
            variable in
            let null = comparison.null(for: variable)
            return Evidence(
                "Input '\(variable.name)' (\(variable.type)) has no default and is read by \(comparison.flowPhrase); "
                    + (null.map { "in the request, the input's value is `\($0.shown)`, which counts as not sent" }
                        ?? "the request does not send it"),
                at: null.map(comparison.place) ?? comparison.startOfInputs,
                on: variable.name,
                contrast: Contrast("\(variable.name): \(variable.type)", nil),
                fix: Fix("send '\(variable.name)', or give it an initial value in the flow"),
                causes: [causes[variable.name], empty].compactMap(\.self) + misshaped
            )
        }
    }
}
