import StrictJSON

/// The keywords that draft 07 of JSON Schema has and its tools know.
enum SchemaDraft {
    /// The kind of content that a keyword has.
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

    /// Keywords that only describe; they don't allow or forbid any value.
    static let annotations: Set<String> = [
        "title", "description", "$comment", "default", "examples", "deprecated", "readOnly", "writeOnly",
    ]

    /// The formats that draft 07 has and ajv 6 knows; ajv 6 fails on any other format.
    private static let formats: Set<String> = [
        "date-time", "date", "time", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uri-template",
        "json-pointer", "relative-json-pointer", "regex", "uuid",
    ]

    /// The kind of content that a keyword has, or `nil` if the keyword contains no schemas.
    static func content(of keyword: String) -> Content? { contents[keyword] }

    /// Converts the keywords of a schema from another draft.
    ///
    /// Keywords that draft 07 can't express are left out. So a schema may allow more than before, but never less.
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
