import Testing

@testable import DriftCore

/// `x-flowdrift-type`, which names a type that JSON Schema doesn't have.
struct LaunchSchemaNamedTypeTests {
    @Test(arguments: [
        (#"{"type": "string", "x-flowdrift-type": "queue"}"#, "queue, always"),
        (#"{"x-flowdrift-type": "currency"}"#, "currency, always"),
        (#"{"x-flowdrift-type": "cpx_abc[]"}"#, "cpx_abc[], always"),
        (#"{"x-flowdrift-type": "json"}"#, "json, always"),
        (#"{"items": {"type": "string"}, "x-flowdrift-type": "user[]"}"#, "user[], always"),
        (#"{"items": {"type": "object"}, "x-flowdrift-type": "json[]"}"#, "json[], always"),
        (#"{"type": ["string", "null"], "x-flowdrift-type": "phoneNumber"}"#, "phoneNumber, sometimes"),
        (#"{"anyOf": [{"type": "string", "x-flowdrift-type": "user"}, {"type": "null"}]}"#, "user, sometimes"),
        (##"{"$ref": "#/$defs/Q"}"##, "queue, always"), (##"{"$ref": "#/$defs/Q", "minLength": 1}"##, "queue, always"),
        (#"{"type": ["string", "integer"], "x-flowdrift-type": "string"}"#, "string, always"),
        (#"{"type": "number", "x-flowdrift-type": "integer"}"#, "integer, always"),
        (#"{"type": "string", "format": "date-time", "x-flowdrift-type": "string"}"#, "string, always"),
        (#"{"$ref": "other.json", "x-flowdrift-type": "json"}"#, "json, always"),
        (#"{"type": "array", "items": {"x-flowdrift-type": "json"}}"#, "json[], always"),
    ])
    func overridesTheRest(_ property: String, _ line: String) throws {
        let definitions = #"{"Q": {"type": "string", "x-flowdrift-type": "queue"}}"#
        #expect(try LaunchSchema.type(property, definitions: definitions) == line)
    }

    @Test(arguments: [
        (
            #"{"x-flowdrift-type": "quue"}"#,
            "Unknown type 'quue' in 'x-flowdrift-type' (#/properties/Flow.x/x-flowdrift-type); did you mean 'queue'?"
        ),
        (
            #"{"type": "integer", "x-flowdrift-type": "queue"}"#,
            "'x-flowdrift-type' says queue, but the schema allows integer (#/properties/Flow.x/x-flowdrift-type); correct one of the two"
        ),
        (
            #"{"type": "string", "x-flowdrift-type": "string[]"}"#,
            "'x-flowdrift-type' says string[], but the schema allows string (#/properties/Flow.x/x-flowdrift-type); correct one of the two"
        ),
        (
            #"{"x-flowdrift-type": ["queue"]}"#,
            "'x-flowdrift-type' must be a string (#/properties/Flow.x/x-flowdrift-type); write a type such as \"queue\""
        ),
    ])
    func refusesWhatIsNoTypeOrContradictsTheSchema(_ property: String, _ message: String) {
        #expect(LaunchSchema.error(ofProperty: property)?.hasSuffix(": " + message) == true)
    }
}
