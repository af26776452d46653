import StrictJSON

/// Combines schemas of other documents in one document of draft 07.
///
/// The target of each reference becomes a definition of the new document, so that all references stay within it.
struct SchemaInliner {
    /// The definitions that the references need, in order of their first use; names are unique.
    private(set) var definitions: [(name: String, schema: JSONValue)] = []

    /// The targets of the definitions, in the same order.
    private var targets: [Target] = []
    private var documents: [JSONValue] = []
    private var names: [Target: String] = [:]

    /// The target of a reference: the reference's text, and the document that has the reference.
    private struct Target: Hashable {
        let document: Int
        let reference: String
    }

    /// The JSON pointer to the definitions of the new document.
    static let place = "#/definitions/"

    /// The schema in the form in which the new document has it.
    mutating func inlined(_ payload: PayloadSchema) -> JSONValue {
        let number = documents.firstIndex(of: payload.root) ?? documents.count
        if number == documents.count { documents.append(payload.root) }
        var next = definitions.count
        let schema = converted(payload.start, number)
        // A definition may need other definitions, which are added after it.
        while next < definitions.count {
            let target = targets[next]
            let part = documents[target.document].part(at: target.reference) ?? .boolean(true)
            definitions[next].schema = converted(part, target.document)
            next += 1
        }
        return schema
    }

    private mutating func converted(_ schema: JSONValue, _ document: Int) -> JSONValue {
        guard case .object(let keywords) = schema else { return schema }
        var result: [String: JSONValue] = [:]
        for (keyword, value) in keywords.sorted(by: { $0.key < $1.key }) where !Self.isDropped(keyword) {
            result[keyword] = converted(value, of: keyword, document)
        }
        SchemaDraft.convert(&result)
        if case .string(let reference)? = keywords["$ref"] { add(reference, document, to: &result) }
        guard keywords["nullable"] == .boolean(true) else { return .object(result) }
        return .object(["anyOf": .array([.object(result), .object(["type": .string("null")])])])
    }

    private mutating func converted(_ value: JSONValue, of keyword: String, _ document: Int) -> JSONValue {
        switch (SchemaDraft.content(of: keyword), value) {
        case (.schema, .object), (.schemaOrList, .object): return converted(value, document)
        case (.list, .array(let schemas)), (.schemaOrList, .array(let schemas)):
            var list: [JSONValue] = []
            for schema in schemas { list.append(converted(schema, document)) }
            return .array(list)
        case (.map, .object(let schemas)):
            var map: [String: JSONValue] = [:]
            for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) { map[name] = converted(schema, document) }
            return .object(map)
        default: return value
        }
    }

    /// Adds a reference to keywords; a reference to another document becomes a schema that allows anything.
    private mutating func add(_ reference: String, _ document: Int, to keywords: inout [String: JSONValue]) {
        let isLocal = reference == "#" || reference.hasPrefix("#/")
        let open: [String: JSONValue] = [
            "$comment": .string("refers to \(reference)"), "additionalProperties": .boolean(true),
        ]
        let part: [String: JSONValue] =
            isLocal ? ["$ref": .string(Self.place + name(of: Target(document: document, reference: reference)))] : open
        // Draft 07 ignores the keywords next to a reference.
        guard !keywords.keys.allSatisfy(SchemaDraft.annotations.contains) else {
            return keywords.merge(part) { $1 }
        }
        var all: [JSONValue] = []
        if case .array(let parts)? = keywords["allOf"] { all = parts }
        keywords["allOf"] = .array(all + [.object(part)])
    }

    /// The name of the definition that a reference points to; a new definition is added.
    private mutating func name(of target: Target) -> String {
        if let known = names[target] { return known }
        let last = target.reference.split(separator: "/").last.map(String.init) ?? "root"
        let plain = (last == "#" ? "root" : last).unicodeScalars.map { Self.isPlain($0) ? Character($0) : "_" }
        let taken = Set(names.values)
        var (name, number) = (String(plain), 2)
        while taken.contains(name) {
            name = String(plain) + String(number)
            number += 1
        }
        names[target] = name
        targets.append(target)
        definitions.append((name, .boolean(true)))
        return name
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            || ["_", "-", "."].contains(scalar)
    }

    /// Whether a keyword isn't copied, because it names the old document or its definitions, or is added separately.
    private static func isDropped(_ keyword: String) -> Bool {
        let ofDocument: Set<String> = [
            "$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary", "$defs", "definitions",
            "discriminator", "$ref", "nullable", "id",
        ]
        return ofDocument.contains(keyword)
    }
}

extension JSONValue {
    /// The value that a reference within a document points to, or `nil` if there is none.
    fileprivate func part(at reference: String) -> JSONValue? {
        guard reference != "#" else { return self }
        var part = self
        for name in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let key = String(name).replacing("~1", with: "/").replacing("~0", with: "~")
            guard case .object(let members) = part, let next = members[key] else { return nil }
            part = next
        }
        return part
    }
}
