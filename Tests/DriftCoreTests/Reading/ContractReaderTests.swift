import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

struct ContractReaderTests {
    @Test func readsEverythingThatAContractCanSay() throws {
        let text = """
            flowdrift: 1
            contract: callback-request
            owner: team-callbacks
            flow: workflow/Callback Request {environment}
            environments:
              test: { id: 3F0C6C1E-7D6A-4B57-9F21-3F0E4B1C2A90 }
              prod: { name: Callback Request }
              dev:
            launch:
              via: flow-execution
              inputs:
                Flow.callerNumber: string
                Flow.priority: { type: integer, sent: sometimes }
                Flow.dates: "string[]"
              outputs: { Flow.statusCode: integer, Flow.ids: { type: "string[]" } }
            triggers:
              - name: Disconnected {environment}
                topic: "v2.detail.events.conversation.{id}.customer.end"
                dataFormat: TopLevelPrimitives
                enabled: true
                match: [{ jsonPath: queueId, operator: In, values: any }, { jsonPath: a, operator: Equal, value: 1.0 }]
                eventTTLSeconds: 60
                delayBySeconds: 90
            """
        let contract = try ContractReader().contract(Array(text.utf8), file: "c.yaml")
        #expect(contract.name == "callback-request" && contract.owner == "team-callbacks")
        #expect(contract.place(contract.position).description == "c.yaml:2:11")
        #expect(contract.flow.type == .workflow && contract.flow.name == "Callback Request {environment}")
        #expect(contract.environments?.keys.sorted().map(\.text) == ["dev", "prod", "test"])
        #expect(
            contract.promisedID(in: EnvironmentName("test"))?.value == FlowID("3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90")
        )
        let inputs = try #require(contract.launch?.inputs)
        #expect(inputs.map(\.name.value) == ["Flow.callerNumber", "Flow.priority", "Flow.dates"])
        #expect(inputs.map(\.type.value.description) == ["string", "integer", "string[]"])
        #expect(inputs.map(\.sent) == [.always, .sometimes, .always])
        #expect(inputs.map(\.type.position.description) == ["12:24", "13:28", "14:17"])
        #expect(inputs.map(\.name.end.description) == ["12:22", "13:18", "14:15"])
        #expect(contract.launch?.outputs.map(\.type.value.description) == ["integer", "string[]"])
        let trigger = try #require(contract.triggers.first)
        #expect(trigger.name(in: EnvironmentName("prod")) == "Disconnected prod" && trigger.name(in: nil) == nil)
        #expect(trigger.dataFormat?.value == .topLevelPrimitives && trigger.isEnabled?.value == true)
        #expect(trigger.eventTTLSeconds?.value == 60 && trigger.delayBySeconds?.value == 90)
        #expect(trigger.match?.value.map(\.operand) == [.any, .value(.number("1"))])
    }

    @Test func readsAContractThatSendsNothing() throws {
        let contract = try Sample.contract("launch: {}\n")
        #expect(contract.launch == Contract.Launch(via: .flowExecution, inputs: [], outputs: []))
        #expect(contract.environments == nil && contract.owner == nil && contract.triggers == [])
    }

    @Test func keepsWhatIsNeverSentApartFromWhatIs() throws {
        let launch = try #require(
            try Sample.contract(
                "launch: { inputs: { Flow.a: { sent: never }, Flow.b: { type: date, sent: never }, Flow.c: string } }\n"
            ).launch
        )
        #expect(launch.inputs.map(\.name.value) == ["Flow.c"])
        #expect(launch.omittedInputs.map(\.value) == ["Flow.a", "Flow.b"])
    }

    @Test(arguments: [
        "{ inputs: { Flow.a: { type: json, schema: a.json, sent: never } } }",
        "{ inputs: { Flow.a: { type: strng, sent: never } } }",
        "{ inputs: { Flow.a: string, Flow.A: { sent: never } } }",
        "{ via: webhook, inputs: { a: { type: string, sent: never } } }",
    ])
    func refusesWhatCannotStandBesideSentNever(_ launch: String) {
        #expect(throws: ReadingError.self) { try Sample.contract("launch: \(launch)\n") }
    }

    @Test(arguments: [
        ("flow: workflow/A\nlaunch: { inputs: { a: strng } }\n", "workflow/A" as String?),
        ("flow: workflow/A {environment}\nlanch: {}\n", "workflow/A prod"),
        ("flow: workflow/A\nenvironments: { prod: { name: B } }\nlanch: {}\n", "workflow/B"),
        ("flow: workflw/A\n", nil), ("flwo: workflow/A\n", nil), ("flow: [\n", nil),
        ("flow: workflow/A\nenvironments: { prod: { nam: B } }\n", nil),
    ])
    func tellsTheFlowOfAContractThatCannotBeRead(_ text: String, _ flow: String?) {
        let head = ContractReader().head(Array(text.utf8), file: "c.yaml")
        #expect(head?.flowKey(in: EnvironmentName("prod"))?.description == flow)
    }

    @Test(arguments: ["flow: WORKFLOW/A", "flow: Workflow/A"])
    func asksForTheTypeInLowerCase(_ flow: String) {
        let text = "flowdrift: 1\ncontract: a\n\(flow)\nlaunch: {}\n"
        let error = #expect(throws: ReadingError.self) {
            try ContractReader().contract(Array(text.utf8), file: "c.yaml")
        }
        #expect(error?.fix == "did you mean 'workflow/A'?")
    }

    @Test func reportsEachNameThatTwoContractsHave() throws {
        var contracts = try ["b", "a", "c"].map { file in
            var contract = try Sample.contract("launch: {}\n")
            contract.file = file
            return contract
        }
        contracts[2].name = "0"
        let set = ContractSet(contracts)
        #expect(set.contracts.map(\.file) == ["c", "a"])
        #expect(
            set.problems.map(\.description) == [
                "b:2:11: Contract 'a' has the same name as the contract at a:2:11; give each contract its own name, or delete one of the two"
            ]
        )
    }
}
