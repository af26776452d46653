extension JSONValue: Decodable {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: MemberName.self) {
            var object: [String: JSONValue] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else if var elements = try? decoder.unkeyedContainer() {
            var array: [JSONValue] = []
            while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
            self = .array(array)
        } else {
            self = try Self.scalar(in: decoder.singleValueContainer())
        }
    }

    /// The shortest text of a number: `1` for `1.0`.
    package static func text(of number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }

    private static func scalar(in value: any SingleValueDecodingContainer) throws -> JSONValue {
        if value.decodeNil() { return .null }
        if let boolean = try? value.decode(Bool.self) { return .boolean(boolean) }
        if let integer = try? value.decode(Int.self) { return .number(String(integer)) }
        if let number = try? value.decode(Double.self) { return .number(text(of: number)) }
        return .string(try value.decode(String.self))
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
