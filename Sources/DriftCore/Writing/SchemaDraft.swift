import StrictJSON

/// What draft 07 of JSON Schema, and the tools that read it, know of keywords.
enum SchemaDraft {
    /// What a keyword contains.
    enum Content {
        case schema, list, schemaOrList, map
    }

    private static let contents: [String: Content] = [
        "additionalProperties": .schema, "additionalItems": .schema, "contains": .schema, "propertyNames": .schema,
        "not": .schema, "if": .schema, "then": .schema, "else": .schema, "unevaluatedProperties": .schema,
        "unevaluatedItems": .schema, "contentSchema": .schema,
        "allOf": .list, "anyOf": .list, "oneOf": .list, "prefixItems": .list, "items": .schemaOrList,
        "properties": .map, "patternProperties": .map, "dependentSchemas": .map, "dependencies": .map,
    ]

    /// Keywords that describe, and allow or forbid nothing.
    static let annotations: Set<String> = [
        "title", "description", "$comment", "default", "examples", "deprecated", "readOnly", "writeOnly",
    ]

    /// The formats that draft 07 has and ajv 6 knows, which fails on others.
    private static let formats: Set<String> = [
        "date-time", "date", "time", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uri-template",
        "json-pointer", "relative-json-pointer", "regex", "uuid",
    ]

    /// What a keyword contains, or `nil` for one without schemas.
    static func content(of keyword: String) -> Content? { contents[keyword] }

    /// Converts the keywords of a schema from another draft.
    ///
    /// What draft 07 can't say is left out; so a schema may allow more than before, and never less.
    static func convert(_ keywords: inout [String: JSONValue]) {
        if let tuple = keywords.removeValue(forKey: "prefixItems") {
            keywords["additionalItems"] = keywords["items"]
            keywords["items"] = tuple
        }
        if case .string(let format)? = keywords["format"], !formats.contains(format) { keywords["format"] = nil }
        for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            guard case .boolean(let isExclusive)? = keywords[exclusive] else { continue }
            keywords[exclusive] = isExclusive ? keywords.removeValue(forKey: bound) : nil
        }
        if case .boolean? = keywords["required"] { keywords["required"] = nil }
    }
}
