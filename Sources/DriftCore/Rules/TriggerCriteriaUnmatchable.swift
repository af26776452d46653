extension DriftRule {
    /// Reports each match criterion that no event of the topic can meet.
    static let triggerCriteriaUnmatchable = DriftRule(
        id: "trigger-criteria-unmatchable",
        severity: .warning,
        summary: "A trigger has a match criterion that no event can meet",
        explanation: """
            The criterion asks for an attribute that the topic's events do not have, or compares it with a value of \
            another type, or in a way that its type does not know. Then no event may fit, and the trigger may never \
            start its flow; where the criterion excludes events, it may exclude none.

            Correct the criterion, or set the trigger to the topic that has the attribute.
            """
    ) { (feeding: Feeding) in
        feeding.triggers.flatMap { feed in
            guard let event = feed.event else { return [Evidence]() }
            return feed.trigger.match.compactMap { criterion in
                guard let reason = criterion.doubt(about: event) else { return nil }
                return feeding.evidence(
                    "Trigger '\(feed.trigger.name)' matches on '\(criterion)', which \(reason)",
                    on: feed,
                    subject: criterion.description,
                    showsEvent: false,
                    fix: "correct the criterion, or set the trigger to the topic that has the attribute"
                )
            }
        }
    }
}
