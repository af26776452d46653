extension Rules {
    static let triggerCriteriaUnmatchable = Rule<InputSources>(
        id: "trigger-criteria-unmatchable",
        severity: .warning,
        summary: "A trigger has a match criterion that no event can meet",
        explanation: """
            The criterion names an attribute that the topic's events do not have. Or it compares an attribute with a \
            value of another type, or with a value that is not among the attribute's known values. Or the attribute's \
            type does not have the operator. Or the operator reads a list from `values`, but the criterion has \
            `value`. The criterion may then match no event, and the trigger may never start its flow. A criterion that \
            excludes events may exclude none. The known values come from the models of the Platform API; the platform \
            may have newer ones.

            Correct the criterion, or create the trigger again with a topic that has the attribute.
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
