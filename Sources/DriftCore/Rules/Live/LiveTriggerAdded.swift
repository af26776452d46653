extension Rules {
    static let liveTriggerAdded = Rule<LiveComparison>(
        id: "live-trigger-added",
        severity: .note,
        summary: "A live flow has a new trigger",
        explanation: """
            The flow now also starts on an event that nobody has reviewed. Other rules check whether the event fills \
            the inputs that the flow reads.

            If the trigger is wanted, take a new snapshot. Otherwise remove the trigger.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .triggerAdded(let trigger) = change else { return nil }
            return comparison.evidence(
                "Trigger '\(trigger.name)' starts the live flow, but is not in the snapshot",
                on: nil,
                trigger: trigger.name,
                contrast: change.contrast
            )
        }
    }
}
