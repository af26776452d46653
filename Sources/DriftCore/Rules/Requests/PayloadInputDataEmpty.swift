import StrictJSON

extension Rules {
    static let payloadInputDataEmpty = Rule<RequestComparison>(
        id: "payload-input-data-empty",
        severity: .note,
        summary: "The body sends an empty object of inputs",
        explanation: """
            Inputs are optional at launch, so the API accepts an empty object. The object is never the reason why a \
            body fails to parse. If the flow reads an input that has no default, this is a warning, because the flow \
            runs without the value. Otherwise this is a note.

            Send the inputs that the flow reads, or leave the member out.
            """
    ) { comparison in
        // For a contract's code, missing inputs are reported on the contract.
        guard comparison.contract == nil, let sent = comparison.emptyInputs, let value = sent.value,
            let member = sent.member
        else { return [] }
        let names = comparison.missingInputs.map { "'\($0.name)'" }
        let name = Shown.text(member.name.text)
        let judged =
            comparison.flow == nil
            ? "it is unknown whether the flow needs inputs"
            : names.isEmpty
                ? "that is harmless, because \(comparison.flowPhrase) has a default for each input that it reads"
                : "\(comparison.flowPhrase) reads \(names.joined(separator: ", ")), which "
                    + (names.count == 1 ? "has no default" : "have no default")
        return [
            Evidence(
                "'\(name)' is empty; \(judged)",
                at: comparison.place(value),
                on: member.name.text,
                severity: names.isEmpty ? nil : .warning,
                fix: Fix(names.isEmpty ? "leave '\(name)' out, or keep it" : "send \(names.joined(separator: ", "))")
            )
        ]
    }
}

extension RequestComparison {
    /// The empty object or list that the request has for inputs, or `nil` if the request sends an input, or may do so.
    var emptyInputs: SentInputs? {
        guard let body, inputs.isEmpty, !body.hasUnseenInputs else { return nil }
        return body.sentInputs.first { $0.shape == .map || $0.shape == .list }
    }
}
