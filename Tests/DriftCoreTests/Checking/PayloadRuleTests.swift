import Foundation
import SourceText
import StrictJSON
import Testing

@testable import DriftCore

/// A contract's schema of JSON, compared with the paths that the flow reads in it.
struct PayloadRuleTests {
    private static func presence(of path: String, in schema: String) throws -> PayloadSchema.Presence {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(schema.utf8))
        return PayloadSchema(value).presence(of: try #require(MemberPath(path)))
    }

    @Test(arguments: [
        ("a", #"{"properties": {"a": {}}}"#), ("a.b", #"{"properties": {"a": {"properties": {"b": true}}}}"#),
        ("a[].b", #"{"properties": {"a": {"items": {"properties": {"b": {}}}}}}"#),
        ("a[].b", #"{"properties": {"a": {"prefixItems": [{}, {"properties": {"b": {}}}], "items": false}}}"#),
        ("a[]", #"{"properties": {"a": {"type": "array", "items": {"type": "string"}}}}"#),
        ("a.b", ##"{"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"properties": {"b": {}}}}}"##),
        ("b", ##"{"$ref": "#/definitions/a~1b", "definitions": {"a/b": {"properties": {"b": {}}}}}"##),
        ("b", ##"{"$ref": "#/$defs/x", "properties": {"b": {}}, "$defs": {"x": {"properties": {"a": {}}}}}"##),
        ("next.next.a", ##"{"properties": {"a": {}, "next": {"$ref": "#"}}}"##),
        ("b", #"{"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}"#),
        ("b", #"{"anyOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}"#),
        ("b", #"{"oneOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}], "type": "object"}"#),
        ("b", #"{"properties": {"a": {}}, "if": {"required": ["a"]}, "then": {"properties": {"b": {}}}}"#),
        ("b", #"{"properties": {"a": {}}, "dependentSchemas": {"a": {"properties": {"b": {}}}}}"#),
        ("a", #"{"properties": {"a": {}}, "additionalProperties": true}"#),
        ("a", #"{"properties": {"a": {"type": ["string", "null"]}}}"#),
        ("a", #"{"anyOf": [{"properties": {"a": false}}, {"properties": {"a": {}}}]}"#),
        ("a", #"{"properties": {"a": {}}, "if": {}, "then": {"properties": {"a": false}}}"#),
        ("a[]", #"{"properties": {"a": {"items": [{}], "additionalItems": false}}}"#),
    ])
    func findsAPathThatTheSchemaNames(_ path: String, _ schema: String) throws {
        #expect(try Self.presence(of: path, in: schema) == .named)
    }

    @Test(arguments: [
        ("b", #"{"properties": {"a": {}}}"#), ("b", #"{"properties": {"a": {}}, "additionalProperties": false}"#),
        ("A", #"{"properties": {"a": {}}}"#), ("a.b", #"{"properties": {"a": {"type": "string"}}}"#),
        ("a.b", #"{"properties": {"a": {"type": ["string", "null"]}}, "additionalProperties": true}"#),
        ("a.b", #"{"properties": {"a": {"items": {"properties": {"b": {}}}}}}"#),
        ("a[]", #"{"properties": {"a": {"type": "object"}}}"#), ("a.b", #"{"properties": {"a": false}}"#),
        ("a[].c", #"{"properties": {"a": {"items": {"properties": {"b": {}}}}}}"#),
        ("c", #"{"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}"#),
        ("c", #"{"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#),
        ("a", #"false"#), ("a", #"{"additionalProperties": false}"#), ("a", #"{"properties": {"a": false}}"#),
        ("a", #"{"properties": {"a": false}, "additionalProperties": true}"#),
        ("a", #"{"properties": {"a": {"type": "null"}}}"#), ("a", #"{"properties": {"a": {"enum": [null]}}}"#),
        ("a", #"{"properties": {"a": {"not": {}}}}"#), ("a[]", #"{"properties": {"a": {"items": false}}}"#),
        ("a", #"{"allOf": [{"properties": {"a": {}}}, {"properties": {"a": false}}]}"#),
        ("a", ##"{"properties": {"a": {"$ref": "#/$defs/no"}}, "$defs": {"no": false}}"##),
        ("a", #"{"oneOf": [{"properties": {"a": false}}, false]}"#),
        ("b", #"{"properties": {"a": {}}, "patternProperties": {"^x": false}}"#),
        ("b", ##"{"$ref": "#/$defs/x", "$defs": {"x": {"properties": {"a": {}}, "$ref": "#/$defs/x"}}}"##),
    ])
    func missesAPathThatTheSchemaDoesNotName(_ path: String, _ schema: String) throws {
        #expect(try Self.presence(of: path, in: schema) == .absent)
    }

    @Test(arguments: [
        ("a", "{}"), ("a", "true"), ("a", #"{"type": "object"}"#), ("a", #"{"description": "anything"}"#),
        ("b", #"{"properties": {"a": {}}, "additionalProperties": true}"#),
        ("b", #"{"properties": {"a": {}}, "additionalProperties": {"type": "string"}}"#),
        ("b", #"{"properties": {"a": {}}, "unevaluatedProperties": true}"#),
        ("b", #"{"properties": {"a": {}}, "patternProperties": {"^x": {}}}"#),
        ("a.b", #"{"properties": {"a": {}}}"#), ("a.b", #"{"properties": {"a": {"type": "object"}}}"#),
        ("a[].b", #"{"properties": {"a": {"type": "array"}}}"#),
        ("a", #"{"$ref": "https://example.org/visit.schema.json"}"#), ("a", ##"{"$ref": "#/$defs/none"}"##),
        ("a", #"{"$ref": "other.json#/$defs/a", "properties": {"b": {}}}"#), ("a", ##"{"$dynamicRef": "#x"}"##),
        ("a", #"{"const": {"a": 1}}"#), ("a", #"{"enum": [{"a": 1}]}"#),
        ("a", ##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##),
    ])
    func leavesOpenWhatTheSchemaLeavesOpen(_ path: String, _ schema: String) throws {
        #expect(try Self.presence(of: path, in: schema) == .open)
    }

    @Test func followsAReferenceToItselfOnce() throws {
        let parts = (0..<40).map { _ in ##"{"properties": {"a": {"$ref": "#"}}, "$ref": "#"}"## }
        let schema = #"{"allOf": [\#(parts.joined(separator: ", "))]}"#
        let path = Array(repeating: "a", count: 200).joined(separator: ".")
        #expect(try Self.presence(of: path, in: schema) == .named)
        #expect(try Self.presence(of: path + ".b", in: schema) == .absent)
    }

    @Test func namesTheMembersOfAllParts() throws {
        let schema = ##"""
            {"properties": {"c": {}}, "allOf": [{"properties": {"a": {}}}, {"$ref": "#/$defs/x"}, {"$ref": "#"}],
             "$defs": {"x": {"properties": {"b": {}}}}}
            """##
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(schema.utf8))
        #expect(PayloadSchema(value).names == ["a", "b", "c"])
    }
}

/// The rules' findings on JSON that a contract describes.
struct PayloadFindingTests {
    private static func judgement(
        _ contract: String,
        _ inputs: String,
        schema: String? = nil,
        severities: [RuleID: RuleSetting] = [:]
    ) throws -> Outcome {
        var contract = try Sample.contract(contract)
        for index in (contract.launch?.inputs ?? []).indices where contract.launch?.inputs[index].schema != nil {
            let value = try JSONDecoder().decode(JSONValue.self, from: Data((schema ?? "{}").utf8))
            contract.launch?.inputs[index].payload = PayloadSchema(value)
        }
        let flow = try Sample.flow("inputs: { \(inputs) }\n")
        return Judge(severities: severities).judge(
            contract,
            in: nil,
            inputSources: InputSources(flow, in: nil, contracts: [contract], events: .embedded),
            surroundings: Judge.Surroundings(entries: [], triggers: [])
        )
    }

    private static let schema = #"{"properties": {"caseId": {}, "open": {"additionalProperties": true}}}"#

    private static func sending(_ sent: String) -> String {
        "launch: { inputs: { Flow.data: { type: json, schema: x.json\(sent) } } }\n"
    }

    @Test(arguments: [("", "error"), (", sent: always", "error"), (", sent: sometimes", "warning")])
    func reportsAPathByHowOftenTheInputIsSent(_ sent: String, _ severity: String) throws {
        let judgement = try Self.judgement(
            Self.sending(sent),
            "Flow.data: { type: json, read: true, paths: [caseIds, caseId] }",
            schema: Self.schema
        )
        #expect(
            judgement.findings.map(\.line) == [
                "\(severity): The flow reads 'caseIds' of 'Flow.data', but the contract's JSON does not have this path; "
                    + "did you mean 'caseId'? [payload-path-absent]"
            ]
        )
        #expect(judgement.findings.map(\.subject) == ["Flow.data.caseIds"])
    }

    @Test(arguments: ["", ", sent: always", ", sent: sometimes"])
    func warnsOfAPathInAnotherLetterCase(_ sent: String) throws {
        let judgement = try Self.judgement(
            Self.sending(sent),
            "Flow.data: { type: json, read: true, paths: [caseid, caseId] }",
            schema: Self.schema
        )
        #expect(
            judgement.findings.map(\.line) == [
                "warning: The flow reads 'caseid' of 'Flow.data', but the contract's JSON spells it 'caseId'; "
                    + "the flow may get no value [payload-path-absent]"
            ]
        )
    }

    @Test func doesNotClaimToKnowWhatTheSchemaLeavesOpen() throws {
        let judgement = try Self.judgement(
            Self.sending(""),
            "Flow.data: { type: json, read: true, paths: [open.number] }",
            schema: Self.schema
        )
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["the contract does not say whether 'Flow.data' has 'open.number'"]
        )
    }

    @Test func saysThatWhatIsReadIsNotKnown() throws {
        let judgement = try Self.judgement(Self.sending(""), "Flow.data: { type: json }", schema: Self.schema)
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "the paths of 'Flow.data' that 'workflow/A' reads are unknown"
            ]
        )
    }

    @Test func saysNothingOfAnInputThatIsNeverRead() throws {
        let judgement = try Self.judgement(Self.sending(""), "Flow.data: { type: json, read: false }")
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns == [])
    }

    @Test(arguments: [
        (
            "read: true, paths: [caseId]",
            ["The contract sends member 'open' of 'Flow.data', but the flow never reads it"]
        ),
        ("read: partly, paths: [caseId]", []), ("read: true, paths: [caseId, open.x]", []),
    ])
    func namesMembersThatAreNeverReadOnlyWhereConfigured(_ reads: String, _ expected: [String]) throws {
        let inputs = "Flow.data: { type: json, \(reads) }"
        #expect(try Self.judgement(Self.sending(""), inputs, schema: Self.schema).findings == [])
        let configured = try Self.judgement(
            Self.sending(""),
            inputs,
            schema: Self.schema,
            severities: ["payload-path-unread": .severity(.note)]
        )
        #expect(configured.findings.map(\.message) == expected)
    }

    private static let webhook = "launch: { via: webhook, inputs: { caseId: string, data: json } }\n"

    @Test func warnsOfAPathThatAWebhooksBodyDoesNotHave() throws {
        let judgement = try Self.judgement(
            Self.webhook,
            """
            Flow.jsonData: { type: json, read: true, paths: [webhooksInvocation.body.caseID, \
            webhooksInvocation.body.caseId, webhooksInvocation.body.caseId.number, webhookId] }
            """
        )
        #expect(
            judgement.findings.map(\.line) == [
                "warning: The flow reads 'caseID' of 'Flow.jsonData.webhooksInvocation.body', but the contract's "
                    + "JSON spells it 'caseId'; the flow may get no value [payload-path-absent]",
                "warning: The flow reads 'caseId.number' of 'Flow.jsonData.webhooksInvocation.body', but the "
                    + "contract's JSON does not have this path [payload-path-absent]",
            ]
        )
    }

    @Test func doesNotClaimToKnowWhatLiesBelowJSONThatIsPosted() throws {
        let judgement = try Self.judgement(
            Self.webhook,
            "Flow.jsonData: { type: json, read: true, paths: [webhooksInvocation.body.data.x] }"
        )
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.count == 1)
    }

    @Test func takesAWebhooksMembersForNoInputs() throws {
        let judgement = try Self.judgement(
            Self.webhook,
            "Flow.jsonData: { type: json, read: true, paths: [webhooksInvocation.body.caseId] }, Flow.x: { type: string, read: true }"
        )
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns == [])
    }

    @Test(arguments: ["", "Flow.jsonData: { type: string, read: true }"])
    func neverCallsAWebhookInSyncThatReachesNoInput(_ inputs: String) throws {
        let judgement = try Self.judgement(Self.webhook, inputs)
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "a post to the webhook reaches no input: 'workflow/A' has no 'Flow.jsonData' of type JSON"
            ]
        )
    }
}
