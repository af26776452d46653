extension Rules {
    static let planFlowLeftBehind = Rule<PlannedStep>(
        id: "plan-flow-left-behind",
        severity: .error,
        summary: "A renamed flow is created as a new flow, and the old one stays",
        explanation: """
            The Terraform provider publishes the flow under the name in its file. A new name creates a new flow with a \
            new id. The old flow stays published in the org, and every caller and trigger with its id keeps starting \
            it.

            Rename the flow in Architect first, or keep the old name. If you want a new flow, give it a resource of \
            its own, so that the old flow is destroyed or kept on purpose.
            """
    ) { step in
        guard case .leavesBehind(let old, making: let new, triggers: let triggers) = step.event else { return [] }
        let names = triggers.map { "'\($0)'" }.joined(separator: ", ")
        let one = triggers.count == 1
        let users =
            triggers.isEmpty
            ? "" : "; \(one ? "trigger" : "triggers") \(names) still start\(one ? "s" : "") the old flow"
        return [
            step.evidence(
                "The file of \(step.address) names the flow '\(new)', but the flow in the org is '\(old)'; the apply "
                    + "creates a new flow and leaves the old one in the org" + users,
                fix: "write the name '\(old.name)' inside the file, rename the flow in Architect before the apply, "
                    + "or give '\(new.name)' a resource of its own"
            )
        ]
    }
}
