extension DriftRule {
    /// Reports each place where a body is not JSON.
    static let payloadSyntax = DriftRule(
        id: "payload-syntax",
        severity: .error,
        summary: "The body is not JSON",
        explanation: """
            "Failed to parse request body" is the answer to a body that is not JSON, and it does not say where. A \
            trailing comma, curly or single quotes, a comment, a name without quotes or a missing brace are enough. \
            Names that stand twice, and JSON inside a string, are warnings: they are JSON, and seldom what was meant.

            Put each place right as its fix says, or send the mended request. Programs should write JSON with a \
            library, not with string templates.
            """
    ) { (comparison: RequestComparison) in
        let fileFaults = comparison.request.fileFaults.filter { $0.kind != .nestedJSON }
        return JSONFault.evidence(of: fileFaults, in: comparison.file)
            + JSONFault.evidence(of: comparison.bodyFaults, in: comparison.bodyFile)
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
        return document.faults.filter { fault in
            fault.kind != .nestedJSON || !(texts + values).contains(fault.position)
        }
    }
}
