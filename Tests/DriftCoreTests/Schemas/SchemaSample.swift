import DriftCore
import Testing

/// A text that both the schema and the reader accept, or both reject.
struct SchemaSample: Sendable, CustomTestStringConvertible {
    var text: String
    var isValid: Bool

    var testDescription: String { (isValid ? "valid: " : "invalid: ") + text }

    private static func samples(valid: [String], invalid: [String]) -> [SchemaSample] {
        valid.map { SchemaSample(text: $0, isValid: true) } + invalid.map { SchemaSample(text: $0, isValid: false) }
    }

    // MARK: Contracts

    static let contracts: [SchemaSample] =
        samples(valid: heads.valid.map { $0 + "launch: {}\n" }, invalid: heads.invalid.map { $0 + "launch: {}\n" })
        + samples(valid: bodies.valid.map { head + $0 }, invalid: bodies.invalid.map { head + $0 })
        + samples(
            valid: environments.valid.map { head + "launch: {}\nenvironments: \($0)\n" },
            invalid: environments.invalid.map { head + "launch: {}\nenvironments: \($0)\n" }
        )
        + samples(
            valid: (launches.valid + types).map { head + "launch: \($0)\n" },
            invalid: launches.invalid.map { head + "launch: \($0)\n" }
        )
        + samples(
            valid: (triggers.valid + operators).map { head + "triggers: [\($0)]\n" },
            invalid: triggers.invalid.map { head + "triggers: [\($0)]\n" }
        )

    private static let head = "flowdrift: 1\ncontract: a\nflow: workflow/A\n"

    private static let heads: (valid: [String], invalid: [String]) = (
        valid: FlowType.known.map { "flowdrift: 1\ncontract: a\nflow: \($0)/A\n" } + [
            "flowdrift: 1\ncontract: 2026\nflow: workflow/A\nowner: true\n",
            "flowdrift: 0x1\ncontract: 'null'\nflow: workflow/A/B {environment}\n",
        ],
        invalid: [
            "contract: a\nflow: workflow/A\n", "flowdrift: 2\ncontract: a\nflow: workflow/A\n",
            "flowdrift: '1'\ncontract: a\nflow: workflow/A\n", "flowdrift:\ncontract: a\nflow: workflow/A\n",
            "flowdrift: 1\nflow: workflow/A\n", "flowdrift: 1\ncontract:\nflow: workflow/A\n",
            "flowdrift: 1\ncontract: ''\nflow: workflow/A\n", "flowdrift: 1\ncontract: [a]\nflow: workflow/A\n",
            "flowdrift: 1\ncontract: a\n", "flowdrift: 1\ncontract: a\nflow: A\n",
            "flowdrift: 1\ncontract: a\nflow: workflow/\n", "flowdrift: 1\ncontract: a\nflow: WORKFLOW/A\n",
            "flowdrift: 1\ncontract: a\nflow: workflows/A\n", "flowdrift: 1\ncontract: a\nflow: { type: workflow }\n",
            "flowdrift: 1\ncontract: a\nflow: /A\n", "flowdrift: 1\ncontract: a\nflow: 1\n",
        ]
    )

    private static let bodies: (valid: [String], invalid: [String]) = (
        valid: [
            "launch: {}\n", "launch: {}\ntriggers: []\n", "triggers: [{ name: A }]\n", "owner: team-a\nlaunch: {}\n",
        ],
        invalid: [
            "", "triggers: []\n", "owner: team-a\n", "launch: {}\nlunch: {}\n", "launch:\n", "launch: []\n",
            "launch: {}\nowner:\n", "launch: {}\nowner: ''\n", "launch: {}\nowner: [a]\n", "launch: {}\ntriggers:\n",
            "launch: {}\ntriggers: { name: A }\n", "launch: {}\ntriggers: [A]\n",
        ]
    )

    private static let environments: (valid: [String], invalid: [String]) = (
        valid: [
            "{ prod: }", "{ prod: {}, eu-1.test_2: ~ }", "{ 1: { name: A } }", "{ prod: { name: 2026 } }",
            "{ prod: { id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21 } }",
            "{ prod: { id: 0D6B52AA-7F63-4F0E-9D4B-3F1F5A0C9B21, name: Callback } }",
        ],
        invalid: [
            "", "{}", "[prod]", "prod", "{ .prod: }", "{ -prod: }", "{ 'a b': }", "{ 'a/b': }", "{ ü: }", "{ '': }",
            "{ \"a\\n\": }", "{ prod: test }", "{ prod: [] }", "{ prod: { region: eu-west-1 } }", "{ prod: { id: } }",
            "{ prod: { id: 17 } }", "{ prod: { id: 0d6b52aa } }", "{ prod: { name: } }", "{ prod: { name: '' } }",
            "{ prod: { id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b2g } }", "{ prod: { name: [A] } }",
            "{ prod: { id: \"0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21\\n\" } }",
        ]
    )

    private static let launches: (valid: [String], invalid: [String]) = (
        valid: [
            "{ via: flow-execution }", "{ via: webhook, inputs: { caseId: string } }", "{ inputs: {}, outputs: {} }",
            "{ inputs: { a: string, 1: integer } }", "{ payloads: [] }", "{ payloads: [a.json, 'b.json#/c'] }",
            "{ via: custom, custom: { at: /a, shape: list } }", "{ via: custom, custom: {} }",
            "{ inputs: { a: { type: string }, b: { type: 'json[]', sent: always } } }",
            "{ inputs: { a: { type: string, sent: never }, b: { sent: never } } }",
            "{ inputs: { a: { type: string, sent: sometimes } } }", "{ inputs: { a: { type: json, schema: b.json } } }",
            "{ inputs: { a: cpx_thing, b: 'cpx_thing[]' } }",
            "{ outputs: { a: string, b: { type: 'integer[]' } } }", "{ via: 'flow-execution', outputs: { A: user } }",
            "{ schema: a.json }", "{ schema: 'a.json#/$defs/A', inputs: { a: string } }", "{ recordings: [] }",
            "{ recordings: [a.ndjson, '../b/*.har'] }", "{ via: flow-execution, recordings: [a.ndjson] }",
        ],
        invalid: [
            "{ via: }", "{ via: hook }", "{ via: [flow-execution] }", "{ payloads: a.json }",
            "{ payloads: ['#/a'] }", "{ via: custom, custom: { shape: lists } }", "{ via: custom, custom: { at: a } }",
            "{ inputs: }",
            "{ inputs: [] }", "{ inputs: a }", "{ inputs: { a: } }", "{ inputs: { a: strng } }",
            "{ inputs: { a: String } }", "{ inputs: { a: [] } }", "{ inputs: { a: 'string[][]' } }",
            "{ inputs: { a: '[]' } }", "{ inputs: { a: \"string\\n\" } }", "{ inputs: { '': string } }",
            "{ inputs: { a: {} } }", "{ inputs: { a: { sent: always } } }", "{ inputs: { a: { type: } } }",
            "{ inputs: { a: { type: nothing } } }", "{ inputs: { a: { type: string, sent: rarely } } }",
            "{ inputs: { a: { type: string, sent: } } }", "{ inputs: { a: { type: json, schema: } } }",
            "{ inputs: { a: 1 } }", "{ inputs: { a: true } }", "{ inputs: { a: cpx } }",
            "{ schema: }", "{ schema: '#/a' }", "{ schema: [a.json] }", "{ recordings: a.ndjson }",
            "{ recordings: ['a.ndjson#/a'] }", "{ recordings: [''] }",
            "{ outputs: }", "{ outputs: [] }", "{ outputs: { a: } }", "{ outputs: { a: text } }",
            "{ outputs: { a: {} } }", "{ outputs: { a: { type: string, sent: always } } }",
            "{ outputs: { a: { type: [string] } } }", "{ outputs: { '': string } }",
        ]
    )

    private static let types = DataType.Kind.names.flatMap { name in
        ["{ inputs: { a: \(name) } }", "{ outputs: { a: '\(name)[]' } }", "{ outputs: { a: { type: \(name) } } }"]
    }

    private static let triggers: (valid: [String], invalid: [String]) = (
        valid: [
            "{ name: A }", "{ name: A }, { name: a }", "{ name: 1, topic: 2 }", "{ name: A, dataFormat: Json }",
            "{ name: A, dataFormat: TopLevelPrimitives }", "{ name: A, enabled: true }", "{ name: A, enabled: False }",
            "{ name: A, eventTTLSeconds: 10 }", "{ name: A, delayBySeconds: 0 }", "{ name: A, match: [] }",
            "{ name: A, match: [{ jsonPath: a, operator: Exists }] }",
            "{ name: A, match: [{ jsonPath: a, operator: Exists, value: }] }",
            "{ name: A, match: [{ jsonPath: 1, operator: Equal, value: any }] }",
            "{ name: A, match: [{ jsonPath: a, operator: Equal, value: [1, { b: 2.5 }] }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: any }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: [] }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: ~ }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: [a, 1, ~, true, []] }] }",
        ],
        invalid: [
            "{}", "{ name: }", "{ name: '' }", "{ name: {} }", "{ topic: a }", "{ name: A, target: workflow/A }",
            "{ name: A, topic: }", "{ name: A, topic: '' }", "{ name: A, topic: [] }", "{ name: A, dataFormat: }",
            "{ name: A, dataFormat: json }", "{ name: A, dataFormat: [Json] }", "{ name: A, enabled: yes }",
            "{ name: A, enabled: 'true' }", "{ name: A, enabled: }", "{ name: A, eventTTLSeconds: }",
            "{ name: A, eventTTLSeconds: '60' }", "{ name: A, eventTTLSeconds: 1.5 }", "{ name: A, delayBySeconds: a }",
            "{ name: A, delayBySeconds: -1 }",
            "{ name: A, match: }", "{ name: A, match: {} }", "{ name: A, match: [a] }", "{ name: A, match: [{}] }",
            "{ name: A, match: [{ jsonPath: a }] }", "{ name: A, match: [{ operator: Exists }] }",
            "{ name: A, match: [{ jsonPath: , operator: Exists }] }",
            "{ name: A, match: [{ jsonPath: a, operator: exists }] }",
            "{ name: A, match: [{ jsonPath: a, operator: [In] }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, value: 1, values: [1] }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, value: , values: }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: a }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: {} }] }",
            "{ name: A, match: [{ jsonPath: a, operator: In, values: [1], negated: true }] }",
        ]
    )

    private static let operators = Criterion.comparisons.map {
        "{ name: A, match: [{ jsonPath: a, operator: \($0), value: 1 }] }"
    }

    // MARK: Settings

    static let settings: [SchemaSample] =
        general
        + samples(
            valid: waivers.valid.map { "flowdrift: 1\nwaivers: [{ \($0) }]\n" },
            invalid: waivers.invalid.map { "flowdrift: 1\nwaivers: [{ \($0) }]\n" }
        )

    private static let terms = "reason: a, owner: b, expires: 2027-03-31"

    private static let waivers: (valid: [String], invalid: [String]) = (
        valid: [
            "rule: flow-missing, \(terms)", "rule: flow-missing, contract: 1, trigger: A, subject: B, \(terms)",
            "rule: flow-missing, flow: workflow/A*, environments: [prod, 1], \(terms)",
            "rule: flow-missing, flow: '*', \(terms)",
        ],
        invalid: [
            terms, "rule: flow-missing", "rule: flow-missing, owner: b, expires: 2027-03-31",
            "rule: flow-missing, reason: a, expires: 2027-03-31", "rule: flow-missing, reason: a, owner: b",
            "rule: , \(terms)", "rule: flow-missing, reason: , owner: b, expires: 2027-03-31",
            "rule: flow-missing, reason: a, owner: '', expires: 2027-03-31",
            "rule: flow-missing, reason: a, owner: b, expires: tomorrow",
            "rule: flow-missing, reason: a, owner: b, expires: 2027-3-31",
            "rule: flow-missing, environments: [], \(terms)", "rule: flow-missing, environments: prod, \(terms)",
            "rule: flow-missing, environments: [.a], \(terms)", "rule: flow-missing, flow: A, \(terms)",
            "rule: flow-missing, input: A, \(terms)", "rule: flow-missing, contract: [a], \(terms)",
        ]
    )

    private static let general: [SchemaSample] = samples(
        valid: [
            "", "environments: { test: , prod: {} }\n", "environments: { 1: ~ }\n",
            "environments: { test: { region: eu-west-1 }, prod: { region: mypurecloud.ie, credentials: PROD_2 } }\n",
            "flows: {}\n", "flows: { types: [], names: [], divisions: [] }\n", "severity: {}\n",
            "flows: { types: [workflow, bot], names: ['Callback*', 1], divisions: [Home] }\n",
            "flows: { types: [\(FlowType.known.map(\.name).joined(separator: ", "))] }\n",
            "severity: { input-not-sent: off, flow-missing: note }\n", "fail-on: error\n", "fail-on: 'warning'\n",
            "fail-on: note\n", "waivers: []\n",
        ].map { "flowdrift: 1\n" + $0 }
            + DriftRule.all.flatMap { rule in
                ["error", "warning", "note", "off"].map { "flowdrift: 1\nseverity: { \(rule.id): \($0) }\n" }
            },
        invalid: [
            "environments:\n", "environments: {}\n", "environments: [test]\n", "environments: test\n",
            "environments: { .test: }\n",
            "environments: { 'a b': }\n", "environments: { test: eu }\n", "environments: { test: { regions: eu } }\n",
            "environments: { test: { region: } }\n", "environments: { test: { region: [eu] } }\n",
            "environments: { test: { credentials: a b } }\n", "environments: { test: { credentials: 1X } }\n",
            "environments: { test: { credentials: } }\n", "environments: { test: { credentials: '' } }\n",
            "environments: { test: [] }\n", "environments: { test: { '': } }\n",
            "flows:\n", "flows: []\n", "flows: { type: bot }\n", "flows: { types: bot }\n", "flows: { types: }\n",
            "flows: { types: [robot] }\n", "flows: { types: [~] }\n", "flows: { types: [[bot]] }\n",
            "flows: { names: A }\n", "flows: { names: [~] }\n", "flows: { names: [''] }\n", "flows: { names: [[A]] }\n",
            "flows: { divisions: Home }\n", "flows: { divisions: [~] }\n", "flows: { divisions: [{ name: Home }] }\n",
            "severity:\n", "severity: [flow-missing]\n", "severity: error\n", "severity: { flow-mising: error }\n",
            "severity: { flow-missing: }\n", "severity: { flow-missing: fatal }\n", "severity: { flow-missing: 1 }\n",
            "severity: { flow-missing: false }\n", "fail-on:\n", "fail-on: off\n", "fail-on: Error\n",
            "fail-on: [error]\n", "failOn: error\n", "waivers:\n", "waivers: {}\n", "waivers: [a]\n", "waivers: [{}]\n",
            "hosts:\n", "hosts: a.example.org\n", "hosts: [https://a.example.org]\n", "hosts: [~]\n", "hosts: [a b]\n",
        ].map { "flowdrift: 1\n" + $0 } + ["", "{}", "[]", "1", "fail-on: error\n", "flowdrift: 2\n", "flowdrift: a\n"]
    )
}
