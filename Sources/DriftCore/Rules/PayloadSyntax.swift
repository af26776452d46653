extension DriftRule {
    /// Reports each place where a body is not JSON.
    static let payloadSyntax = DriftRule(
        id: "payload-syntax",
        severity: .error,
        summary: "The body is not JSON",
        explanation: """
            "Failed to parse request body" is the answer to a body that is not JSON, and it does not say where. A \
            trailing comma, curly or single quotes, a comment, a name without quotes or a missing brace are enough. \
            Names that stand twice, and JSON inside a string, are warnings: they are JSON, and seldom what was meant. \
            In a data action a string input is filled in as it is, so its placeholder needs quotes around it.

            Put each place right as its fix says, or send the mended request. Programs should write JSON with a \
            library, not with string templates.
            """
    ) { (comparison: RequestComparison) in
        let fileFaults = comparison.request.fileFaults.filter { $0.kind != .nestedJSON }
        return JSONFault.evidence(of: fileFaults, in: comparison.file)
            + JSONFault.evidence(of: comparison.bodyFaults, in: comparison.bodyFile) + comparison.unquotedEvidence
    }
}

extension RequestComparison {
    /// The body's faults, without those that a rule on what the body means reports.
    fileprivate var bodyFaults: [JSONFault] {
        guard let document, !lacksBody else { return [] }
        let texts = (body?.sentInputs ?? []).filter { $0.shape == .text }.compactMap { $0.value?.position }
        let values = inputs.filter {
            $0.match?.variable?.type.kind == .json || $0.match?.variable?.type.kind == .string
        }
        .map(\.sent.value.position)
        let isTextual = root?.textualLaunch != nil
        return document.faults.filter { fault in
            fault.kind != .nestedJSON || !isTextual && !(texts + values).contains(fault.position)
        }
    }

    /// The placeholders that need quotes around them.
    fileprivate var unquotedEvidence: [Evidence] {
        unquotedTexts.map { text in
            let quoted = quoted(text.node)
            let shown = Shown.text(text.node.text)
            return Evidence(
                "\(shown) is a string by the action's input schema; without quotes the body "
                    + (text.isDoubtful ? "may be no JSON once it is filled in" : "is no JSON once it is filled in"),
                at: place(text.node),
                on: text.member,
                severity: text.isDoubtful ? .warning : nil,
                fix: Fix("write \(JSONWriter(onOneLine: true).text(quoted))", edit: text.node.edit(quoted))
            )
        }
    }
}
