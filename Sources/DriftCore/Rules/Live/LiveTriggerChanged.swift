extension Rules {
    static let liveTriggerChanged = Rule<LiveComparison>(
        id: "live-trigger-changed",
        severity: .warning,
        summary: "A live flow's trigger was changed",
        explanation: """
            The trigger's settings were changed since the last snapshot: its events, its data format or its timing. If \
            a contract relies on the trigger, this is an error.

            Set the trigger back, or adapt what relies on it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .triggerChanged(from: let trigger, to: let live) = change else { return nil }
            let settings = FlowChange.settings(trigger, live).map {
                "'\($0.name)' is \($0.old ?? "not set") in the snapshot, but \($0.new ?? "not set") in the live org"
            }
            return comparison.evidence(
                "In trigger '\(trigger.name)', \(settings.joined(separator: "; "))",
                on: nil,
                at: comparison.snapshot?.triggers.first { $0.name == trigger.name }?.position,
                trigger: trigger.name,
                contrast: change.contrast,
                dependents: comparison.dependents(onTrigger: trigger.name)
            )
        }
    }
}
