import StrictJSON

extension Rules {
    static let payloadFlowIdOther = Rule<RequestComparison>(
        id: "payload-flow-id-other",
        severity: .error,
        summary: "The body has the id of another flow",
        explanation: """
            The launch starts the flow that has the id, not the one that the inputs are for. Ids also differ from org \
            to org: a flow's id in test does not exist in prod.

            Send the id of the flow that you want to start.
            """
    ) { comparison in
        guard case .id(let id, let node)? = comparison.sentID, let flow = comparison.flow,
            let other = comparison.surroundings.entries.first(where: { $0.id == id }), other.key != flow.key
        else { return [] }
        let right = comparison.flowID
        return [
            Evidence(
                "'flowId' is the id of '\(other.key)', not of '\(flow.key)'"
                    + (right.map { "; the right id is \($0)" } ?? ""),
                at: comparison.place(node),
                on: "flowId",
                contrast: Contrast(right?.text, id.text),
                fix: right.map { Fix("send \"\($0)\"", edit: node.edit(.string($0.text))) }
                    ?? Fix("send the id of '\(flow.key)'")
            )
        ]
    }
}
