extension Rules {
    static let triggerDuplicated = Rule<InputSources>(
        id: "trigger-duplicated",
        severity: .warning,
        summary: "Two enabled triggers start the same flow on the same events",
        explanation: """
            Both triggers listen to the same topic with the same match criteria, so each event starts the flow twice. \
            The definitions do not show whether that is intended.

            Disable or remove one of the two triggers.
            """
    ) { inputSources in
        var seen: [Trigger] = []
        return inputSources.triggers.compactMap { source in
            let trigger = source.trigger
            guard trigger.isEnabled, trigger.topic != nil else { return nil }
            guard trigger.open.isDisjoint(with: [.topic, .match, .isEnabled]) else { return nil }
            let first = seen.first { $0.topic == trigger.topic && $0.criteria == trigger.criteria }
            seen.append(trigger)
            guard let first else { return nil }
            return inputSources.evidence(
                "Trigger '\(trigger.name)' has the topic and criteria of trigger '\(first.name)': "
                    + "each event starts the flow twice",
                on: source,
                subject: first.name,
                showsEvent: false,
                fix: "disable or remove one of the two triggers"
            )
        }
    }
}

extension Trigger {
    /// The criteria, in any order.
    fileprivate var criteria: Set<Criterion> { Set(match.map(\.canonical)) }
}
