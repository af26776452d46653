import StrictJSON

extension Rules {
    static let payloadInputDataEmpty = Rule<RequestComparison>(
        id: "payload-input-data-empty",
        severity: .note,
        summary: "The body sends an empty object of inputs",
        explanation: """
            Inputs are optional at launch, so an empty object is accepted, and is never why a body fails to parse. If \
            the flow reads an input that has no default, the flow runs without it, and this is a warning. Otherwise it \
            is a note.

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
            ? "whether that does harm depends on the flow"
            : names.isEmpty
                ? "that is harmless, as \(comparison.flowPhrase) reads no input without a default"
                : "\(comparison.flowPhrase) reads \(names.joined(separator: ", ")), with no default"
        return [
            Evidence(
                "'\(name)' is empty; \(judged)",
                at: comparison.place(value),
                on: member.name.text,
                severity: names.isEmpty ? nil : .warning,
                fix: Fix(names.isEmpty ? "leave it out, or keep it" : "send \(names.joined(separator: ", "))")
            )
        ]
    }
}

extension RequestComparison {
    /// The empty object in place of inputs, or `nil` if an input is sent or may be.
    var emptyInputs: SentInputs? {
        guard let body, inputs.isEmpty, !body.hasUnseenInputs else { return nil }
        return body.sentInputs.first { $0.shape == .map || $0.shape == .list }
    }
}
