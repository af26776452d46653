import PastedRequests

extension Rules {
    static let payloadFlowIdMissing = Rule<RequestComparison>(
        id: "payload-flow-id-missing",
        severity: .error,
        summary: "The body does not say which flow to start",
        explanation: """
            `flowId` is the only member that a launch must have. The API does not look flows up by name.

            Send the flow's id, a UUID, as a string under `flowId`.
            """
    ) { comparison in
        guard case .missing? = comparison.sentID else { return [] }
        let null = comparison.body?.member(.flowID)?.value
        return [
            Evidence(
                "A launch requires the flow's id in 'flowId', but "
                    + (null.map { "'flowId' is \($0.shown)" } ?? "the body has no 'flowId'"),
                at: null.map(comparison.place) ?? comparison.startOfBody,
                on: "flowId",
                fix: Fix("send " + (comparison.rightID.map { "\"flowId\": \"\($0)\"" } ?? "the flow's id as 'flowId'"))
            )
        ]
    }
}
