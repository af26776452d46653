import StrictJSON

/// Writes JSON Schemas of draft 07 as TypeScript types.
///
/// TypeScript can't express patterns, limits and conditions, so a type may allow more than its schema. As in
/// ``PayloadSchema``, a member that the schema doesn't name is an error, unless the schema explicitly allows other
/// members.
struct TypeScriptTypes {
    private let definitions: [(name: String, schema: JSONValue)]

    /// The names of the types for the definitions, by reference.
    private let names: [String: String]

    /// Prepares the types for the definitions; the names of these types begin with `prefix`.
    init(definitions: [(name: String, schema: JSONValue)], prefix: String) {
        self.definitions = definitions
        var names: [String: String] = [:]
        var taken: Set<String> = [prefix + "InputData"]
        for definition in definitions {
            let plain = prefix + ContractSchema.typeName(for: definition.name)
            var (name, number) = (plain, 2)
            while !taken.insert(name).inserted {
                name = plain + String(number)
                number += 1
            }
            names[SchemaInliner.place + definition.name] = name
        }
        self.names = names
    }

    /// The declarations of the types for the definitions, each with a line break at its end.
    var declarations: [String] {
        definitions.map { definition in
            let reference = SchemaInliner.place + definition.name
            let type = type(of: definition.schema, indent: 0, within: reference)
            return "export type \(names[reference] ?? "") = \(type);\n"
        }
    }

    /// The type of a schema's values.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - indent: The level of indentation of the line on which the type begins.
    ///   - reference: The definition whose type this is, or `nil` for another schema; a type can't directly refer to
    ///     itself.
    /// - Returns: The type.
    func type(of schema: JSONValue, indent: Int, within reference: String? = nil) -> String {
        guard case .object(let keywords) = schema else { return schema == .boolean(false) ? "never" : "unknown" }
        var parts = [own(keywords, indent)].compactMap(\.self)
        if case .string(let target)? = keywords["$ref"], let name = names[target] {
            let isCircle = reference.map { direct(from: target).contains($0) } ?? false
            if !isCircle { parts.append(name) }
        }
        for part in Self.elements(keywords["allOf"]) { parts.append(type(of: part, indent: indent, within: reference)) }
        for keyword in ["anyOf", "oneOf"] {
            let choices = Self.elements(keywords[keyword]).map { type(of: $0, indent: indent, within: reference) }
            if !choices.isEmpty { parts.append(Self.union(choices)) }
        }
        let telling = Self.eachOnce(parts.filter { $0 != "unknown" })
        guard telling.count > 1 else { return telling.first ?? "unknown" }
        return telling.map { $0.contains(" | ") && !$0.hasPrefix("{") ? "(\($0))" : $0 }.joined(separator: " & ")
    }
}

extension TypeScriptTypes {
    /// The type that the keywords themselves describe, or `nil` if they describe none.
    private func own(_ keywords: [String: JSONValue], _ indent: Int) -> String? {
        if let value = keywords["const"] { return Self.literal(value) }
        if case .array(let values)? = keywords["enum"] { return Self.union(values.map(Self.literal)) }
        let names = Self.elements(keywords["type"]).compactMap { if case .string(let name) = $0 { name } else { nil } }
        if !names.isEmpty { return Self.union(names.map { type(named: $0, keywords, indent) }) }
        if keywords["properties"] != nil { return object(keywords, indent) }
        return keywords["items"] != nil ? array(keywords, indent) : nil
    }

    private func type(named name: String, _ keywords: [String: JSONValue], _ indent: Int) -> String {
        switch name {
        case "string", "boolean", "null": name
        case "integer", "number": "number"
        case "array": array(keywords, indent)
        case "object": object(keywords, indent)
        default: "unknown"
        }
    }

    private func object(_ keywords: [String: JSONValue], _ indent: Int) -> String {
        let others = keywords["additionalProperties"]
        let isOpen = (others ?? .boolean(false)) != .boolean(false) || keywords["patternProperties"] != nil
        guard case .object(let properties)? = keywords["properties"], !properties.isEmpty else {
            if case .object? = others, keywords["patternProperties"] == nil {
                return "{ [key: string]: \(type(of: others ?? .null, indent: indent)) }"
            }
            return others == .boolean(false) ? "Record<string, never>" : "object"
        }
        let blank = String(repeating: "  ", count: indent + 1)
        let required = Set(Self.elements(keywords["required"]))
        var text = "{\n"
        for (name, schema) in properties.sorted(by: { $0.key < $1.key }) {
            let mark = required.contains(.string(name)) ? "" : "?"
            text += "\(blank)\(JSONValue.quoted(name))\(mark): \(type(of: schema, indent: indent + 1));\n"
        }
        if isOpen { text += "\(blank)[key: string]: unknown;\n" }
        return text + blank.dropLast(2) + "}"
    }

    private func array(_ keywords: [String: JSONValue], _ indent: Int) -> String {
        var schemas = keywords["items"].map { Self.elements($0) } ?? [.boolean(true)]
        if case .array? = keywords["items"] { schemas += Self.elements(keywords["additionalItems"]) }
        let element = Self.union(schemas.map { type(of: $0, indent: indent) })
        let isPlain = element.utf8.allSatisfy(\.isASCIILetterOrDigit)
        return isPlain ? "readonly \(element)[]" : "ReadonlyArray<\(element)>"
    }

    private static func literal(_ value: JSONValue) -> String {
        switch value {
        case .string, .number, .boolean, .null: value.description
        case .array: "readonly unknown[]"
        case .object: "object"
        }
    }

    /// A definition, and all definitions that it refers to outside of objects and arrays, directly or through others.
    private func direct(from reference: String) -> Set<String> {
        var found: Set<String> = []
        var waiting = [reference]
        while let next = waiting.popLast() {
            guard found.insert(next).inserted,
                let definition = definitions.first(where: { SchemaInliner.place + $0.name == next })
            else { continue }
            var parts = [definition.schema]
            while let part = parts.popLast() {
                guard case .object(let keywords) = part else { continue }
                if case .string(let target)? = keywords["$ref"] { waiting.append(target) }
                parts += ["allOf", "anyOf", "oneOf"].flatMap { Self.elements(keywords[$0]) }
            }
        }
        return found
    }

    /// A union of types; if one of them allows anything, it's that type.
    private static func union(_ types: [String]) -> String {
        guard !types.contains("unknown") else { return "unknown" }
        let telling = eachOnce(types.filter { $0 != "never" })
        return telling.isEmpty ? "never" : telling.joined(separator: " | ")
    }

    private static func eachOnce(_ types: [String]) -> [String] {
        types.enumerated().filter { types.firstIndex(of: $1) == $0 }.map(\.element)
    }

    private static func elements(_ value: JSONValue?) -> [JSONValue] {
        guard case .array(let elements)? = value else { return value.map { [$0] } ?? [] }
        return elements
    }
}
