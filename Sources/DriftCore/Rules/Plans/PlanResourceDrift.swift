extension Rules {
    static let planResourceDrift = Rule<PlannedStep>(
        id: "plan-resource-drift",
        severity: .warning,
        summary: "The org was changed outside Terraform since the last apply",
        explanation: """
            Somebody changed or removed it in the org. Where the plan changes it back, what works today may stop at \
            apply; where it does not, the configuration no longer says what runs.

            Write the change into the configuration, or apply to undo it, knowing who made it and why.
            """
    ) { step in
        guard case .drifted(let changes, isReverted: let isReverted) = step.event else { return [] }
        let outcome = isReverted ? "the plan changes it back" : "the plan does not change it back"
        return [
            step.evidence(
                "\(step.address) was changed outside Terraform: \(changes.joined(separator: "; ")); \(outcome)",
                fix: "write the change into the configuration, or apply to undo it"
            )
        ]
    }
}
