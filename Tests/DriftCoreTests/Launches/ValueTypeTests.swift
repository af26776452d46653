import Testing

@testable import DriftCore

struct ValueTypeTests {
    private static let names = [
        "string", "integer", "decimal", "boolean", "null", "object", "[]", "mixed[]", "unknown", "string[]",
        "object[]", "[][]", "mixed[][]", "unknown[]", "string[][][]",
    ]

    @Test(arguments: names)
    func readsWhatItWrites(_ name: String) throws {
        let type = try #require(ValueType(name))
        #expect(type.description == name)
    }

    @Test(arguments: ["", "String", "null[]", "mixed", "string[", "string]", "string[] ", "[]string", "]["])
    func refusesAnythingElse(_ text: String) {
        #expect(ValueType(text) == nil)
    }

    @Test func readsNoArrayThatIsTooDeep() throws {
        let deep = "string" + String(repeating: "[]", count: 1_000)
        #expect(try #require(ValueType(deep)).description == deep)
        #expect(ValueType("string" + String(repeating: "[]", count: 1_001)) == nil)
        #expect(ValueType("string" + String(repeating: "[]", count: 500_000)) == nil)
    }

    /// The type of an array by the types of its elements.
    private static let arrays: [([String], String)] = [
        ([], "[]"), (["null"], "[]"), (["string", "null"], "string[]"), (["integer", "decimal"], "decimal[]"),
        (["integer", "string"], "mixed[]"), (["unknown", "integer"], "integer[]"), (["unknown"], "unknown[]"),
        (["[]", "string[]"], "string[][]"), (["string[]", "integer[]"], "mixed[][]"), (["object", "[]"], "mixed[]"),
    ]

    @Test(arguments: arrays)
    func joinsTheElementsOfAnArray(_ elements: [String], _ expected: String) throws {
        let types = try elements.map { try #require(ValueType($0)) }
        #expect(ValueType(arrayOf: types).description == expected)
        #expect(ValueType(arrayOf: types.reversed()).description == expected)
    }

    /// A JSON type, an input's type, and whether the input takes it.
    private static let fits: [(String, String, TypeFit)] = [
        ("string", "string", .fits), ("string", "dateTime", .fits), ("string", "queue", .fits),
        ("string", "phoneNumber", .fits), ("string", "integer", .breaks), ("string", "json", .undocumented),
        ("string", "currency", .undocumented), ("string", "cpx_x", .undocumented), ("string", "string[]", .breaks),
        ("integer", "integer", .fits), ("integer", "decimal", .fits), ("decimal", "integer", .breaks),
        ("integer", "string", .breaks), ("integer", "json", .fits), ("integer", "dateTime", .undocumented),
        ("decimal", "duration", .undocumented), ("boolean", "boolean", .fits), ("boolean", "integer", .breaks),
        ("boolean", "dateTime", .breaks), ("object", "json", .fits), ("object", "string", .breaks),
        ("object", "json[]", .breaks), ("[]", "string[]", .fits), ("[]", "json", .fits), ("[]", "string", .breaks),
        ("string[]", "string[]", .fits), ("string[]", "date[]", .fits), ("integer[]", "decimal[]", .fits),
        ("integer[]", "string[]", .breaks), ("object[]", "json[]", .fits), ("object[]", "json", .fits),
        ("mixed[]", "json", .fits), ("mixed[]", "json[]", .fits), ("mixed[]", "string[]", .breaks),
        ("string[][]", "string[]", .breaks), ("string[][]", "json", .fits), ("unknown", "integer", .fits),
        ("null", "boolean", .fits), ("unknown[]", "integer[]", .fits), ("mixed[]", "currency[]", .undocumented),
    ]

    @Test(arguments: fits)
    func fitsIntoAnInput(_ value: String, _ declared: String, _ expected: TypeFit) throws {
        #expect(try #require(ValueType(value)).fit(into: DataType(declared)) == expected)
    }

    /// A type in a schema of the code, an input's type, and whether the input takes it.
    private static let declaredFits: [(String, String, TypeFit)] = [
        ("string", "string", .fits), ("string", "queue", .fits), ("queue", "string", .fits), ("date", "date", .fits),
        ("date", "dateTime", .undocumented), ("integer", "decimal", .fits), ("decimal", "integer", .breaks),
        ("integer", "dateTime", .undocumented), ("decimal", "phoneNumber", .undocumented),
        ("boolean", "dateTime", .breaks), ("string", "integer", .breaks), ("string", "json", .undocumented),
        ("json", "json", .fits), ("json", "string", .breaks), ("json", "json[]", .fits), ("json", "string[]", .breaks),
        ("string[]", "string[]", .fits), ("string[]", "json", .fits), ("string[]", "json[]", .undocumented),
        ("string[]", "string", .breaks), ("string", "string[]", .breaks), ("integer[]", "decimal[]", .fits),
        ("currency", "currency", .fits), ("decimal", "currency", .undocumented), ("json", "cpx_x", .undocumented),
        ("currency", "decimal", .breaks),
    ]

    @Test(arguments: declaredFits)
    func fitsIntoAnInputAsDeclared(_ schema: String, _ declared: String, _ expected: TypeFit) {
        #expect(ValueType.fit(of: DataType(schema), into: DataType(declared)) == expected)
    }

    /// A JSON type, and the type of an input that the flow doesn't have.
    private static let types: [(String, String?)] = [
        ("string", "string"), ("integer", "integer"), ("object", "json"), ("[]", "json"), ("mixed[]", "json"),
        ("string[]", "string[]"), ("boolean[]", "boolean[]"), ("object[]", "json"), ("string[][]", "json"),
        ("unknown[]", "json"), ("unknown", nil), ("null", nil),
    ]

    @Test(arguments: types)
    func hasATypeOfArchitect(_ value: String, _ expected: String?) throws {
        #expect(try #require(ValueType(value)).dataType?.description == expected)
    }
}
