import Testing

/// A text that the schema accepts and the reader rejects, because a schema can't express what the reader checks.
struct SchemaException: Sendable, CustomTestStringConvertible {
    var text: String

    /// What a schema can't express.
    var reason: String

    var testDescription: String { "\(reason): \(text)" }

    private static let sameName = "keys that differ in letter case are different keys to a schema"
    private static let sameNumber = "1 and 1.0 are the same number to a schema, of any size"
    private static let quotes = "a schema does not see quotes"
    private static let keys = "every key is a text to a schema"

    static let contracts: [SchemaException] = [
        exception("launch: { inputs: { Flow.a: string, flow.A: string } }", sameName),
        exception("launch: { outputs: { Flow.a: string, flow.A: string } }", sameName),
        exception("launch: { inputs: { ~: string } }", keys),
        exception("launch: { inputs: { a: { type: string, schema: b.json } } }", "only a json input has a schema"),
        exception("launch: { via: webhook, outputs: { a: string } }", "a webhook returns no outputs"),
        exception("launch: { via: custom }", "what goes with `via: custom`"),
        exception("launch: { via: webhook, recordings: [a.ndjson] }", "recordings hold launches by the API"),
        exception("launch: { custom: { at: /a } }", "what goes with `via: custom`"),
        exception("launch: { outputs: { null: string } }", keys),
        exception("launch: {}\nenvironments: { null: }", keys),
        exception("triggers: [{ name: A }, { name: A, enabled: true }]", "a schema does not compare items by one key"),
        exception("triggers: [{ name: A, eventTTLSeconds: 60.0 }]", sameNumber),
        exception("triggers: [{ name: A, delayBySeconds: 99999999999999999999 }]", sameNumber),
        exception("triggers: [{ name: A, match: [{ jsonPath: a, operator: In, values: 'any' }] }]", quotes),
        SchemaException(text: "flowdrift: 1.0\ncontract: a\nflow: workflow/A\nlaunch: {}\n", reason: sameNumber),
    ]

    static let settings: [SchemaException] = [
        SchemaException(text: "flowdrift: 1.0\n", reason: sameNumber),
        SchemaException(text: "flowdrift: 1\nenvironments: { null: }\n", reason: keys),
        SchemaException(text: waiver("flow-mising", "2027-03-31"), reason: "the rules are listed under severity"),
        SchemaException(text: waiver("waiver-unused", "2027-03-31"), reason: "a finding on a waiver cannot be waived"),
        SchemaException(text: waiver("flow-missing", "2027-02-29"), reason: "a schema knows no calendar"),
    ]

    private static func waiver(_ rule: String, _ day: String) -> String {
        "flowdrift: 1\nwaivers: [{ rule: \(rule), reason: a, owner: b, expires: \(day) }]\n"
    }

    private static func exception(_ body: String, _ reason: String) -> SchemaException {
        SchemaException(text: "flowdrift: 1\ncontract: a\nflow: workflow/A\n\(body)\n", reason: reason)
    }
}
