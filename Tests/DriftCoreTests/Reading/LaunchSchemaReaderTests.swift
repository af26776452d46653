import Testing

@testable import DriftCore

/// Each form of a property, and the input that it becomes.
struct LaunchSchemaReaderTests {
    @Test(arguments: [
        (#"{"type": "string"}"#, "string"), (#"{"type": "integer"}"#, "integer"), (#"{"type": "number"}"#, "decimal"),
        (#"{"type": "boolean"}"#, "boolean"), (#"{"type": "object"}"#, "json"), (#"{"type": ["string"]}"#, "string"),
        (#"{"type": ["integer", "number"]}"#, "decimal"), (#"{"properties": {"a": {}}}"#, "json"),
        (#"{"additionalProperties": {"type": "string"}}"#, "json"),
        (#"{"type": "string", "minLength": 1, "pattern": "^a", "title": "A"}"#, "string"),
    ])
    func readsTypes(_ property: String, _ type: String) throws {
        #expect(try LaunchSchema.type(property) == "\(type), always")
    }

    @Test(arguments: [
        ("date-time", "dateTime"), ("date", "date"), ("time", "time"), ("duration", "duration"), ("uuid", "string"),
        ("email", "string"), ("uri", "string"), ("password", "string"), ("something", "string"),
    ])
    func readsFormats(_ format: String, _ type: String) throws {
        #expect(try LaunchSchema.type(#"{"type": "string", "format": "\#(format)"}"#) == "\(type), always")
        #expect(
            try LaunchSchema.type(#"{"allOf": [{"type": "string"}, {"format": "\#(format)"}]}"#) == "\(type), always"
        )
    }

    @Test func ignoresFormatsOfNumbers() throws {
        #expect(try LaunchSchema.type(#"{"type": "integer", "format": "int32"}"#) == "integer, always")
        #expect(try LaunchSchema.type(#"{"type": "number", "format": "date"}"#) == "decimal, always")
    }

    @Test(arguments: [
        (#"{"type": "array", "items": {"type": "string"}}"#, "string[]"),
        (#"{"type": "array", "items": {"type": "number"}}"#, "decimal[]"),
        (#"{"items": {"type": "boolean"}}"#, "boolean[]"),
        (#"{"type": "array", "items": {"type": "string", "format": "date"}}"#, "date[]"),
        (#"{"type": "array", "items": {"type": ["string", "null"]}}"#, "string[]"),
        (#"{"type": "array", "items": {"enum": [1, 2]}}"#, "integer[]"),
        (#"{"type": "array", "items": {"anyOf": [{"type": "number"}, {"type": "string"}]}}"#, "decimal[]"),
        (#"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}], "items": false}"#, "string[]"),
        (#"{"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "string"}}"#, "string[]"),
        (#"{"type": "array", "prefixItems": [{"type": "integer"}, {"type": "number"}], "maxItems": 2}"#, "decimal[]"),
        (#"{"type": "array", "items": [{"type": "string"}], "additionalItems": false}"#, "string[]"),
        (#"{"type": "array", "prefixItems": [{"type": "number"}]}"#, "decimal[]"),
        (#"{"type": "array", "items": {"type": "string", "x-flowdrift-type": "queue"}}"#, "queue[]"),
        (#"{"allOf": [{"type": "array"}, {"items": {"type": "string"}}]}"#, "string[]"),
        (#"{"const": ["a", "b"]}"#, "string[]"),
    ])
    func readsCollections(_ property: String, _ type: String) throws {
        #expect(try LaunchSchema.type(property) == "\(type), always")
    }

    /// An array of objects is one JSON value, because a contract can give only such an input a schema.
    @Test(arguments: [
        #"{"type": "array", "items": {"type": "object"}}"#,
        #"{"type": "array", "items": {"items": {"type": "string"}}}"#,
        #"{"type": "array", "items": {"anyOf": [{"type": "object"}, {"type": "array"}]}}"#,
        #"{"type": ["object", "array"]}"#, #"{"anyOf": [{"type": "object"}, {"items": {"type": "string"}}]}"#,
        #"{"oneOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}"#, #"{"const": {"a": 1}}"#,
        #"{"enum": [{"a": 1}, [1]]}"#,
    ])
    func readsWhatOnlyJSONHolds(_ property: String) throws {
        #expect(try LaunchSchema.type(property) == "json, always")
    }

    @Test(arguments: [
        (#"{"const": "a"}"#, "string"), (#"{"const": 1}"#, "integer"), (#"{"const": 1.5}"#, "decimal"),
        (#"{"const": true}"#, "boolean"), (#"{"enum": ["a", "b"]}"#, "string"), (#"{"enum": [1, 2.5]}"#, "decimal"),
        (#"{"enum": [1, 2], "type": "number"}"#, "integer"), (#"{"type": "number", "const": 1.0}"#, "integer"),
        (#"{"enum": ["2027-01-01"], "type": "string", "format": "date"}"#, "date"),
        (#"{"anyOf": [{"const": "a"}, {"const": "b"}]}"#, "string"),
        (#"{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}"#, "string"),
    ])
    func readsFixedValues(_ property: String, _ type: String) throws {
        #expect(try LaunchSchema.type(property) == "\(type), always")
    }

    @Test(arguments: [
        #"{"anyOf": [{"type": "number"}, {"type": "string"}]}"#, #"{"type": ["number", "string"]}"#,
        #"{"anyOf": [{"type": "number", "exclusiveMinimum": 0}, {"type": "string", "pattern": "^\\d+$"}]}"#,
        #"{"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}]}"#,
    ])
    func readsADecimalThatMayBeWrittenAsAString(_ property: String) throws {
        #expect(try LaunchSchema.type(property) == "decimal, always")
    }

    @Test(arguments: [
        #"{"type": ["string", "null"]}"#, #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#,
        #"{"oneOf": [{"type": "null"}, {"type": "string"}]}"#, #"{"enum": ["a", null]}"#,
        #"{"type": "string", "nullable": true}"#, ##"{"anyOf": [{"$ref": "#/$defs/S"}, {"type": "null"}]}"##,
        ##"{"nullable": true, "allOf": [{"$ref": "#/$defs/S"}]}"##, ##"{"$ref": "#/$defs/N"}"##,
        #"{"anyOf": [{"type": "string"}, {"const": null}]}"#,
    ])
    func countsNullAsNotSent(_ property: String) throws {
        let definitions = #"{"S": {"type": "string"}, "N": {"type": ["string", "null"]}}"#
        #expect(try LaunchSchema.type(property, definitions: definitions) == "string, sometimes")
    }

    @Test(arguments: [
        #"{"type": "null"}"#, "false", #"{"const": null}"#, #"{"enum": [null]}"#, #"{"not": {}}"#, #"{"enum": []}"#,
        ##"{"$ref": "#/$defs/N"}"##, #"{"allOf": [{"type": "string"}, false]}"#,
        #"{"allOf": [{"type": "string"}, {"type": "integer"}]}"#,
    ])
    func leavesOutWhatHasNoValue(_ property: String) throws {
        #expect(try LaunchSchema.type(property, definitions: #"{"N": {"type": "null"}}"#) == "")
    }

    @Test func readsRequiredAsAlways() throws {
        let schema =
            #"{"properties": {"Flow.b": {"type": "string"}, "Flow.a": {"type": "string"}}, "required": ["Flow.a"]}"#
        #expect(try LaunchSchema.lines(schema) == ["Flow.b: string, sometimes", "Flow.a: string, always"])
    }
}
