import StrictJSON
import Testing

@testable import DriftCore

struct FlowFileTests {
    private static let interface =
        "flow workflow/Gift Card: Flow.amount:decimal=5, Flow.blank:string=, Flow.cardIds:string[] secure -> "
        + "Flow.balance:cpx_money=, Flow.blank:string="

    private static func phrase(
        _ text: String,
        _ file: String = "flows/a.yaml",
        _ values: [String: String] = [:]
    ) throws -> String {
        try FlowFileReader(substitutions: values).read(Array(text.utf8), file: file).phrase
    }

    @Test(arguments: ["a.json", "a", "a.txt", "a.yaml", "a.i3WorkFlow"])
    func readsAConfigurationUnderAnyName(_ file: String) throws {
        #expect(try Self.phrase(FlowFileSample.configuration, file) == Self.interface)
        #expect(try Self.phrase("\u{FEFF} \n" + FlowFileSample.configuration, file) == Self.interface)
    }

    @Test(arguments: ["a.i3WorkFlow", "a.i3workflow", "a.i3InboundMessage", "a", "a.txt", "a.json", "a.yaml"])
    func readsAnExportUnderAnyName(_ file: String) throws {
        let export = FlowFileSample.export(of: FlowFileSample.configuration)
        #expect(try Self.phrase(export, file) == Self.interface)
        let wrapped = stride(from: 0, to: export.count, by: 76).map { String(export.dropFirst($0).prefix(76)) }
        #expect(try Self.phrase(wrapped.joined(separator: "\r\n"), file) == Self.interface)
    }

    @Test func readsAnExportBesideItsYAMLAsTheSameInterface() throws {
        let json =
            #"{"name": "A", "type": "workflow", "variables": [{"name": "Flow.d", "isInput": true, "initialValue": "#
            + #"{"type": "dur", "text": "P0D0H5M0S0F", "config": {"lit": {}}}}]}"#
        let yaml = """
            workflow:
              name: A
              variables: [{ durationVariable: { name: Flow.d, isInput: true, initialValue: { lit: { minutes: 5 } } } }]
            """
        #expect(try Self.phrase(json) == Self.phrase(yaml))
    }

    @Test(arguments: [
        ("workflow", "workflow"), ("inboundCall", "inboundcall"), ("inqueueCall", "inqueuecall"),
        ("outboundCall", "outboundcall"),
        ("secureCall", "securecall"), ("inboundShortMessage", "inboundshortmessage"), ("inboundEmail", "inboundemail"),
        ("inboundChat", "inboundchat"), ("botFlow", "bot"), ("digitalBot", "digitalbot"),
        ("digitalBotFlow", "digitalbot"),
        ("commonModule", "commonmodule"), ("workitem", "workitem"), ("surveyInvite", "surveyinvite"),
        ("voice", "voice"),
        ("inqueueEmail", "inqueueemail"), ("inqueueShortMessage", "inqueueshortmessage"), ("voicemail", "voicemail"),
        ("speech", "speech"), ("emailSend", "emailsend"), ("voiceSurvey", "voicesurvey"),
        ("businessProcess", "businessprocess"),
    ])
    func readsArchyOfEveryType(_ root: String, _ type: String) throws {
        let expected = "flow \(type)/Gift Card: Flow.cardId:string -> "
        #expect(try Self.phrase(FlowFileSample.archy(root)) == expected)
        #expect(try Self.phrase("# exported\n---\n" + FlowFileSample.archy(root), "a.tpl") == expected)
    }

    @Test func readsEachFormOfAnInitialValue() throws {
        let variables = [
            "string: { lit: a }", "boolean: { lit: true }", "integer: { lit: 0 }", "decimal: { lit: 1.50 }",
            "json: { lit: '{}' }",
            "queue: { lit: { name: Services } }", "duration: { lit: { days: 1, milliseconds: 2 } }",
            "stringCollection: { lit: [] }",
            "integerCollection: { lit: [1, 2] }", "dateTime: { exp: GetCurrentDateTimeUtc() }",
            "date: { noValue: true }", "user: ~",
            "string: { lit: '' }", "new: { lit: { a: { b: 1 } } }",
        ].enumerated().map { index, text in
            let (kind, value) = (text.prefix { $0 != ":" }, text.drop { $0 != ":" }.dropFirst(2))
            return
                "{ \(kind)Variable: { name: Flow.\(Array("abcdefghijklmnop")[index]), isInput: true, initialValue: \(value) } }"
        }
        let text = "workflow:\n  name: A\n  variables: [\(variables.joined(separator: ", "))]\n"
        guard case .flow(let flow) = try FlowFileReader().read(Array(text.utf8), file: "a.yaml") else { return }
        #expect(
            flow.inputs.map(\.defaultText) == [
                "a", "true", "0", "1.50", "{}", "Services", "P1D0H0M0S2F", "[]", "[1,2]", "GetCurrentDateTimeUtc()",
                nil, nil, "",
                "{a: {b: 1}}",
            ]
        )
        #expect(flow.inputs.map(\.type.description).last == "new" && flow.inputs[7].type.isCollection)
    }

    @Test func takesTheFilesStemWhereTheNameIsAPlaceholder() throws {
        let text = FlowFileSample.archy("workflow", name: "{{name}}")
        #expect(try Self.phrase(text, "flows/Gift.Card v2.yaml").hasPrefix("flow workflow/Gift.Card v2:"))
        #expect(try Self.phrase(text, "flows/x.yaml", ["name": "Gift Card"]).hasPrefix("flow workflow/Gift Card:"))
    }

    @Test func leavesOpenWhatPlaceholdersName() throws {
        let text = """
            {{comment}}: x
            workflow:
              name: A
              division: {{division}}
              variables:
                - stringVariable: { name: Flow.{{prefix}}Id, isInput: true, initialValue: { lit: {{delay}} } }
                - {{kind}}Variable: { name: Flow.z, isInput: true, initialValue: {{value}} }
                - stringVariable: { name: Flow.a, isInput: true, initialValue: { lit: {{delay}} } }
                - stringVariable: { name: Flow.{{own}}, initialValue: { noValue: true } }
            """
        #expect(try Self.phrase(text) == "flow workflow/A: Flow.a:string={{delay}} -> ")
        guard case .flow(let flow) = try FlowFileReader().read(Array(text.utf8), file: "a.yaml") else { return }
        #expect(flow.openVariables.map(\.name.text) == ["Flow.z", "Flow.{{prefix}}Id"])
        #expect(flow.openVariables.map(\.keys) == [["kind"], ["prefix"]])
        let values = ["prefix": "x", "kind": "string"]
        #expect(
            try Self.phrase(text, "a.yaml", values)
                == "flow workflow/A: Flow.a:string={{delay}}, Flow.xId:string={{delay}}, Flow.z:string={{value}} -> "
        )
    }

    @Test func takesTheIdFromAnExportersFileName() throws {
        let id = "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90"
        func idOf(_ file: String) throws -> FlowID? {
            guard
                case .flow(let flow) = try FlowFileReader().read(
                    Array(FlowFileSample.archy("workflow").utf8),
                    file: file
                )
            else { return nil }
            return flow.id
        }
        #expect(try idOf("x/Gift Card-WORKFLOW-\(id.uppercased()).yaml") == FlowID(id))
        #expect(try idOf("Gift Card-BOT-\(id).yaml") == nil)
        #expect(try idOf("Gift Card-\(id).yaml") == nil)
        #expect(try idOf("Gift Card-WORKFLOW-3.yaml") == nil)
    }

    @Test(arguments: [
        (
            #"{"entities": [{"id": "1", "name": "A", "type": "WORKFLOW", "active": true, "publishedVersion": {"id": "2.0"}}, "#
                + #"{"name": "B", "type": "BOT", "active": false, "publishedVersion": {"id": "1.0"}}, {"name": "C", "type": "BOT"}, "#
                + #"{"name": "D", "type": "BOT", "deleted": true}], "total": 4}"#,
            "entries workflow/A available, bot/B inactive, bot/C unpublished"
        ),
        (#"[{"name": "A", "type": "WORKFLOW", "publishedVersion": {}}]"#, "entries workflow/A available"),
        (
            #"{"id": "1", "name": "A", "type": "NEWTYPE", "division": {"name": "Home"}}"#,
            "entries newtype/A unpublished"
        ),
        (
            #"{"entities": [{"name": "T", "topicName": "v2.x"}, {"name": "S", "target": {"id": "1"}, "enabled": true}]}"#,
            "triggers T, S"
        ),
        (#"{"name": "T", "matchCriteria": []}"#, "triggers T"),
        (#"{"name": "A", "type": "workflow", "flowSequenceItemList": [{}]}"#, "flow workflow/A:  -> "),
        (
            #"{"entities": []}"#,
            "skipped: the file is an empty listing; if it is one of triggers, name it triggers.json"
        ),
        ("[]", "skipped: the file is an empty listing; if it is one of triggers, name it triggers.json"),
        (#"{"entities": [], "selfUri": "/api/v2/processautomation/triggers?pageSize=200"}"#, "triggers "),
    ])
    func readsWhatTheAPIReturns(_ json: String, _ phrase: String) throws {
        #expect(try Self.phrase(json, "a.json") == phrase)
    }

    @Test func readsEverySettingOfATrigger() throws {
        let json = """
            { "id": "1", "name": "T", "topicName": "v2.{id}.x", "enabled": false, "eventTTLSeconds": 60, "delayBySeconds": 90,
              "target": { "type": "Workflow", "id": "AB", "workflowTargetSettings": { "dataFormat": "Json" } },
              "matchCriteria": [
                { "jsonPath": "a", "operator": "Equal", "value": null }, { "jsonPath": "b", "operator": "In", "values": [1.50, "x", true] },
                { "jsonPath": "c", "operator": "Equal", "value": { "n": null } }
              ] }
            """
        guard case .triggers(let triggers) = try FlowFileReader().read(Array(json.utf8), file: "a.json") else {
            Issue.record("The file holds no trigger")
            return
        }
        #expect(
            triggers == [
                Trigger(
                    name: "T",
                    topic: "v2.{id}.x",
                    dataFormat: .json,
                    isEnabled: false,
                    match: [
                        Criterion(jsonPath: "a", comparison: "Equal"),
                        Criterion(
                            jsonPath: "b",
                            comparison: "In",
                            operand: .values([.number("1.5"), .string("x"), .boolean(true)])
                        ),
                        Criterion(jsonPath: "c", comparison: "Equal", operand: .value(.object(["n": .null]))),
                    ],
                    eventTTLSeconds: 60,
                    delayBySeconds: 90,
                    target: FlowID("ab").map { .id($0) },
                    id: "1"
                )
            ]
        )
    }

    @Test func readsWhatFlowdriftItselfWrites() throws {
        let writer = SnapshotWriter()
        let flow = try Sample.flow("inputs: { Flow.a: { type: json, default: \"{{x}}\" } }\n")
        #expect(
            try Self.phrase(writer.text(of: flow), "a.yaml", ["x": "y"]) == "flow workflow/A: Flow.a:json={{x}} -> "
        )
        let index = SnapshotIndex(flows: [SnapshotIndex.Entry(entry: flow.entry, file: "a", digest: "b")])
        let texts = writer.texts(of: index)
        #expect(try Self.phrase(#require(texts["index/workflow/a.yaml"])) == "entries workflow/A unknown")
        #expect(try Self.phrase(#require(texts["index.yaml"])) == "entries ")
        #expect(try Self.phrase(writer.text(ofStrayTriggers: [Trigger(name: "T", topic: nil)])) == "triggers T")
    }

    @Test(arguments: [
        ("", "a.yaml", "the file is empty"), (" \n\t", "a.json", "the file is empty"),
        ("# comment\n", "a.yaml", "the file is empty"),
        ("\0\u{1}", "a.png", "the file is not text"), ("hello", "README.md", "the file contains no flow"),
        ("resources: []", "main.yaml", "the file contains no flow: 'resources' is not a flow's root key"),
        ("{{root}}:\n  name: A", "a.yaml", "the file contains no flow: '{{root}}' is not a flow's root key"),
        ("- a", "a.yml", "the file contains no flow: its root is not a mapping"),
        ("just text", "a.yaml", "the file contains no flow: its root is not a mapping"),
        ("a: 1\n---\nb: 2\n", "k8s.yaml", "the file is not valid YAML, and no line starts a flow"),
        ("a:\n\t- b", "Makefile.yaml", "the file is not valid YAML, and no line starts a flow"),
        (
            "{\"name\": \"app\", \"type\": \"module\"}", "package.json",
            "the file is JSON, but neither a flow nor a trigger"
        ),
        (
            "{\"name\": {\"first\": 1}, \"variables\": 5}", "x.json",
            "the file is JSON, but neither a flow nor a trigger"
        ),
        ("{\"entities\": \"none\"}", "x.json", "the file is JSON, but neither a flow nor a trigger"),
        (
            "{\"entities\": [{\"id\": \"1\", \"name\": \"Queue\"}]}", "queues.json",
            "the file is JSON, but neither a flow nor a trigger"
        ),
        ("[1, 2]", "x.json", "the file is JSON, but neither a flow nor a trigger"),
        ("{ not json", "notes.txt", "the file contains no flow"),
        (String(repeating: "word ", count: 40), "words.txt", "the file contains no flow"),
        (
            "flowdrift: 1\nflows: { types: [workflow] }", "flowdrift.yaml",
            "the file is flowdrift's, but not a snapshot"
        ),
        (
            "flowdrift: 1\nflows: { types: [workflow] }\nfail-on: error", "flowdrift.yaml",
            "the file is flowdrift's, but not a snapshot"
        ),
        ("flowdrift: 1\ncontract: a\nflow: workflow/A\ntriggers: []", "a.yaml", "the file is a contract"),
    ])
    func skipsWhatIsNoneOfTheKinds(_ text: String, _ file: String, _ reason: String) throws {
        #expect(try Self.phrase(text, file) == "skipped: \(reason)")
    }
}
