extension Rules {
    static let liveTriggerRemoved = Rule<LiveComparison>(
        id: "live-trigger-removed",
        severity: .warning,
        summary: "A live flow has lost a trigger",
        explanation: """
            The trigger was removed, renamed or pointed at another flow since the last snapshot. Its event no longer \
            starts this flow. If a contract relies on the trigger, this is an error.

            Restore the trigger, or adapt what relies on it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .triggerRemoved(let trigger) = change else { return nil }
            return comparison.evidence(
                "Trigger '\(trigger.name)' is in the snapshot, but no longer starts the live flow",
                on: nil,
                at: comparison.snapshot?.triggers.first { $0.name == trigger.name }?.position,
                trigger: trigger.name,
                contrast: change.contrast,
                dependents: comparison.dependents(onTrigger: trigger.name)
            )
        }
    }
}
