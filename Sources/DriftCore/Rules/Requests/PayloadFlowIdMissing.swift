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
                "'flowId' is \(null?.shown ?? "missing"); a launch requires it",
                at: null.map(comparison.place) ?? comparison.startOfBody,
                on: "flowId",
                fix: Fix("send " + (comparison.rightID.map { "\"flowId\": \"\($0)\"" } ?? "the flow's id as 'flowId'"))
            )
        ]
    }
}
