extension Rules {
    static let triggerCriteriaUnmatchable = Rule<InputSources>(
        id: "trigger-criteria-unmatchable",
        severity: .warning,
        summary: "A trigger has a match criterion that no event can meet",
        explanation: """
            The criterion asks for an attribute that the topic's events do not have. Or it compares the attribute with \
            a value of another type, with one that is not among its known values, or with an operator that its type \
            does not have. Or its operator reads a list from `values`, but the list is under `value`. Then no event \
            may match, and the trigger may never start its flow. If the criterion excludes events, it may exclude \
            none. The known values come from the models of the Platform API, and the platform may have newer ones.

            Correct the criterion, or set the trigger to the topic that has the attribute.
            """
    ) { inputSources in
        inputSources.triggers.flatMap { source in
            source.trigger.match.compactMap { criterion in
                guard let doubt = criterion.doubt(about: source.event) else { return nil }
                return inputSources.evidence(
                    "Trigger '\(source.trigger.name)' matches on '\(criterion)', which \(doubt.reason)",
                    on: source,
                    subject: criterion.description,
                    showsEvent: false,
                    fix: doubt.fix
                )
            }
        }
    }
}
