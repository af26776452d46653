public import StrictJSON

/// One condition of a trigger on its event: `mediaType Equal VOICE`.
public struct Criterion: Hashable, Sendable {
    /// The event's attribute, as a JSON path: `mediaType`, `$.queueId`.
    public var jsonPath: String

    /// How the attribute is compared: `Equal`, `In`, `Exists`, ….
    public var comparison: String

    /// The value to compare with, or `nil` if the operator needs no value or the value is null.
    public var operand: Operand?

    /// What an attribute is compared with.
    public enum Operand: Hashable, Sendable {
        /// One value, written under `value`.
        case value(JSONValue)
        /// Several values, written under `values`; their order doesn't matter.
        case values([JSONValue])
        /// Any value: `any` in a contract, for values that differ between orgs.
        case any
    }

    /// The operators that the Platform API documents.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model MatchCriteria.
    public static let comparisons = [
        "All", "Contains", "Equal", "Exists", "GreaterThan", "GreaterThanOrEqual", "In", "LessThan",
        "LessThanOrEqual", "NotEqual", "NotIn", "Size",
    ]

    /// The first member of the path, or `nil` if the path is in another form.
    var topAttribute: String? {
        // The common case, a plain name, needs no parsing.
        if !jsonPath.isEmpty, jsonPath.utf8.allSatisfy(\.isASCIILetterOrDigit) { return jsonPath }
        let path = jsonPath.hasPrefix("$.") ? jsonPath.dropFirst(2) : jsonPath[...]
        let name = path.prefix { $0 != "." && $0 != "[" }
        return name.isEmpty || name.hasPrefix("$") || name.contains("(") ? nil : String(name)
    }

    /// The attribute if the path names a member at the top of the event, or `nil` if the path goes deeper.
    var attributeName: String? {
        topAttribute.flatMap { jsonPath == $0 || jsonPath == "$." + $0 ? $0 : nil }
    }

    /// The path in the event, or `nil` if its meaning is unknown, such as that of a path with a function.
    ///
    /// `[0]` and `[*]` stand for any element.
    var path: MemberPath? {
        if jsonPath.utf8.allSatisfy(\.isASCIILetterOrDigit) { return MemberPath([.member(jsonPath)]) }
        var text = jsonPath.hasPrefix("$.") ? String(jsonPath.dropFirst(2)) : jsonPath
        text.replace(/\[(\d+|\*)\]/, with: "[]")
        return MemberPath(text)
    }

    /// The same criterion with its values sorted.
    var canonical: Criterion {
        guard case .values(let values)? = operand else { return self }
        var copy = self
        copy.operand = .values(values.sorted { $0.description < $1.description })
        return copy
    }

    /// Whether a trigger's criterion is the one that a contract requires; `any` in the contract matches any value.
    func fits(_ promised: Criterion) -> Bool {
        guard jsonPath == promised.jsonPath, comparison == promised.comparison else { return false }
        return switch (operand, promised.operand) {
        case (_, .any?): operand != nil
        case (.values(let own)?, .values(let other)?):
            own.map(\.description).sorted() == other.map(\.description).sorted()
        default: operand == promised.operand
        }
    }
}

extension Criterion: CustomStringConvertible {
    /// The criterion as a phrase: `queueId In ["a", "b"]`.
    public var description: String {
        let text: String? =
            switch operand {
            case .value(let value)?: value.description
            case .values(let values)?: "[" + values.map(\.description).sorted().joined(separator: ", ") + "]"
            case .any?: "any"
            case nil: nil
            }
        return [jsonPath, comparison, text].compactMap(\.self).joined(separator: " ")
    }
}
