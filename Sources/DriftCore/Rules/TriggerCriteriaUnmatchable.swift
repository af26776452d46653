extension DriftRule {
    /// Reports each match criterion that no event of the topic can meet.
    static let triggerCriteriaUnmatchable = DriftRule(
        id: "trigger-criteria-unmatchable",
        severity: .warning,
        summary: "A trigger has a match criterion that no event can meet",
        explanation: """
            The criterion asks for an attribute that the topic's events do not have, or compares it with a value of \
            another type. Then no event fits, and the trigger may never start its flow.

            Correct the criterion, or set the trigger to the topic that has the attribute.
            """
    ) { (feeding: Feeding) in
        feeding.triggers.flatMap { feed in
            guard let event = feed.event else { return [Evidence]() }
            return feed.trigger.match.compactMap { criterion in
                guard let reason = criterion.reasonForNoMatch(in: event) else { return nil }
                return feeding.evidence(
                    "Trigger '\(feed.trigger.name)' asks for '\(criterion)', which may match no event: \(reason)",
                    on: feed,
                    subject: criterion.description,
                    fix: "correct the criterion, or set the trigger to the topic that has the attribute"
                )
            }
        }
    }
}

extension Criterion {
    /// Why no event of a topic can meet the criterion; nil where one may.
    fileprivate func reasonForNoMatch(in event: EventTopic) -> String? {
        let path = jsonPath.hasPrefix("$.") ? String(jsonPath.dropFirst(2)) : jsonPath
        let name = String(path.prefix { $0 != "." && $0 != "[" })
        guard !name.isEmpty, name != "$" else { return nil }
        // What must not be equal is also met by what is not there.
        guard !["NotEqual", "NotIn"].contains(comparison) else { return nil }
        guard let kind = event.attribute(name)?.kind else {
            if comparison == "Exists", operand == .value(.boolean(false)) { return nil }
            let near = NearName.best(for: name, among: event.attributes.map(\.name))
            return "the event has no '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
        }
        guard path == name, let values = comparedValues, !values.contains(where: kind.mayEqual) else { return nil }
        return "'\(name)' is \(kind.article) \(kind.rawValue)"
    }

    /// The values of which the attribute must equal one; nil for an operator that compares otherwise.
    private var comparedValues: [JSONValue]? {
        switch (comparison, operand) {
        case ("Equal", .value(let value)?): [value]
        case ("In", .values(let values)?): values
        default: nil
        }
    }
}

extension EventTopic.Kind {
    /// Whether an attribute of the kind can equal a value.
    fileprivate func mayEqual(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.string, .number), (.string, .boolean), (.string, .array), (.string, .object): false
        case (.integer, .string), (.integer, .boolean), (.integer, .array), (.integer, .object): false
        case (.number, .string), (.number, .boolean), (.number, .array), (.number, .object): false
        case (.boolean, .string), (.boolean, .number), (.boolean, .array), (.boolean, .object): false
        case (.array, .string), (.array, .number), (.array, .boolean), (.array, .object): false
        case (.object, .string), (.object, .number), (.object, .boolean), (.object, .array): false
        default: true
        }
    }

    /// The article before the kind's name.
    fileprivate var article: String { ["a", "i", "o"].contains(String(rawValue.prefix(1))) ? "an" : "a" }
}
