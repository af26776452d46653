import StrictJSON
import YAML

extension YAMLCursor {
    /// Reads a text that isn't empty; a name such as `2026` needs no quotes.
    func text(_ what: String) throws(ReadingError) -> String {
        let text = node.text
        guard node.kind == .scalar, !text.isEmpty, !node.isNull else {
            throw error("Expected \(what), found \(node.kind == .scalar ? "nothing" : found)")
        }
        return text
    }

    func writtenText(_ what: String) throws(ReadingError) -> Written<String> {
        Written(try text(what), at: node)
    }

    func integer(_ what: String) throws(ReadingError) -> Int {
        guard case .integer(let value)? = node.scalar else {
            throw error("Expected \(what) (a whole number), found \(found)")
        }
        return value
    }

    func boolean(_ what: String) throws(ReadingError) -> Bool {
        guard case .boolean(let value)? = node.scalar else {
            throw error("Expected \(what) (true or false), found \(found)")
        }
        return value
    }

    /// Reads one of a fixed set of words.
    func choice<Value>(_ what: String, from values: [(String, Value)]) throws(ReadingError) -> Value {
        if let value = values.first(where: { node.textEquals($0.0) }) { return value.1 }
        let names = values.map(\.0)
        guard node.kind == .scalar else { throw error("Expected \(what): one of \(names.joined(separator: ", "))") }
        let near = NearName.best(for: node.text, among: names)
        throw error(
            "Unknown \(what) '\(node.text)'",
            near.map { "did you mean '\($0)'?" } ?? "use one of \(names.joined(separator: ", "))"
        )
    }

    func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ what: String,
        of type: Value.Type
    ) throws(ReadingError) -> Value {
        try choice(what, from: Value.allCases.map { ($0.rawValue, $0) })
    }

    func environmentName() throws(ReadingError) -> EnvironmentName {
        let text = try text("an environment's name")
        guard let name = EnvironmentName(text) else {
            throw error("'\(text)' cannot name an environment", "use letters, digits, '.', '_' and '-'")
        }
        return name
    }

    /// The root of a flowdrift file, whose format is checked.
    ///
    /// - Parameters:
    ///   - what: The kind of file, with its article: `a contract`.
    ///   - keys: The allowed keys of the root.
    /// - Returns: The node.
    /// - Throws: ``ReadingError`` at the first error.
    func document(_ what: String, keys: [String]) throws(ReadingError) -> YAMLCursor {
        try requireMapping(what)
        // A later format may have other keys, so the format is checked first.
        if value("flowdrift") != nil { try requireFormat() }
        let root = try mapping(what, keys: keys)
        try root.requireFormat()
        return root
    }

    private func requireFormat() throws(ReadingError) {
        guard let version = value("flowdrift") else {
            throw error("Missing key 'flowdrift' in the file", "write `flowdrift: 1` at the top")
        }
        guard version.node.scalar == .integer(1) else {
            throw version.error(
                "Unknown format \(version.found)",
                "this version of flowdrift reads format 1: write `flowdrift: 1`"
            )
        }
    }

    func json() throws(ReadingError) -> JSONValue {
        switch node.kind {
        case .sequence:
            var elements: [JSONValue] = []
            for element in node.elements { elements.append(try YAMLCursor(node: element).json()) }
            return .array(elements)
        case .mapping:
            var members: [String: JSONValue] = [:]
            for (key, value) in node.entries {
                members[key.text] = try YAMLCursor(node: value).json()
            }
            return .object(members)
        case .scalar:
            return JSONValue(node.scalar ?? .null)
        }
    }
}

extension JSONValue {
    init(_ scalar: YAMLScalar) {
        self =
            switch scalar {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .integer(let value): .number(String(value))
            case .decimal(let value): .number(JSONValue.text(of: value))
            case .string(let text): .string(text)
            }
    }
}
