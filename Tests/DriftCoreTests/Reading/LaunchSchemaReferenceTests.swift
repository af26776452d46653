import SourceText
import Testing

@testable import DriftCore

/// References, schemas in a part of a file, and objects that several parts of a schema describe.
struct LaunchSchemaReferenceTests {
    @Test(arguments: [
        "#/$defs/A", "#/definitions/A", "#/properties/Flow.y", "#/$defs/a~1b", "#/$defs/a%20b", "#/$defs/Alias",
        "#here", "https://example.org/s.json#/$defs/A", "https://example.org/s.json#here", "#/$defs/List/allOf/0",
    ])
    func followsReferencesWithinTheFile(_ reference: String) throws {
        let schema = ##"""
            {"$id": "https://example.org/s.json", "type": "object",
             "properties": {"Flow.x": {"$ref": "\##(reference)"}, "Flow.y": {"type": "integer"}},
             "definitions": {"A": {"type": "integer"}},
             "$defs": {"A": {"type": "integer"}, "a/b": {"type": "integer"}, "a b": {"type": "integer"},
              "Alias": {"$ref": "#/$defs/A"}, "Anchored": {"$anchor": "here", "type": "integer"},
              "List": {"allOf": [{"type": "integer"}]}}}
            """##
        #expect(try LaunchSchema.lines(schema).first == "Flow.x: integer, sometimes")
    }

    @Test func followsReferencesThatLeadBack() throws {
        let definitions = ##"""
            {"Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}},
             "Loop": {"allOf": [{"$ref": "#/$defs/Loop"}, {"type": "string"}]},
             "Choice": {"anyOf": [{"type": "integer"}, {"$ref": "#/$defs/Choice"}]},
             "List": {"type": "array", "items": {"$ref": "#/$defs/List"}}}
            """##
        for (name, type) in [("Node", "json"), ("Loop", "string"), ("Choice", "integer"), ("List", "json")] {
            let property = ##"{"$ref": "#/$defs/\##(name)"}"##
            #expect(try LaunchSchema.type(property, definitions: definitions) == "\(type), always")
        }
    }

    @Test func examinesAPartOnceHoweverOftenItIsReferredTo() throws {
        let levels = (0..<60).map { level in
            ##""D\##(level)": {"allOf": [{"$ref": "#/$defs/D\##(level + 1)"}, {"$ref": "#/$defs/D\##(level + 1)"}]}"##
        }
        let definitions = "{\(levels.joined(separator: ", ")), \"D60\": {\"type\": \"string\"}}"
        let type = try LaunchSchema.type(##"{"$ref": "#/$defs/D0"}"##, definitions: definitions)
        #expect(type == "string, always")
    }

    @Test func readsAnObjectInSeveralParts() throws {
        let schema = ##"""
            {"allOf": [{"$ref": "#/$defs/Base"},
              {"properties": {"Flow.b": {"type": "integer"}, "Flow.a": {"maxLength": 5}}, "required": ["Flow.b"]}],
             "$defs": {"Base": {"type": "object", "properties": {"Flow.a": {"type": "string"}}, "required": ["Flow.a"]}}}
            """##
        #expect(try LaunchSchema.lines(schema) == ["Flow.a: string, always", "Flow.b: integer, always"])
    }

    @Test(arguments: ["/$defs/B", "/definitions/B", "/components/schemas/B", "/$defs/C%2FD", "/$defs/C~1D"])
    func readsAPartOfAFile(_ pointer: String) throws {
        let part = ##"{"properties": {"Flow.x": {"$ref": "#/$defs/S"}}}"##
        let schema = """
            {"$defs": {"S": {"type": "string"}, "B": \(part), "C/D": \(part)}, "definitions": {"B": \(part)},
             "components": {"schemas": {"B": \(part)}}}
            """
        #expect(try LaunchSchema.lines(schema, at: pointer) == ["Flow.x: string, sometimes"])
    }

    @Test func keepsOrderAndPlaces() throws {
        let schema = """
            {
              "properties": {
                "Flow.zeta": { "type": "string" },
                "Flow.alpha": { "type": "string" }
              }
            }
            """
        let inputs = try LaunchSchema.inputs(schema).inputs
        #expect(inputs.map(\.name.value) == ["Flow.zeta", "Flow.alpha"])
        #expect(inputs.map(\.name.position) == [Position(line: 3, column: 5), Position(line: 4, column: 5)])
        #expect(inputs[0].name.end == Position(line: 3, column: 16))
    }

    @Test(arguments: [
        ("", false), (#", "additionalProperties": false"#, false), (#", "additionalProperties": true"#, true),
        (#", "additionalProperties": {"type": "string"}"#, true), (#", "additionalProperties": {}"#, true),
        (#", "additionalProperties": {"not": {}}"#, false), (#", "patternProperties": {"^x": {}}"#, true),
        (#", "patternProperties": {}"#, false), (#", "unevaluatedProperties": true"#, true),
        (#", "allOf": [{"additionalProperties": true}, {"additionalProperties": false}]"#, false),
    ])
    func allowsOthersOnlyWhereTheSchemaSaysSo(_ keywords: String, _ isOpen: Bool) throws {
        let schema = #"{"properties": {"Flow.x": {"type": "string"}}\#(keywords)}"#
        #expect(try LaunchSchema.inputs(schema).allowsOthers == isOpen)
    }

    @Test(arguments: [
        #""anyOf": [{"required": ["Flow.a"]}, {"required": ["Flow.b"]}]"#,
        #""dependentRequired": {"Flow.a": ["Flow.b"]}"#,
        #""dependencies": {"Flow.a": ["Flow.b"]}"#,
        #""if": {"required": ["Flow.a"]}, "then": {"required": ["Flow.b"]}"#,
        #""oneOf": [{"required": ["Flow.a"]}, {"not": {"required": ["Flow.a"]}}]"#,
    ])
    func readsInputsOfWhichOneIsRequiredAsSometimes(_ keywords: String) throws {
        let schema = #"{"properties": {"Flow.a": {"type": "string"}, "Flow.b": {"type": "string"}}, \#(keywords)}"#
        #expect(try LaunchSchema.lines(schema) == ["Flow.a: string, sometimes", "Flow.b: string, sometimes"])
    }

    @Test func readsALaunchWithoutInputs() throws {
        #expect(try LaunchSchema.lines(#"{"type": "object", "properties": {}}"#).isEmpty)
    }

    @Test func readsAWebhooksBodyWithoutScopes() throws {
        let schema = #"{"properties": {"parcelNumber": {"type": "string"}}}"#
        #expect(try LaunchSchema.lines(schema, scoped: false) == ["parcelNumber: string, sometimes"])
    }

    @Test func givesJSONInputsTheirSchema() throws {
        let schema = ##"""
            {"properties": {"Flow.order": {"$ref": "#/$defs/Order"}, "Flow.rows": {"items": {"$ref": "#/$defs/Order"}},
              "Flow.text": {"type": "string"}},
             "$defs": {"Order": {"type": "object", "properties": {"id": {"type": "string"}, "to": {"$ref": "#/$defs/To"}}},
              "To": {"type": "object", "properties": {"zip": {"type": "string"}}}}}
            """##
        let inputs = try LaunchSchema.inputs(schema).inputs
        #expect(inputs.map { $0.payload == nil } == [false, false, true])
        let order = try #require(inputs[0].payload)
        #expect(order.names == ["id", "to"])
        #expect(order.presence(of: try #require(MemberPath("to.zip"))) == .named)
        #expect(order.presence(of: try #require(MemberPath("to.zap"))) == .absent)
        #expect(order.presence(of: try #require(MemberPath("Flow.order"))) == .absent)
        #expect(inputs[1].payload?.presence(of: try #require(MemberPath("[].to.zip"))) == .named)
    }

    @Test func joinsTheSchemasOfOneInputInSeveralParts() throws {
        let schema = """
            {"properties": {"Flow.x": {"type": "object", "properties": {"a": {}}}},
             "allOf": [{"properties": {"Flow.x": {"properties": {"b": {}}}}}]}
            """
        let payload = try #require(try LaunchSchema.inputs(schema).inputs.first?.payload)
        #expect(payload.names == ["a", "b"])
    }
}
