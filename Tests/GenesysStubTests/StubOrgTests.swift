import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore
@testable import GenesysStub

@Suite struct StubOrgTests {
    static let archy = """
        workflow:
          name: Callback Request
          description: Calls back
          division: Sales
          variables:
            - stringVariable: { name: Flow.number, initialValue: { noValue: true }, isInput: true }
            - stringVariable: { name: Flow.delay, initialValue: { lit: "5" }, isInput: true, isOutput: true }
            - stringVariable: { name: Flow.blank, initialValue: { lit: "" }, isInput: true }
            - stringVariable: { name: Flow.secret, isInput: true, isSecure: true }
            - stringCollectionVariable: { name: Flow.dates, isInput: true }
            - jsonVariable: { name: Flow.jsonData, isInput: true }
            - booleanVariable: { name: Flow.done, initialValue: { lit: true }, isOutput: true }
            - integerVariable: { name: Flow.statusCode, initialValue: { lit: 200 }, isOutput: true }
            - durationVariable: { name: Flow.wait, initialValue: { lit: { minutes: 5 } }, isInput: true }
            - queueVariable: { name: Flow.queue, initialValue: { lit: { name: Services } }, isInput: true }
            - wrapupCodeVariable: { name: Flow.code, isInput: true }
            - dateTimeVariable: { name: Flow.own, initialValue: { noValue: true } }
          states:
            - state:
                name: Start
                actions:
                  - updateData:
                      name: Keep the body
                      statements:
                        - json:
                            variable: Flow.body
                            value: { exp: Flow.jsonData.webhooksInvocation.body }
                  - callData:
                      name: Look up {{table}}
                      inputs:
                        number: { exp: 'Replace(Flow.number, "+", "")' }
                        mode: { lit: full }
                      successOutputs:
                        found: { var: Flow.done }
                        rest: { noValue: true }
                  - decision:
                      condition: { exp: 'If(Flow.done, "yes", Flow.delay)' }
          tasks:
            - task:
                name: Pass on
                variables:
                  - jsonVariable: { name: Task.copy, initialValue: { exp: Flow.body }, isInput: false }
                actions:
                  - callTask:
                      inputs: { id: { exp: Task.copy.caseId } }
        """

    static let configuration = """
        {"name": "Greeting", "type": "bot", "variables": [{"name": "Slot.Email", "isInput": true, "isOutput": true,
        "initialValue": {"type": "str", "text": "", "config": {"emp": {}}, "uiMetaData": {"mode": 3}}}], "kept": [1.50]}
        """

    static let snapshot = """
        flowdrift: 1
        flow: { type: workflow, name: Kept, division: Home, state: inactive }
        inputs:
          Flow.a: { type: string, default: "x", read: true }
          Flow.b: { type: "decimal[]", secure: true, read: false }
          Flow.body: { type: json, read: partly, paths: [caseId, "items[].id", '["a \\"b\\\\"].c'] }
          Flow.event: { type: json, read: true, paths: [id] }
          Flow.tested: { type: json, read: true }
        outputs:
          Flow.a: { type: string, default: "x" }
          Flow.c: { type: json }
        modules:
          Resolve Contact:
            inputs:
              Common.id: { type: string }
            outputs:
              Common.isDone: { type: boolean, default: "false" }
        """

    static let oldSnapshot = """
        flowdrift: 1
        flow: { type: workflow, name: Old }
        inputs: { Flow.a: { type: string }, Flow.b: { type: json } }
        """

    static let files = [
        "old.yaml": oldSnapshot,
        "flows/callback.yaml": archy, "greeting.json": configuration,
        "greeting.i3BotFlow": Fixture.export(configuration),
        "kept.yaml": snapshot, "Mine.yaml": "commonModule:\n  name: \"{{name}}\"\n  division: {{division}}\n",
    ]

    @Test(arguments: files.keys.sorted())
    func servesTheInterfaceThatTheFileHas(file: String) throws {
        let (org, set) = try Fixture.org([file: try #require(Self.files[file])])
        try expectSameInterface(org, set)
    }

    @Test(.enabled(if: Folders.isShared("corpus"), "the corpus is not here"), arguments: Corpus.files)
    func servesTheInterfaceOfRealExports(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Folders.shared.appending(path: "corpus/" + file)))
        let (org, set) = try Fixture.org(bytes: [file: bytes])
        try expectSameInterface(org, set)
    }

    private func expectSameInterface(_ org: StubOrg, _ set: FlowSet) throws {
        let flow = try #require(set.flows.first)
        let configuration = try #require(org.flows.first?.newest?.configuration)
        guard case .flow(let read) = try FlowFileReader().read(configuration, file: "answer.json") else {
            Issue.record("The answer holds no flow")
            return
        }
        #expect(read.key == flow.key)
        #expect(read.inputs == flow.inputs.map(\.unplaced))
        #expect(read.outputs == flow.outputs.map(\.unplaced))
        #expect(read.modules.map(\.unplaced) == flow.modules.map(\.unplaced))
    }

    @Test(arguments: ["greeting.json", "greeting.i3BotFlow"])
    func keepsAConfigurationByteForByte(file: String) throws {
        let (org, _) = try Fixture.org([file: try #require(Self.files[file])])
        #expect(org.flows.first?.published?.configuration == Array(Self.configuration.utf8))
    }

    @Test(.enabled(if: Folders.isShared("corpus"), "the corpus is not here"), arguments: Corpus.files)
    func carriesEveryExpressionOfRealExports(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Folders.shared.appending(path: "corpus/" + file)))
        guard case .archy(let body, _)? = try FlowFileReader().definition(bytes, file: file) else { return }
        let (org, _) = try Fixture.org(bytes: [file: bytes])
        let json = try JSONDecoder().decode(
            JSONValue.self,
            from: Data(try #require(org.flows.first?.newest?.configuration))
        )
        #expect(Set(Corpus.expressions(in: body)).subtracting(json.all("text").compactMap(\.text)) == [])
    }

    @Test func carriesEveryExpressionAndWhatItIsAssignedTo() throws {
        let (org, _) = try Fixture.org(["callback.yaml": Self.archy])
        let json = try JSONDecoder().decode(
            JSONValue.self,
            from: Data(try #require(org.flows.first?.newest?.configuration))
        )
        let items = json["flowSequenceItemList"]
        let assignment = try #require(items.all("variables").first?.elements.first)
        #expect(assignment["variable"]["text"] == .string("Flow.body"))
        #expect(assignment["expression"]["text"] == .string("Flow.jsonData.webhooksInvocation.body"))
        #expect(
            items.all("inputs").first?.elements.map { $0["value"]["text"] } == [
                .string(#"Replace(Flow.number, "+", "")"#), .string("full"),
            ]
        )
        #expect(json["flowSequenceItemList"].elements.map { $0["__type"] } == [.string("State"), .string("Task")])
        #expect(items.all("successOutputs").first?.elements.first?["value"]["uiMetaData"]["mode"] == .number("2"))
        #expect(items.all("condition").first?["text"] == .string(#"If(Flow.done, "yes", Flow.delay)"#))
        #expect(json["description"] == .string("Calls back"))
    }

    @Test func doesNotKnowWhatAnUnfilledPlaceholderReads() throws {
        let files = ["a.yaml": Self.archy.replacing("\"yes\"", with: "{{yes}}")]
        let (org, set) = try Fixture.org(files)
        #expect(set.flows.first?.inputs.contains { $0.reads == nil } == true)
        try expectSameInterface(org, set)
    }

    @Test func fillsPlaceholdersAsTheSetDoes() throws {
        let (org, _) = try Fixture.org(["a.yaml": "workflow: { name: \"{{name}}\" }"], substitutions: ["name": "Given"])
        #expect(org.flows.map(\.key.name) == ["Given"])
    }

    @Test func namesAFlowAfterItsFileWhereThePlaceholderIsNotFilled() throws {
        let (org, _) = try Fixture.org(["Mine.yaml": try #require(Self.files["Mine.yaml"])])
        #expect(org.flows.map(\.key.name) == ["Mine"])
        #expect(org.flows.map(\.division) == [nil])
    }

    @Test func takesIDsAndVersionsFromAListing() throws {
        let listing = """
            {"entities": [
              {"id": "AB", "name": "Kept", "type": "WORKFLOW", "publishedVersion": {"id": "12.0"}, "active": false},
              {"id": "CD", "name": "Unknown", "type": "BOT", "division": {"name": "Sales"}}
            ]}
            """
        let (org, _) = try Fixture.org(["kept.yaml": Self.snapshot, "list.json": listing])
        #expect(org.flows.map(\.id.text) == ["cd", "ab"])
        #expect(org.flows.map(\.published?.id) == [nil, "12.0"])
        #expect(org.flows.map(\.draft?.id) == ["1.0", nil])
        #expect(org.flows.map(\.isActive) == [true, false])
        #expect(org.flows.first?.newest?.configuration == nil)
    }

    @Test func givesAnEditedFlowAnotherVersion() {
        let key = FlowKey(type: .workflow, name: "Callback Request")
        let flows = ["Flow.a", "Flow.b", "Flow.b"].map { name in
            StubFlow(Flow(key: key, inputs: [Variable(name: name, type: DataType(.string))]))
        }
        #expect(flows[0].published?.id != flows[1].published?.id)
        #expect(flows[1].published?.id == flows[2].published?.id)
    }

    @Test func pointsTriggersAtTheIDsOfItsFlows() throws {
        let key = FlowKey(type: .workflow, name: "A")
        let trigger = Fixture.trigger("T")
        var stray = Fixture.trigger("S")
        stray.target = FlowID("elsewhere").map { .id($0) }
        let set = FlowSet(flows: [Flow(key: key, triggers: [trigger, trigger])], entries: [], strayTriggers: [stray])
        let org = try StubOrg(set)
        #expect(org.triggers.map(\.targetID) == [FlowID(madeFor: key), FlowID(madeFor: key), FlowID("elsewhere")])
        #expect(Set(org.triggers.map(\.id)).count == 3)
    }
}
