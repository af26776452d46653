extension DriftRule {
    /// Reports a body that does not say which flow to start.
    static let payloadFlowIdMissing = DriftRule(
        id: "payload-flow-id-missing",
        severity: .error,
        summary: "The body does not say which flow to start",
        explanation: """
            `flowId` is the one member that a launch must have. The API knows no flow by its name.

            Send the flow's id, a UUID, as a string under `flowId`.
            """
    ) { (comparison: RequestComparison) in
        guard case .missing? = comparison.sentID else { return [] }
        return [
            Evidence(
                "'flowId' is missing; a launch cannot do without it",
                at: comparison.startOfBody,
                on: "flowId",
                fix: Fix("send " + (comparison.rightID.map { "\"flowId\": \"\($0)\"" } ?? "the flow's id as 'flowId'"))
            )
        ]
    }
}
