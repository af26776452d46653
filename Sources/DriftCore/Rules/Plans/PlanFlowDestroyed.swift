extension Rules {
    static let planFlowDestroyed = Rule<PlannedStep>(
        id: "plan-flow-destroyed",
        severity: .error,
        summary: "A plan destroys a flow that is still used",
        explanation: """
            Once the plan is applied, code that starts the flow gets a 404, and the events of the flow's triggers are \
            lost. If the plan replaces the flow, the new flow has another id, and triggers that the plan does not \
            change keep the old id.

            Keep the flow until nothing uses it, or point its contracts and triggers at another flow in the same plan.
            """
    ) { step in
        guard case .destroys(let key) = step.event else { return [] }
        let user = step.contract.map { "contract '\($0.name)'" } ?? "trigger '\(step.trigger ?? "")'"
        var evidence = step.evidence(
            "\(step.address) destroys '\(key)', which \(user) still uses",
            fix: "keep the flow, or first point what uses it at another flow"
        )
        evidence.flowCause = FlowCause(.missing, of: key, isOfFlow: true)
        return [evidence]
    }
}
