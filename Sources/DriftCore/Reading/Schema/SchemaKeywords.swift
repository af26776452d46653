import StrictJSON

/// What the keywords of one part of a schema say; parts that it refers to are left out.
struct SchemaKeywords {
    private let document: SchemaDocument

    init(_ document: SchemaDocument) {
        self.document = document
    }

    private static let types = ["string", "integer", "number", "boolean", "array", "object", "null"]

    private static let formats: [String: DataType.Kind] = [
        "date-time": .dateTime, "date": .date, "time": .time, "duration": .duration,
    ]

    /// Checks the forms of keywords, and rejects keywords whose meaning the file alone doesn't show.
    func check(_ part: JSONNode) throws(ReadingError) {
        for keyword in ["$dynamicRef", "$recursiveRef", "extends", "disallow"] {
            guard let name = part.name(of: keyword), let value = part[keyword] else { continue }
            throw document.error(
                "The keyword '\(keyword)' isn't supported",
                of: value,
                at: name,
                "use '$ref' or 'allOf' instead"
            )
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            guard let list = part[keyword], list.kind != .array || list.elements.isEmpty else { continue }
            throw document.error(
                "'\(keyword)' must be an array of schemas",
                of: list,
                "write the schemas in brackets: [ ]"
            )
        }
        for keyword in ["properties", "patternProperties"] {
            guard let map = part[keyword], map.kind != .object else { continue }
            throw document.error("'\(keyword)' must be an object", of: map, "write the schemas by name, in braces: { }")
        }
        guard let required = part["required"], required.kind == .boolean else { return }
        throw document.error(
            "A boolean 'required' inside a property is from JSON Schema draft 3, which isn't supported",
            of: required,
            "list the property's name in the 'required' array of the object that has the property"
        )
    }

    /// The values that the keywords allow.
    func values(of part: JSONNode) throws(ReadingError) -> AllowedValues {
        guard !part.allowsNothing else { return .nothing }
        var values = try typed(part)
        if let format = part["format"]?.string, let kind = Self.formats[format] {
            values = values.intersection(
                AllowedValues(
                    forms: [.null, .boolean, .decimal, .object, .string(kind)],
                    arrays: .any
                )
            )
        }
        if let value = part["const"] { values = values.intersection(Self.values(like: [value])) }
        if let list = part["enum"] {
            guard list.kind == .array else {
                throw document.error("'enum' must be an array", of: list, "write the values in brackets: [ ]")
            }
            values = values.intersection(Self.values(like: list.elements))
        }
        return values
    }

    /// The values, with the Architect type that `x-flowdrift-type` names.
    func named(_ values: AllowedValues, in part: JSONNode) throws(ReadingError) -> AllowedValues {
        guard let written = part["x-flowdrift-type"] else { return values }
        guard let text = written.string else {
            throw document.error(
                "'x-flowdrift-type' must be a string",
                of: written,
                "write a type such as \"queue\""
            )
        }
        let type = DataType(text)
        guard type.isWritable else {
            let near = NearName.best(for: type.kind.name, among: DataType.Kind.names)
            throw document.error(
                "Unknown type '\(Shown.text(text))' in 'x-flowdrift-type'",
                of: written,
                near.map { "did you mean '\(DataType(DataType.Kind(name: $0), isCollection: type.isCollection))'?" }
                    ?? "use one of \(DataType.Kind.names.joined(separator: ", ")), with [] for a collection"
            )
        }
        guard values.withoutNull.isEmpty || values.mayBe(type) else {
            throw document.error(
                "'x-flowdrift-type' says \(type), but the schema allows \(values.phrase)",
                of: written,
                "correct one of the two"
            )
        }
        let isNullable = values.allowsNull && !values.saysNoType
        return AllowedValues(forms: isNullable ? [.named(type), .null] : [.named(type)], arrays: .none)
    }
}

extension SchemaKeywords {
    /// The values of the types that `type` names, or, without `type`, of the types that other keywords imply.
    private func typed(_ part: JSONNode) throws(ReadingError) -> AllowedValues {
        guard let type = part["type"] else {
            if part.hasAny(of: ["properties", "patternProperties", "additionalProperties"]) { return .only(.object) }
            if part.hasAny(of: ["items", "prefixItems"]) { return AllowedValues(forms: [], arrays: .any) }
            return .anything
        }
        var result = AllowedValues.nothing
        for name in type.kind == .array ? type.elements : [type] {
            result = result.union(try values(ofType: name))
        }
        return result
    }

    private func values(ofType type: JSONNode) throws(ReadingError) -> AllowedValues {
        switch type.string {
        case "string"?: return .only(.string(.string))
        case "integer"?: return .only(.integer)
        case "number"?: return .only(.decimal)
        case "boolean"?: return .only(.boolean)
        case "null"?: return .only(.null)
        case "object"?: return .only(.object)
        case "array"?: return AllowedValues(forms: [], arrays: .any)
        case let name:
            let text = name ?? type.text
            let near = NearName.best(for: text, among: Self.types)
            throw document.error(
                "'\(Shown.text(text))' isn't a type of JSON Schema",
                of: type,
                near.map { "did you mean '\($0)'?" } ?? "use one of \(Self.types.joined(separator: ", "))"
            )
        }
    }

    /// All values that have the same forms as the given ones.
    private static func values(like nodes: [JSONNode]) -> AllowedValues {
        nodes.reduce(.nothing) { $0.union(values(like: $1)) }
    }

    private static func values(like node: JSONNode) -> AllowedValues {
        switch node.kind {
        case .string, .placeholder: .only(.string(.string))
        case .number: .only(JSONNumber.isWhole(node.text) ? .integer : .decimal)
        case .boolean: .only(.boolean)
        case .null: .only(.null)
        case .object: .only(.object)
        case .array: AllowedValues(forms: [], arrays: .of(values(like: node.elements)))
        }
    }
}
