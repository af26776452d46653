import StrictJSON

extension ContractSchema {
    /// A JSON Schema of draft 07, in which each input is a property, and other properties aren't allowed.
    ///
    /// ``LaunchSchemaReader`` reads the same inputs from it. Types that JSON Schema lacks are in `x-flowdrift-type`.
    public func jsonSchema() -> String {
        var members: [OrderedJSON.Member] = [
            member("$schema", .string("http://json-schema.org/draft-07/schema#")),
            member("$comment", .string(header())), member("title", .string(typeName + "InputData")),
            member("description", .string("\(purpose) \(origin)")), member("type", .string("object")),
            member("properties", .object(inputs.map { member($0.name, property(of: $0)) })),
        ]
        let required = inputs.filter { $0.sent == .always }.map { OrderedJSON.string($0.name) }
        if !required.isEmpty { members.append(member("required", .array(required))) }
        members.append(member("additionalProperties", .boolean(false)))
        if !definitions.isEmpty {
            members.append(
                member("definitions", .object(definitions.map { member($0.name, OrderedJSON($0.schema)) }))
            )
        }
        return VisibleText.escaped(JSONWriter().text(.object(members))) + "\n"
    }

    private func property(of input: Input) -> OrderedJSON {
        if let schema = input.schema { return Self.json(schema, isAlways: input.sent == .always) }
        guard input.type.isCollection else { return .object(Self.keywords(of: input.type.kind)) }
        let element = Self.keywords(of: input.type.kind).filter { $0.name != Self.typeKeyword }
        var keywords = [Self.type("array")]
        if !element.isEmpty { keywords.append(.init(name: "items", value: .object(element))) }
        // Without the name of the type, an array of JSON values would be read as one JSON value.
        if Self.keywords(of: input.type.kind).count > element.count { keywords.append(Self.name(input.type)) }
        return .object(keywords)
    }

    /// The keywords of one value of a type.
    private static func keywords(of kind: DataType.Kind) -> [OrderedJSON.Member] {
        switch kind {
        case .string: [type("string")]
        case .integer: [type("integer")]
        case .decimal: [type("number")]
        case .boolean: [type("boolean")]
        case .dateTime: [type("string"), .init(name: "format", value: .string("date-time"))]
        case .date, .time: [type("string"), .init(name: "format", value: .string(kind.name))]
        // Draft 07 has no format for a duration.
        case .duration, .phoneNumber, .timeslot, .queue, .user: [type("string"), name(DataType(kind))]
        case .json: [.init(name: "type", value: .array([.string("object"), .string("array")])), name(DataType(kind))]
        // No public source says how values of these types are sent.
        case .currency, .other: [name(DataType(kind))]
        }
    }

    /// The schema of a JSON input.
    ///
    /// If the schema isn't clearly that of an object, `x-flowdrift-type` names the type. If every launch sends the
    /// input, null is excluded.
    private static func json(_ schema: JSONValue, isAlways: Bool) -> OrderedJSON {
        guard case .object(var keywords) = schema, let type = keywords["type"],
            type == .string("object") || type == .string("array")
        else {
            let types: [OrderedJSON] = ["array", "boolean", "number", "object", "string"].map(OrderedJSON.string)
            let notNull = OrderedJSON.Member(name: "type", value: .array(types))
            let parts = OrderedJSON.Member(name: "allOf", value: .array([OrderedJSON(schema)]))
            return .object([name(DataType(.json))] + (isAlways ? [notNull] : []) + [parts])
        }
        // Without the name of the type, an array of strings would be read as a collection.
        if type == .string("array") { keywords[typeKeyword] = .string(DataType(.json).description) }
        return OrderedJSON(.object(keywords))
    }

    private static let typeKeyword = "x-flowdrift-type"

    private static func type(_ name: String) -> OrderedJSON.Member { .init(name: "type", value: .string(name)) }

    private static func name(_ type: DataType) -> OrderedJSON.Member {
        .init(name: typeKeyword, value: .string(type.description))
    }

    private func member(_ name: String, _ value: OrderedJSON) -> OrderedJSON.Member {
        OrderedJSON.Member(name: name, value: value)
    }
}
