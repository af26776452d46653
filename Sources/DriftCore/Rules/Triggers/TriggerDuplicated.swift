extension Rules {
    static let triggerDuplicated = Rule<Feeding>(
        id: "trigger-duplicated",
        severity: .warning,
        summary: "Two enabled triggers start the same flow on the same events",
        explanation: """
            Both triggers listen to the same topic with the same match criteria, so each event starts the flow twice. \
            The definitions do not show whether that is intended.

            Disable or remove one of the two.
            """
    ) { feeding in
        var seen: [Trigger] = []
        return feeding.triggers.compactMap { feed in
            let trigger = feed.trigger
            guard trigger.isEnabled, trigger.topic != nil else { return nil }
            guard trigger.open.isDisjoint(with: [.topic, .match, .isEnabled]) else { return nil }
            let first = seen.first { $0.topic == trigger.topic && $0.criteria == trigger.criteria }
            seen.append(trigger)
            guard let first else { return nil }
            return feeding.evidence(
                "Trigger '\(trigger.name)' repeats trigger '\(first.name)': each event starts the flow twice",
                on: feed,
                subject: first.name,
                showsEvent: false,
                fix: "disable or remove one of the two"
            )
        }
    }
}

extension Trigger {
    /// The criteria, in any order.
    fileprivate var criteria: Set<Criterion> { Set(match.map(\.canonical)) }
}
