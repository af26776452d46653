extension Rules {
    static let planResourceDrift = Rule<PlannedStep>(
        id: "plan-resource-drift",
        severity: .warning,
        summary: "The org was changed outside Terraform since the last apply",
        explanation: """
            Somebody changed or removed the resource in the org. If the plan changes the resource back, something that \
            works today may stop working at apply. If the plan does not change it back, the configuration no longer \
            describes what runs.

            Find out who made the change and why. To keep the change, write it into the configuration. To undo \
            the change, apply the plan if the plan changes the resource back; otherwise, undo the change in the org.
            """
    ) { step in
        guard case .drifted(let changes, isReverted: let isReverted) = step.event else { return [] }
        let outcome = isReverted ? "the plan changes it back" : "the plan does not change it back"
        return [
            step.evidence(
                "\(step.address) was changed outside Terraform: \(changes.joined(separator: "; ")); \(outcome)",
                fix: isReverted
                    ? "to keep the change, write it into the configuration; to undo the change, apply the plan"
                    : "write the change into the configuration, or undo the change in the org"
            )
        ]
    }
}
