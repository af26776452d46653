extension Rules {
    static let flowInactive = Rule<Comparison>(
        id: "flow-inactive",
        severity: .error,
        summary: "The contract's flow is not active",
        explanation: """
            A flow that is not active cannot be started: a launch fails, and the flow's triggers do nothing. An export \
            does not show whether its flow is active; a listing and a live org do.

            Activate the flow in Architect. If the contract need not hold in this environment, list the other \
            environments under the contract's `environments`.
            """
    ) { comparison in
        guard case .flow(let flow) = comparison.subject, flow.flow.availability == .inactive else { return [] }
        return [
            Evidence(
                "Flow \(comparison.flowPhrase) is not active; the contract relies on it",
                at: comparison.placeOfFlow,
                contrast: Contrast("\(comparison.key)", "\(comparison.key), not active"),
                fix: Fix("activate the flow in Architect"),
                flowCause: FlowCause(.inactive, of: comparison.key)
            )
        ]
    }
}
