import Testing

@testable import DriftCore

/// The errors of schemas that don't say what is sent: the problem, its JSON pointer, its place and the fix.
struct LaunchSchemaErrorTests {
    @Test(arguments: [
        ("{}", "has no type (#/properties/Flow.x); add 'type', or write \"x-flowdrift-type\": \"json\" for any JSON"),
        ("true", "has no type (#/properties/Flow.x)"),
        (#"{"description": "a"}"#, "has no type (#/properties/Flow.x)"),
        (#"{"format": "date"}"#, "has no type (#/properties/Flow.x)"),
        (##"{"$ref": "#/$defs/Any"}"##, "has no type (#/properties/Flow.x)"),
        (##"{"$ref": "#/$defs/Self"}"##, "has no type (#/properties/Flow.x)"),
        (
            #"{"anyOf": [{"type": "integer"}, {"type": "string"}]}"#,
            "may be integer or string (#/properties/Flow.x/anyOf); allow only one type, or name the input's type in 'x-flowdrift-type'"
        ),
        (#"{"type": ["boolean", "number", "null"]}"#, "may be boolean or decimal (#/properties/Flow.x/type)"),
        (#"{"enum": [1, "a"]}"#, "may be integer or string (#/properties/Flow.x/enum)"),
        (
            #"{"anyOf": [{"type": "object"}, {"type": "string"}]}"#,
            "may be object or string (#/properties/Flow.x/anyOf)"
        ),
        (
            #"{"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "time"}]}"#,
            "may be date or time (#/properties/Flow.x/anyOf)"
        ),
        (##"{"$ref": "#/$defs/Two"}"##, "may be integer or string (#/$defs/Two/type)"),
        (
            #"{"type": "array"}"#,
            "The elements of 'Flow.x' have no type (#/properties/Flow.x/type); add 'type' under 'items', or write \"x-flowdrift-type\": \"json\""
        ),
        (#"{"type": "array", "items": {}}"#, "The elements of 'Flow.x' have no type"),
        (
            #"{"type": "array", "prefixItems": [{"type": "string"}], "items": true}"#,
            "The elements of 'Flow.x' have no type"
        ),
        (#"{"type": "array", "items": false}"#, "Array 'Flow.x' can have no elements"),
        (
            #"{"items": {"type": ["string", "integer"]}}"#,
            "The type of the elements of 'Flow.x' may be integer or string (#/properties/Flow.x/items)"
        ),
    ])
    func asksForOneType(_ property: String, _ message: String) {
        let definitions = ##"{"Any": {}, "Self": {"$ref": "#/$defs/Self"}, "Two": {"type": ["string", "integer"]}}"##
        let error = LaunchSchema.error(ofProperty: property, definitions: definitions)
        #expect(error?.contains(message) == true, "\(error ?? "read")")
    }

    @Test(arguments: [
        (
            ##"{"$ref": "#/$defs/Nothing"}"##,
            "'#/$defs/Nothing' leads nowhere (#/properties/Flow.x/$ref); define that part, or generate the schema again"
        ),
        (
            #"{"$ref": "address.json#/a"}"#,
            "'address.json#/a' refers to another file (#/properties/Flow.x/$ref); bundle the schema into one file"
        ),
        (##"{"$ref": "#nowhere"}"##, "'#nowhere' leads nowhere (#/properties/Flow.x/$ref)"),
        (#"{"$ref": 5}"#, "'$ref' must be a string (#/properties/Flow.x/$ref)"),
        (##"{"$dynamicRef": "#a"}"##, "The keyword '$dynamicRef' isn't supported (#/properties/Flow.x/$dynamicRef)"),
        (
            #"{"type": "strng"}"#,
            "'strng' isn't a type of JSON Schema (#/properties/Flow.x/type); did you mean 'string'?"
        ),
        (#"{"type": "any"}"#, "'any' isn't a type of JSON Schema"),
        (#"{"anyOf": {"type": "string"}}"#, "'anyOf' must be an array of schemas (#/properties/Flow.x/anyOf)"),
        (#"{"allOf": []}"#, "'allOf' must be an array of schemas"), (#"{"enum": "a"}"#, "'enum' must be an array"),
        (#"{"type": "string", "required": true}"#, "'required' inside a property is from JSON Schema draft 3"),
        (#""string""#, "Expected a schema (an object) (#/properties/Flow.x)"),
        (#"{"type": "object", "properties": []}"#, "'properties' must be an object (#/properties/Flow.x/properties)"),
    ])
    func pointsAtTheKeyword(_ property: String, _ message: String) {
        let error = LaunchSchema.error(ofProperty: property)
        #expect(error?.contains(message) == true, "\(error ?? "read")")
    }

    @Test(arguments: [
        (
            #"{"properties": {"callerNumber": {"type": "string"}}}"#,
            "s.json:1:17: Property 'callerNumber' has no scope such as 'Flow.' before its name, so it fills no input (#/properties/callerNumber); give the property the name or alias 'Flow.callerNumber'"
        ),
        (
            #"{"properties": {"Flow.a": {"type": "string"}, "Flow.A": {"type": "string"}}}"#,
            "s.json:1:47: Properties 'Flow.a' and 'Flow.A' differ only in letter case (#/properties/Flow.A); keep only the property that the code sends"
        ),
        (
            #"{"properties": {"Flow.a": {"type": "string"}, "Flow.a": {"type": "string"}}}"#,
            "s.json:1:47: Property 'Flow.a' is declared twice (#/properties/Flow.a); keep only one of the two"
        ),
        (
            #"{"properties": {"Flow.number": {"type": "string"}}, "required": ["Flow.nummber"]}"#,
            "s.json:1:66: 'Flow.nummber' is in 'required', but not in 'properties' (#/required/0); did you mean 'Flow.number'?"
        ),
        (
            #"{"properties": {"flowId": false, "inputData": {"type": "object"}}}"#,
            "s.json:1:34: The schema describes the whole body of a launch, not only the inputs (#/properties/inputData); select only inputData: write '#/properties/inputData' after the file's name"
        ),
        (
            #"{"properties": {}, "required": "Flow.a"}"#,
            "s.json:1:32: 'required' must be an array of names (#/required)"
        ),
    ])
    func checksNames(_ schema: String, _ message: String) {
        let error = LaunchSchema.error(schema)
        #expect(error?.hasPrefix(message) == true, "\(error ?? "read")")
    }

    @Test(arguments: [
        ("{}", "s.json:1:1: The schema has no properties (#); list the inputs under 'properties'"),
        (#"{"type": "object", "additionalProperties": {"type": "string"}}"#, "The schema has no properties (#)"),
        (
            #"{"$defs": {"A": {"properties": {}}, "B": {"type": "string"}}}"#,
            "The schema has no properties (#); select the part that describes inputData, one of #/$defs/A, #/$defs/B"
        ),
        ("true", "Expected the schema of an object (#)"), ("[]", "Expected the schema of an object (#)"),
        (#"{"type": "array", "items": {}}"#, "The schema describes array, but a launch sends an object (#/type)"),
        (
            #"{"type": ["object", "null"], "properties": {}}"#,
            "s.json:1:10: The schema allows null, but a launch sends an object (#/type); allow only the object; a launch without inputs sends {}"
        ),
        (#"{"type": "object", "nullable": true, "properties": {}}"#, "The schema allows null"),
        (
            #"{"anyOf": [{"properties": {}}, {"type": "null"}]}"#,
            "The schema allows null, but a launch sends an object (#/anyOf)"
        ),
        (
            #"{"oneOf": [{"properties": {}}, {"properties": {}}]}"#,
            "The schema describes several objects, but a launch sends one (#/oneOf); describe one object with all properties, or select one: #/oneOf/0"
        ),
        (
            #"{"properties": {}, "if": {}, "then": {"properties": {"Flow.a": {"type": "string"}}}}"#,
            "The schema's properties depend on a condition (#/then); list all properties under 'properties'"
        ),
        (
            #"{"properties": {}, "dependentSchemas": {"a": {"properties": {}}}}"#,
            "depend on a condition (#/dependentSchemas/a)"
        ),
        (
            ##"{"$ref": "#/$defs/Text", "$defs": {"Text": {"type": "string"}}}"##,
            "describes string, but a launch sends an object"
        ),
        (##"{"$ref": "#"}"##, "The schema has no properties (#)"),
    ])
    func asksForAnObject(_ schema: String, _ message: String) {
        let error = LaunchSchema.error(schema)
        #expect(error?.contains(message) == true, "\(error ?? "read")")
    }

    @Test(arguments: [
        (
            "/$defs/Lunch",
            "s.json:2:12: '#/$defs/Lunch' leads nowhere: there is no 'Lunch' (#/$defs); did you mean '#/$defs/Launch'?"
        ),
        ("/$defs/Zebra", "there is no 'Zebra' (#/$defs); use one of Launch, Address"),
        (
            "/definitions/Launch",
            "'#/definitions/Launch' leads nowhere: there is no 'definitions' (#); use one of $defs"
        ),
        ("/$defs/Launch/type/x", "there is no 'x' (#/$defs/Launch/type); select another part"),
        (
            "$defs/Launch",
            "'#$defs/Launch' after the file's name isn't a JSON pointer; write a pointer such as #/$defs/Launch"
        ),
    ])
    func saysWhereAPointerLeadsNowhere(_ pointer: String, _ message: String) {
        let schema = """
            {
              "$defs": {
                "Launch": { "type": "object", "properties": {} },
                "Address": {}
              }
            }
            """
        let error = LaunchSchema.error(schema, at: pointer)
        #expect(error?.contains(message) == true, "\(error ?? "read")")
    }

    @Test(arguments: [
        (#"{"properties": {},}"#, "s.json:1:18: The schema isn't valid JSON: "), ("", "The schema isn't valid JSON: "),
        ("type: object", "The schema isn't valid JSON: "), ("// a\n{}", "The schema isn't valid JSON: "),
        ("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n", "The schema isn't valid JSON: "),
    ])
    func refusesWhatIsNotJSON(_ schema: String, _ message: String) {
        let error = LaunchSchema.error(schema)
        #expect(error?.contains(message) == true, "\(error ?? "read")")
    }

    @Test func refusesReferencesThatNestTooDeep() {
        let levels = (0..<5_000).map { ##""D\##($0)": {"$ref": "#/$defs/D\##($0 + 1)"}"## }.joined(separator: ", ")
        let definitions = "{\(levels), \"D5000\": {\"type\": \"string\"}}"
        let error = LaunchSchema.error(ofProperty: ##"{"$ref": "#/$defs/D0"}"##, definitions: definitions)
        #expect(error?.contains("The references are nested too deeply (#/$defs/D") == true, "\(error ?? "read")")
        let top = LaunchSchema.error(##"{"$ref": "#/$defs/D0", "$defs": \##(definitions)}"##)
        #expect(top?.contains("The references are nested too deeply") == true, "\(top ?? "read")")
    }

    @Test func showsNoLongOrInvisibleText() throws {
        let name = String(repeating: "x", count: 5_000) + "\\n"
        let error = try #require(LaunchSchema.error(#"{"properties": {"\#(name)": {"type": "string"}}}"#))
        #expect(error.utf8.count < 400)
        #expect(!error.contains("\n"))
    }
}
