import StrictJSON

extension Rules {
    static let payloadFlowIdMalformed = Rule<RequestComparison>(
        id: "payload-flow-id-malformed",
        severity: .error,
        summary: "The flow's id is not a UUID in lower case",
        explanation: """
            `flowId` is a UUID, written as Genesys Cloud writes it: a string in lower case. The address of a page, a \
            flow's name, an id with blanks around it, and a number are not ids. The answer is a 400 or a 404. An id in \
            upper case is a warning, because it is not documented whether the API accepts it.

            Send the id alone. `GET /api/v2/flows?name=…` returns the id, and a snapshot of the live org has it.
            """
    ) { comparison in
        switch comparison.sentID {
        case .malformed(let node, let held)?: return [comparison.evidence(onMalformed: node, holding: held)]
        case .id(let id, let node)? where node.text != id.text:
            return [
                Evidence(
                    "'flowId' is written '\(node.text)', in upper case; Genesys Cloud writes ids in lower case",
                    at: comparison.place(node),
                    on: "flowId",
                    severity: .warning,
                    contrast: Contrast(id.text, node.text),
                    fix: Fix("send \"\(id)\"", edit: node.edit(.string(id.text)))
                )
            ]
        default: return []
        }
    }
}

extension RequestComparison {
    fileprivate func evidence(onMalformed node: JSONNode, holding held: FlowID?) -> Evidence {
        let right = rightID ?? held
        let isBlanks = node.string.map { Blanks.trimmed($0).lowercased() == held?.text } ?? false
        let isAddress = held != nil && node.text.contains("/")
        let isName = surroundings.entries.contains { $0.key.name == node.text } || flow?.key.name == node.text
        let what: String
        if isBlanks {
            what = "has blanks around the id"
        } else if isAddress {
            what = "is the address of a page, not the id in it"
        } else if isName {
            what = "is a flow's name, not its id"
        } else if node.kind != .string {
            what = "is \(node.shown); an id is a string"
        } else {
            what = node.text.isEmpty ? "is empty" : "is '\(Shown.text(node.text))', which is not a UUID"
        }
        return Evidence(
            "'flowId' \(what)" + (right.map { "; did you mean '\($0)'?" } ?? ""),
            at: place(node),
            on: "flowId",
            contrast: Contrast(right?.text, Shown.text(node.text)),
            fix: right.map { Fix("send \"\($0)\"", edit: node.edit(.string($0.text))) }
                ?? Fix("send the flow's id, a UUID")
        )
    }
}
