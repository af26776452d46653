import StrictJSON

extension Rules {
    static let payloadFlowIdUnknown = Rule<RequestComparison>(
        id: "payload-flow-id-unknown",
        severity: .error,
        summary: "No flow has the id that the body sends",
        explanation: """
            The id is well formed, but no flow of the environment has it. Perhaps the id was copied from an example or \
            another org, or it is the id of something else in the address bar. Or the flow was deleted and created \
            again. The answer is a 400 or a 404.

            Send the id of the flow, or take the snapshots again if the flow is new.
            """
    ) { comparison in
        // A contract's payload serves all environments, whose ids differ.
        guard comparison.contract == nil, case .id(let id, let node)? = comparison.sentID, !comparison.isKnown(id),
            comparison.knowsEveryID || comparison.flowID != nil
        else { return [] }
        // If the flow's own id is unknown, it may be this one.
        guard comparison.flow == nil || comparison.flowID != nil else { return [] }
        let right = comparison.rightID
        let name = (comparison.flow?.key ?? comparison.namedFlow?.key).map { "'\($0)'" }
        return [
            Evidence(
                "'flowId' \(id) is the id of none of the flows that were read"
                    + (right.map { "; the id of \(name ?? "the flow") is \($0)" } ?? ""),
                at: comparison.place(node),
                on: "flowId",
                contrast: Contrast(right?.text, id.text),
                fix: right.map { Fix("send \"\($0)\"", edit: node.edit(.string($0.text))) }
                    ?? Fix("send the id of a flow in this org"),
                flowCause: FlowCause(.missing, of: nil, id: id)
            )
        ]
    }
}
