/// What a JSON Schema says of the members that a JSON input has.
public struct PayloadSchema: Hashable, Sendable {
    /// The schema's document.
    private let root: JSONValue

    /// Makes a schema of a JSON document.
    public init(_ root: JSONValue) {
        self.root = root
    }

    /// Whether a value that keeps to the schema has a path.
    ///
    /// A member that the schema names counts as one that the value has, even where the schema does not require it; a
    /// member that it does not name counts as absent, unless the schema says that there may be others.
    public enum Presence: Int, Hashable, Sendable {
        /// The schema does not name it.
        case absent
        /// The schema leaves it open: it takes any member there, or says so elsewhere.
        case open
        /// The schema names it.
        case named
    }

    /// Whether a value that keeps to the schema has a path.
    public func presence(of path: MemberPath) -> Presence {
        var known: [Visit: Presence?] = [:]
        return opinion(of: path.steps[...], in: root, &known) ?? .open
    }

    /// The names of the members that the schema names at the top, in order.
    public var names: [String] {
        var visited: Set<String> = []
        return names(in: root, &visited).sorted()
    }

    /// A reference, with the number of steps that were left where it was met.
    ///
    /// A schema may refer to itself; the same reference gives the same answer, so that it is followed once.
    private struct Visit: Hashable {
        let reference: String
        let stepsLeft: Int
    }

    /// What a schema and its parts say of a path; nil where they say nothing of the value's members at all.
    private func opinion(
        of steps: ArraySlice<MemberPath.Step>,
        in schema: JSONValue,
        _ known: inout [Visit: Presence?]
    ) -> Presence? {
        guard let step = steps.first else { return .named }
        guard case .object(let keywords) = schema else { return schema == .boolean(false) ? .absent : nil }
        var opinions = [Self.opinionOnUnnamed(keywords, at: step)]
        if Self.leadsElsewhere(keywords) { opinions.append(.open) }
        for part in Self.parts(of: keywords) { opinions.append(opinion(of: steps, in: part, &known)) }
        if let reference = Self.localReference(in: keywords) {
            opinions.append(opinion(of: steps, behind: reference, &known))
        }
        for next in Self.schemas(below: step, in: keywords) {
            opinions.append(opinion(of: steps.dropFirst(), in: next, &known) ?? .open)
        }
        return opinions.compactMap(\.self).max()
    }

    private func opinion(
        of steps: ArraySlice<MemberPath.Step>,
        behind reference: String,
        _ known: inout [Visit: Presence?]
    ) -> Presence? {
        let visit = Visit(reference: reference, stepsLeft: steps.count)
        if let answer = known[visit] { return answer }
        // Met again before it is answered, the reference adds nothing to itself.
        known[visit] = .some(nil)
        let answer = opinion(of: steps, in: target(of: reference), &known)
        known[visit] = .some(answer)
        return answer
    }

    private func names(in schema: JSONValue, _ visited: inout Set<String>) -> Set<String> {
        guard case .object(let keywords) = schema else { return [] }
        var names = Set(Self.members(keywords["properties"]).keys)
        var parts = Self.parts(of: keywords)
        if let reference = Self.localReference(in: keywords), visited.insert(reference).inserted {
            parts.append(target(of: reference))
        }
        for part in parts { names.formUnion(self.names(in: part, &visited)) }
        return names
    }

    /// What a reference within the document leads to; a schema that says nothing where there is nothing.
    private func target(of reference: String) -> JSONValue {
        guard reference != "#" else { return root }
        var target = root
        for name in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let key = String(name).replacing("~1", with: "/").replacing("~0", with: "~")
            target = Self.members(target)[key] ?? .boolean(true)
        }
        return target
    }
}

extension PayloadSchema {
    /// The schemas that say something of the same value.
    private static func parts(of keywords: [String: JSONValue]) -> [JSONValue] {
        ["allOf", "anyOf", "oneOf", "then", "else"].flatMap { elements(keywords[$0]) }
            + members(keywords["dependentSchemas"]).values
    }

    /// Whether a schema refers to something that is not in the document, so that it may say anything.
    private static func leadsElsewhere(_ keywords: [String: JSONValue]) -> Bool {
        keywords["$dynamicRef"] != nil || keywords["$recursiveRef"] != nil
            || keywords["$ref"] != nil && localReference(in: keywords) == nil
    }

    private static func localReference(in keywords: [String: JSONValue]) -> String? {
        guard case .string(let reference)? = keywords["$ref"] else { return nil }
        return reference == "#" || reference.hasPrefix("#/") ? reference : nil
    }

    /// What a schema says of a step that it does not name; nil where it says nothing of the value's members.
    private static func opinionOnUnnamed(_ keywords: [String: JSONValue], at step: MemberPath.Step) -> Presence? {
        // A value that is given as a whole is looked at no further.
        if keywords["properties"] == nil, keywords["const"] != nil || keywords["enum"] != nil { return .open }
        if case .member(let name) = step {
            if members(keywords["properties"])[name] != nil { return nil }
            if takesOthers(keywords) { return .open }
        }
        let isRuledOut =
            switch step {
            case .member: ["properties", "additionalProperties", "items"].contains { keywords[$0] != nil }
            case .element: ["properties", "additionalProperties"].contains { keywords[$0] != nil }
            }
        return isRuledOut || !mayBe(step == .element ? "array" : "object", keywords["type"]) ? .absent : nil
    }

    /// Whether a schema takes members that it does not name, and says so.
    private static func takesOthers(_ keywords: [String: JSONValue]) -> Bool {
        let others = [keywords["additionalProperties"], keywords["unevaluatedProperties"]]
        return keywords["patternProperties"] != nil || others.contains { $0 != nil && $0 != .boolean(false) }
    }

    /// Whether a value may be of a type; what is not said may be anything.
    private static func mayBe(_ type: String, _ types: JSONValue?) -> Bool {
        types.map { elements($0).contains(.string(type)) } ?? true
    }

    /// The schemas of the values that a step leads to, as far as they are named.
    private static func schemas(below step: MemberPath.Step, in keywords: [String: JSONValue]) -> [JSONValue] {
        switch step {
        case .member(let name): members(keywords["properties"])[name].map { [$0] } ?? []
        case .element: elements(keywords["items"]) + elements(keywords["prefixItems"])
        }
    }

    private static func members(_ value: JSONValue?) -> [String: JSONValue] {
        guard case .object(let members)? = value else { return [:] }
        return members
    }

    /// The schemas in an array, or the one that stands there alone.
    private static func elements(_ value: JSONValue?) -> [JSONValue] {
        guard case .array(let elements)? = value else { return value.map { [$0] } ?? [] }
        return elements
    }
}

extension PayloadSchema.Presence: Comparable {
    /// Orders by how much the schema promises.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
