public import StrictJSON

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
    /// member that it does not name counts as absent, unless the schema says that there may be others. One that can
    /// have no value, `"b": false`, or no other than null, is absent too: null counts as not sent.
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
        var known: [Visit: Opinion?] = [:]
        return opinion(of: path.steps[...], in: root, &known)?.presence ?? .open
    }

    /// What a schema says of a path, before the answers of its parts are put together.
    private enum Opinion: Int {
        /// It does not name it; another part may.
        case absent
        /// It leaves it open.
        case open
        /// It names it.
        case named
        /// It allows no value there, whatever other parts that must hold too say.
        case forbidden

        var presence: Presence {
            switch self {
            case .absent, .forbidden: .absent
            case .open: .open
            case .named: .named
            }
        }
    }

    /// The names of the members that the schema names at the top, in order.
    public var names: [String] {
        var visited: Set<String> = []
        return names(in: root, &visited).sorted()
    }

    /// The names of all members that the schema names, at whatever depth.
    var spellings: Set<String> {
        var (names, waiting): (Set<String>, [JSONValue]) = ([], [root])
        while let value = waiting.popLast() {
            switch value {
            case .object(let members):
                names.formUnion(Self.members(members["properties"]).keys)
                waiting += members.values
            case .array(let elements): waiting += elements
            default: break
            }
        }
        return names
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
        _ known: inout [Visit: Opinion?]
    ) -> Opinion? {
        guard !schema.allowsNothing else { return .forbidden }
        guard case .object(let keywords) = schema else { return steps.isEmpty ? .named : nil }
        var opinions: [Opinion?] = [steps.first.map { Self.opinionOnUnnamed(keywords, at: $0) } ?? .named]
        if Self.leadsElsewhere(keywords) { opinions.append(.open) }
        for part in Self.elements(keywords["allOf"]) { opinions.append(opinion(of: steps, in: part, &known)) }
        if let reference = Self.localReference(in: keywords) {
            opinions.append(opinion(of: steps, behind: reference, &known))
        }
        for choice in Self.choices(of: keywords) {
            opinions.append(Self.ofOne(of: choice.map { opinion(of: steps, in: $0, &known) }))
        }
        if let step = steps.first {
            let next = Self.schemas(below: step, in: keywords)
            opinions.append(Self.ofOne(of: next.map { opinion(of: steps.dropFirst(), in: $0, &known) ?? .open }))
        }
        let all = opinions.compactMap(\.self)
        return all.max { $0.rawValue < $1.rawValue }
    }

    /// The answer of schemas of which one holds: nothing is forbidden unless all forbid it.
    private static func ofOne(of opinions: [Opinion?]) -> Opinion? {
        let allowed = opinions.filter { $0 != .forbidden }
        guard !allowed.isEmpty else { return opinions.first ?? nil }
        return allowed.compactMap(\.self).max { $0.rawValue < $1.rawValue }
    }

    private func opinion(
        of steps: ArraySlice<MemberPath.Step>,
        behind reference: String,
        _ known: inout [Visit: Opinion?]
    ) -> Opinion? {
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
        var names = Set(Self.members(keywords["properties"]).filter { !$0.value.allowsNothing }.keys)
        var parts = Self.elements(keywords["allOf"]) + Self.choices(of: keywords).flatMap(\.self)
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
    /// The schemas that say something of the same value where they hold, in groups of which one holds.
    ///
    /// A schema that only holds under a condition stands beside one that says nothing.
    private static func choices(of keywords: [String: JSONValue]) -> [[JSONValue]] {
        let conditional = members(keywords["dependentSchemas"]).values.map { [$0, .boolean(true)] }
        let hasBranches = keywords["then"] != nil || keywords["else"] != nil
        let branches = hasBranches ? ["then", "else"].map { keywords[$0] ?? .boolean(true) } : []
        return [elements(keywords["anyOf"]), elements(keywords["oneOf"]), branches].filter { !$0.isEmpty } + conditional
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
    private static func opinionOnUnnamed(_ keywords: [String: JSONValue], at step: MemberPath.Step) -> Opinion? {
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
        let others = [keywords["additionalProperties"], keywords["unevaluatedProperties"]].compactMap(\.self)
        let patterns = members(keywords["patternProperties"]).values
        return (others + patterns).contains { !$0.allowsNothing }
    }

    /// Whether a value may be of a type; what is not said may be anything.
    private static func mayBe(_ type: String, _ types: JSONValue?) -> Bool {
        types.map { elements($0).contains(.string(type)) } ?? true
    }

    /// The schemas of the values that a step leads to, as far as they are named.
    private static func schemas(below step: MemberPath.Step, in keywords: [String: JSONValue]) -> [JSONValue] {
        switch step {
        case .member(let name): members(keywords["properties"])[name].map { [$0] } ?? []
        case .element: ["items", "prefixItems", "additionalItems"].flatMap { elements(keywords[$0]) }
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

extension JSONValue {
    /// Whether no value keeps to the schema but null, which counts as not sent.
    fileprivate var allowsNothing: Bool {
        guard case .object(let keywords) = self else { return self == .boolean(false) }
        if keywords["not"] == .object([:]) || keywords["not"] == .boolean(true) { return true }
        if let value = keywords["const"] { return value == .null }
        if case .array(let values)? = keywords["enum"] { return values.allSatisfy { $0 == .null } }
        return keywords["type"] == .string("null") || keywords["type"] == .array([.string("null")])
    }
}
