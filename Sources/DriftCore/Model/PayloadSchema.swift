public import StrictJSON

/// What a JSON Schema says about the members of a JSON input.
public struct PayloadSchema: Hashable, Sendable {
    /// The whole document, which references within it start from.
    let root: JSONValue

    /// The part of the document that describes the input.
    let start: JSONValue

    /// Makes a schema from a JSON document.
    public init(_ root: JSONValue) {
        self.init(root, at: root)
    }

    /// Makes a schema from a part of a JSON document; references such as `#/$defs/x` start from the whole document.
    public init(_ root: JSONValue, at start: JSONValue) {
        (self.root, self.start) = (root, start)
    }

    /// Whether a valid value has something at a path.
    ///
    /// A member that the schema names counts as present, even if the schema doesn't require it. A member that the
    /// schema doesn't name counts as absent, unless the schema allows other members. A member also counts as absent if
    /// it can have no value (`"b": false`) or only null, since null counts as not sent.
    public enum Presence: Int, Hashable, Sendable {
        case absent
        /// Unknown: the schema allows any member at the path, or refers to another schema.
        case open
        case named
    }

    /// Whether a valid value has something at a path.
    public func presence(of path: MemberPath) -> Presence {
        var known: [Visit: Opinion?] = [:]
        return opinion(of: path.steps[...], in: start, &known)?.presence ?? .open
    }

    /// What one part of a schema says about a path; the parts' opinions are then combined.
    private enum Opinion: Int {
        /// The part doesn't name the path; another part may.
        case absent
        case open
        case named
        /// The part allows no value at the path, which overrides the opinions of all other parts that must hold.
        case forbidden

        var presence: Presence {
            switch self {
            case .absent, .forbidden: .absent
            case .open: .open
            case .named: .named
            }
        }
    }

    /// The names of the members at the top, sorted.
    public var names: [String] {
        var visited: Set<String> = []
        return names(in: start, &visited).sorted()
    }

    /// The names of all members in the document, at any depth.
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

    /// A reference, with the number of path steps that were left when it was found.
    ///
    /// A schema may refer to itself. The same visit always has the same answer, so it is only followed once.
    private struct Visit: Hashable {
        let reference: String
        let stepsLeft: Int
    }

    /// What a schema and its parts say about a path, or `nil` if they say nothing about members.
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

    /// The common opinion of schemas of which only one must hold; a path is only forbidden if all of them forbid it.
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
        // If the reference is found again before its answer is known, the second visit adds nothing.
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

    /// The schema that a reference points to; if the document has no such schema, one that allows anything.
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
    /// Groups of schemas; for a value, at least one schema of each group must hold.
    ///
    /// A schema that applies only under a condition forms a group with a schema that allows anything.
    private static func choices(of keywords: [String: JSONValue]) -> [[JSONValue]] {
        let conditional = members(keywords["dependentSchemas"]).values.map { [$0, .boolean(true)] }
        let hasBranches = keywords["then"] != nil || keywords["else"] != nil
        let branches = hasBranches ? ["then", "else"].map { keywords[$0] ?? .boolean(true) } : []
        return [elements(keywords["anyOf"]), elements(keywords["oneOf"]), branches].filter { !$0.isEmpty } + conditional
    }

    /// Whether a schema refers to another document, which may say anything.
    private static func leadsElsewhere(_ keywords: [String: JSONValue]) -> Bool {
        keywords["$dynamicRef"] != nil || keywords["$recursiveRef"] != nil
            || keywords["$ref"] != nil && localReference(in: keywords) == nil
    }

    private static func localReference(in keywords: [String: JSONValue]) -> String? {
        guard case .string(let reference)? = keywords["$ref"] else { return nil }
        return reference == "#" || reference.hasPrefix("#/") ? reference : nil
    }

    /// What a schema says about a step that it doesn't name, or `nil` if it says nothing about members.
    private static func opinionOnUnnamed(_ keywords: [String: JSONValue], at step: MemberPath.Step) -> Opinion? {
        // The values of `const` and `enum` aren't examined.
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

    /// Whether a schema explicitly allows members that it doesn't name.
    private static func takesOthers(_ keywords: [String: JSONValue]) -> Bool {
        let others = [keywords["additionalProperties"], keywords["unevaluatedProperties"]].compactMap(\.self)
        let patterns = members(keywords["patternProperties"]).values
        return (others + patterns).contains { !$0.allowsNothing }
    }

    /// Whether a value may have a type; without `type` it may have any.
    private static func mayBe(_ type: String, _ types: JSONValue?) -> Bool {
        types.map { elements($0).contains(.string(type)) } ?? true
    }

    /// The schemas of the values that a step leads to, if the given schema names them.
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

    /// The elements of an array; a value that isn't an array counts as the only element.
    private static func elements(_ value: JSONValue?) -> [JSONValue] {
        guard case .array(let elements)? = value else { return value.map { [$0] } ?? [] }
        return elements
    }
}

extension JSONValue {
    /// Whether the schema allows no value except null, which counts as not sent.
    fileprivate var allowsNothing: Bool {
        guard case .object(let keywords) = self else { return self == .boolean(false) }
        if keywords["not"] == .object([:]) || keywords["not"] == .boolean(true) { return true }
        if let value = keywords["const"] { return value == .null }
        if case .array(let values)? = keywords["enum"] { return values.allSatisfy { $0 == .null } }
        return keywords["type"] == .string("null") || keywords["type"] == .array([.string("null")])
    }
}
