extension Criterion {
    /// Why the criterion may do nothing on a topic, as the end of a message; nil where events can differ in it.
    func doubt(about event: EventTopic) -> String? {
        guard let name = topAttribute else { return nil }
        guard let kind = event.attribute(name)?.kind else { return doubt(withoutAttribute: name, event) }
        var fact: String { "'\(name)' is \(kind.article) \(kind.rawValue) in the event" }
        guard attributeName != nil else {
            // What stands in brackets may be anything, even a function.
            let isBelow = jsonPath.contains(name + ".") && !jsonPath.contains("(")
            return isBelow && kind.isPrimitive == true ? "may match no event: \(fact), and nothing lies below it" : nil
        }
        if operand == .values([]), comparison == "In" { return "matches no event: it gives no value" }
        guard let values = comparedValues, kind != .other else { return nil }
        if !kind.knows(comparison) { return "may match no event: \(fact), which \(comparison) does not fit" }
        return values.contains { kind.mayMeet($0, comparison) } ? nil : "may match no event: \(fact)"
    }

    private func doubt(withoutAttribute name: String, _ event: EventTopic) -> String? {
        if comparison == "Exists", operand == .value(.boolean(false)) { return nil }
        let excludes = ["NotEqual", "NotIn"].contains(comparison)
        let near = NearName.best(for: name, among: event.attributes.map(\.name))
        return (excludes ? "may exclude no event" : "may match no event") + ": the event has no '\(name)'"
            + (near.map { "; did you mean '\($0)'?" } ?? "")
    }

    /// The values of which the attribute must meet one; nil for an operator that anything meets or excludes.
    private var comparedValues: [JSONValue]? {
        switch (comparison, operand) {
        case ("NotEqual", _), ("NotIn", _), ("Exists", _): nil
        case (_, .value(let value)?): [value]
        case (_, .values(let values)?): values
        case (_, .any?), (_, nil): nil
        }
    }
}

extension EventTopic.Kind {
    /// The article before the kind's name.
    var article: String { ["a", "i", "o"].contains(String(rawValue.prefix(1))) ? "an" : "a" }

    /// Whether an attribute of the kind can be compared by an operator at all.
    ///
    /// No public source describes the operators; what is not plainly out of the question is let pass.
    fileprivate func knows(_ comparison: String) -> Bool {
        switch comparison {
        case "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual":
            ![.boolean, .array, .object].contains(self)
        case "Contains", "All", "Size": ![.integer, .number, .boolean].contains(self)
        default: true
        }
    }

    /// Whether an attribute of the kind can meet a value by an operator that it knows.
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
