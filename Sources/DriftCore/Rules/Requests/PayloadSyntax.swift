import PastedRequests
import YAML

extension Rules {
    static let payloadSyntax = Rule<RequestComparison>(
        id: "payload-syntax",
        severity: .error,
        summary: "The body is not JSON",
        explanation: """
            A body that is not JSON is a probable cause of "Failed to parse request body". The answer does not say \
            where the mistake is. One mistake is enough: a trailing comma, curly or single quotes, a comment, a name \
            without quotes, or a missing brace. Repeated names, and JSON inside a string, are warnings: they are valid \
            JSON, but seldom intended. A data action puts only a string's characters into the body, so write quotes \
            around the placeholder.

            Correct each place as its fix says, or send the request that `lint` prints with all mistakes corrected. \
            Programs should write JSON with a library, not with string templates.
            """
    ) { comparison in
        let fileFaults = comparison.request.fileFaults.filter { $0.kind != .nestedJSON }
        return JSONFault.evidence(of: fileFaults, in: comparison.file) + comparison.evidenceOnBody
            + comparison.unquotedEvidence
    }
}

extension RequestComparison {
    fileprivate var evidenceOnBody: [Evidence] {
        guard let document, !lacksBody else { return [] }
        let nested = document.faults.filter { $0.kind == .nestedJSON }
        let others = document.faults.filter { $0.kind != .nestedJSON }
        let causes = nested.isEmpty ? [:] : causesOfNestedJSON
        let onNested = nested.flatMap { fault -> [Evidence] in
            let causes = causes[fault.position]
            guard causes?.isEmpty != true else { return [] }
            return JSONFault.evidence(of: [fault], in: bodyFile).map { evidence in
                var evidence = evidence
                evidence.causes = causes ?? []
                return evidence
            }
        }
        return JSONFault.evidence(of: others, in: bodyFile) + onNested
    }

    /// The findings that already report JSON in quotes, by position; an empty list if the flow expects a text there.
    private var causesOfNestedJSON: [Position: [Cause]] {
        var causes: [Position: [Cause]] = [:]
        for (sent, match) in inputs {
            guard let variable = match?.variable else { continue }
            switch variable.type.kind {
            case .json:
                causes[sent.value.position] = [.payloadInputType, .payloadInputForm].map { rule in
                    Cause(rule, on: variable.name, isInSameFile: true)
                }
            case .string: causes[sent.value.position] = []
            default: break
            }
        }
        for sent in body?.sentInputs ?? [] where sent.shape == .text {
            guard let value = sent.value, let member = sent.member else { continue }
            causes[value.position] = [Cause(.payloadInputShape, on: member.name.text, isInSameFile: true)]
        }
        if root?.textualLaunch != nil {
            for fault in document?.faults ?? [] where fault.kind == .nestedJSON {
                causes[fault.position] = [Cause(.payloadBodyShape, on: "body", isInSameFile: true)]
            }
        }
        return causes
    }

    fileprivate var unquotedEvidence: [Evidence] {
        unquotedTexts.map { text in
            let quoted = quoted(text.node)
            let shown = Shown.text(text.node.text)
            return Evidence(
                "There are no quotes around \(shown), which is a string in the data action's input schema; "
                    + "with a value in its place, the body "
                    + (text.isDoubtful ? "may be invalid JSON" : "is not JSON"),
                at: place(text.node),
                on: text.member,
                severity: text.isDoubtful ? .warning : nil,
                fix: Fix("write \(JSONWriter(onOneLine: true).text(quoted))", edit: text.node.edit(quoted))
            )
        }
    }
}
