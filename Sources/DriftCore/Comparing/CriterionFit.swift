import StrictJSON

/// Why a criterion may have no effect, and how to fix it.
struct CriterionDoubt: Hashable, Sendable {
    /// The reason, as the end of a message.
    let reason: String

    let fix: String

    init(
        _ reason: String,
        fix: String = "correct the criterion, or create the trigger again with a topic that has the attribute"
    ) {
        self.reason = reason
        self.fix = fix
    }
}

extension Criterion {
    /// Why the criterion may have no effect on a topic's events, or `nil` if it can have an effect.
    ///
    /// - Parameter event: The topic, or `nil` if its events are unknown.
    /// - Returns: The reason and the fix.
    func doubt(about event: EventTopic?) -> CriterionDoubt? {
        if let doubt = doubtAboutOperand { return doubt }
        guard let event, let name = topAttribute else { return nil }
        guard event.attribute(name) != nil else { return doubt(withoutAttribute: name, event) }
        guard let path else { return nil }
        switch event.end(of: path.steps) {
        case .value(let kind, let content, _): return doubt(about: path, kind, content)
        case .bottom(let place, let kind):
            return CriterionDoubt("\(futility): \(Self.fact(place, kind)), which has no members")
        case .absent(let near): return isOnAbsence ? nil : doubt(without: path.description, near: near)
        case .unknown: return nil
        }
    }

    /// Whether the criterion requires events without the attribute.
    private var isOnAbsence: Bool { comparison == "Exists" && operand == .value(.boolean(false)) }

    /// Whether the criterion accepts every event whose attribute has none of its values.
    private var excludes: Bool { ["NotEqual", "NotIn"].contains(comparison) }

    /// The effect of a criterion that matches no event.
    private var futility: String { excludes ? "may exclude no event" : "may match no event" }

    private static func fact(_ name: String, _ kind: EventTopic.Kind) -> String {
        "'\(name)' is \(kind.article) \(kind.rawValue) in the event"
    }

    private func doubt(withoutAttribute name: String, _ event: EventTopic) -> CriterionDoubt? {
        // The vendor's help writes `$.body.x` for the content of a webhook's envelope; its root is unknown.
        if isOnAbsence || event.attributes.isOpen || event.isInsideEnvelope(name) { return nil }
        return doubt(without: name, near: NearName.best(for: name, among: event.attributes.map(\.name)))
    }

    private func doubt(without name: String, near: String?) -> CriterionDoubt {
        CriterionDoubt("\(futility): the event has no '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }

    private func doubt(
        about path: MemberPath,
        _ kind: EventTopic.Kind,
        _ content: EventTopic.Content
    ) -> CriterionDoubt? {
        if operand == .values([]), comparison == "In" {
            return CriterionDoubt("matches no event: its list of values is empty")
        }
        let fact = Self.fact(path.description, kind)
        if let values = comparedValues, kind != .other {
            if !kind.knows(comparison) {
                return CriterionDoubt("may match no event: \(fact), to which \(comparison) does not apply")
            }
            if !values.contains(where: { kind.mayMeet($0, comparison) }) {
                return CriterionDoubt("may match no event: \(fact), which does not fit the criterion")
            }
        }
        return doubt(about: path, choices: content.choices(comparedBy: comparison))
    }

    /// Why values that aren't in the attribute's enumeration have no effect.
    private func doubt(about path: MemberPath, choices: [String]) -> CriterionDoubt? {
        let values = operand?.texts ?? []
        let strange = values.filter { !choices.contains($0) }
        guard !choices.isEmpty, let first = strange.first else { return nil }
        let near = strange.count == 1 ? NearName.best(for: first, among: choices) : nil
        let names = strange.map { "'\($0)'" }.sorted().joined(separator: ", ")
        let isAll = strange.count == operand?.count
        let start = isAll ? futility : futility + " with " + names
        let subject = isAll ? names : strange.count == 1 ? "it" : "they"
        let verb = strange.count == 1 ? "is" : "are"
        let known = choices.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
        let rest = choices.count > 8 ? " and \(choices.count - 8) more" : ""
        return CriterionDoubt(
            "\(start): \(subject) \(verb) not among the known values of '\(path)'; "
                + (near.map { "did you mean '\($0)'?" } ?? "the known values are \(known)\(rest)"),
            fix: near.map { "write '\($0)'" } ?? "write a value that the event has"
        )
    }
}

extension Criterion {
    /// The operators that compare with a list, and those that compare with one value.
    ///
    /// No public source describes `All` and `Contains`.
    private static let (onLists, onValues): (Set<String>, Set<String>) = (
        ["In", "NotIn"],
        ["Equal", "Exists", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual", "NotEqual", "Size"]
    )

    /// Why the operator has nothing to compare with: the operand is in `value` instead of `values`, or the reverse.
    private var doubtAboutOperand: CriterionDoubt? {
        switch operand {
        case .value(let value)? where Self.onLists.contains(comparison):
            let list = if case .array = value { value } else { JSONValue.array([value]) }
            return CriterionDoubt(
                "\(futility): \(comparison) compares with the list in `values`, but the criterion has `value`",
                fix: "write \"values\": \(list) in place of \"value\""
            )
        case .values(let values)? where Self.onValues.contains(comparison):
            let single = values.count == 1 ? values[0] : nil
            return CriterionDoubt(
                "\(futility): \(comparison) compares with the single value in `value`, but the criterion has `values`",
                fix: single.map { "write \"value\": \($0) in place of \"values\"" }
                    ?? "write one \"value\", or use \(excludes ? "NotIn" : "In") with \"values\""
            )
        case .value?, .values?, .any?, nil: return nil
        }
    }

    /// The values of which the attribute must have one, or `nil` for an operator without such values.
    private var comparedValues: [JSONValue]? {
        switch (comparison, operand) {
        case ("NotEqual", _), ("NotIn", _), ("Exists", _): nil
        case (_, .value(let value)?): [value]
        case (_, .values(let values)?): values
        case (_, .any?), (_, nil): nil
        }
    }
}

extension Criterion.Operand {
    fileprivate var texts: [String] {
        let values: [JSONValue] =
            switch self {
            case .value(.array(let values)), .values(let values): values
            case .value(let value): [value]
            case .any: []
            }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    fileprivate var count: Int {
        switch self {
        case .value(.array(let values)), .values(let values): values.count
        case .value: 1
        case .any: 0
        }
    }
}

extension EventTopic {
    /// Whether the envelope of a webhook's event has a member of that name.
    fileprivate func isInsideEnvelope(_ name: String) -> Bool {
        guard
            let envelope = PayloadComparison.envelope.first.flatMap(attribute),
            case .members(let members) = envelope.content
        else { return false }
        return members.named(name) != nil
    }
}

extension EventTopic.Content {
    /// The strings that an operator compares with the value; empty if any string is possible.
    fileprivate func choices(comparedBy comparison: String) -> [String] {
        switch (comparison, self) {
        case ("Equal", .choices(let choices)), ("NotEqual", .choices(let choices)),
            ("In", .choices(let choices)), ("NotIn", .choices(let choices)),
            ("Contains", .each(.string, .choices(let choices))), ("All", .each(.string, .choices(let choices))):
            choices
        default: []
        }
    }
}

extension EventTopic.Kind {
    var article: String { ["a", "i", "o"].contains(String(rawValue.prefix(1))) ? "an" : "a" }

    /// Whether an operator can compare an attribute of the kind.
    ///
    /// No public source describes the operators, so only clear contradictions count.
    fileprivate func knows(_ comparison: String) -> Bool {
        switch comparison {
        case "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual":
            ![.boolean, .array, .object].contains(self)
        case "Contains", "All", "Size": ![.integer, .number, .boolean].contains(self)
        default: true
        }
    }

    /// Whether an attribute of the kind can match a value.
    fileprivate func mayMeet(_ value: JSONValue, _ comparison: String) -> Bool {
        switch comparison {
        case "Equal", "In", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual": isKind(of: value)
        case "Size": if case .number = value { true } else { false }
        default: true
        }
    }

    /// Whether a value is of the kind; true for null, of which nothing is known.
    private func isKind(of value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .boolean: self == .boolean
        case .number: self == .integer || self == .number
        case .string: self == .string
        case .array: self == .array
        case .object: self == .object
        }
    }
}
