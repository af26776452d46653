/// What a JSON Schema says of the members that a JSON input has.
public struct PayloadSchema: Hashable, Sendable {
    /// The schema's document.
    private let root: JSONValue

    /// Makes a schema of a JSON document.
    public init(_ root: JSONValue) {
        self.root = root
    }

    /// Whether a value that keeps to the schema has a path.
    public enum Presence: Hashable, Sendable {
        /// The schema names it.
        case named
        /// The schema does not name it.
        case absent
        /// The schema leaves it open: it takes any member there, or says so elsewhere.
        case open
    }

    /// Whether a value that keeps to the schema has a path.
    public func presence(of path: MemberPath) -> Presence {
        presence(of: path.steps[...], in: root, depth: 0)
    }

    /// The names of the members that the schema names at the top.
    public var names: [String] { Self.members(of: "properties", in: resolved(root, depth: 0)).keys.sorted() }

    private func presence(of steps: ArraySlice<MemberPath.Step>, in schema: JSONValue, depth: Int) -> Presence {
        guard let step = steps.first else { return .named }
        guard depth < 64 else { return .open }
        let schema = resolved(schema, depth: depth)
        guard case .object(let keywords) = schema else { return schema == .boolean(false) ? .absent : .open }
        var presences: [Presence] = []
        switch step {
        case .member(let name):
            if let own = Self.members(of: "properties", in: schema)[name] {
                presences.append(presence(of: steps.dropFirst(), in: own, depth: depth + 1))
            } else if keywords["patternProperties"] != nil || keywords["additionalProperties"].map(Self.isOpen) ?? false
            {
                presences.append(.open)
            }
        case .element:
            if let items = keywords["items"] {
                presences.append(presence(of: steps.dropFirst(), in: items, depth: depth + 1))
            } else {
                presences.append(.open)
            }
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            guard case .array(let parts)? = keywords[key] else { continue }
            presences += parts.map { presence(of: steps, in: $0, depth: depth + 1) }
        }
        return presences.contains(.named) ? .named : presences.contains(.open) ? .open : Self.unnamed(keywords)
    }

    /// A schema that says nothing of its members takes any value there.
    private static func unnamed(_ keywords: [String: JSONValue]) -> Presence {
        let says = ["properties", "items", "type", "allOf", "anyOf", "oneOf", "const", "enum", "additionalProperties"]
        return says.contains { keywords[$0] != nil } ? .absent : .open
    }

    /// A schema with its local reference followed; one that leads elsewhere stays, and is open.
    private func resolved(_ schema: JSONValue, depth: Int) -> JSONValue {
        var schema = schema
        var steps = 0
        while case .object(let keywords) = schema, case .string(let reference)? = keywords["$ref"], steps < 64 {
            guard reference.hasPrefix("#/") else { return .boolean(true) }
            var target = root
            for name in reference.dropFirst(2).split(separator: "/") {
                let key = String(name).replacing("~1", with: "/").replacing("~0", with: "~")
                guard case .object(let members) = target, let next = members[key] else { return .boolean(true) }
                target = next
            }
            schema = target
            steps += 1
        }
        return schema
    }

    private static func members(of key: String, in schema: JSONValue) -> [String: JSONValue] {
        guard case .object(let keywords) = schema, case .object(let members)? = keywords[key] else { return [:] }
        return members
    }

    private static func isOpen(_ schema: JSONValue) -> Bool { schema != .boolean(false) }
}
