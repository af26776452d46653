import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

struct ContractWriterTests {
    private static let test = EnvironmentName("test")
    private static let prod = EnvironmentName("prod")

    private func draft(
        _ flow: Flow,
        in environment: EnvironmentName? = prod,
        known: [EnvironmentName: Set<FlowKey>]? = nil
    ) throws -> ContractDraft {
        let environment = try #require(environment)
        return ContractDraft(of: flow, in: environment, events: .embedded, known: known ?? [environment: [flow.key]])
    }

    private func text(_ flow: Flow) throws -> String {
        try ContractWriter().text(of: draft(flow), from: "snapshots/prod/workflow/x.yaml")
    }

    private func flow(_ inputs: Variable..., outputs: [Variable] = [], triggers: [Trigger] = []) -> Flow {
        let key = FlowKey(type: .workflow, name: "Callback Request")
        return Flow(key: key, inputs: inputs, outputs: outputs, triggers: triggers)
    }

    @Test func saysOfEachInputWhatItIsFor() throws {
        let path = try #require(MemberPath([.member("caseId")]))
        let flow = flow(
            Variable(name: "Flow.a", type: DataType(.string), reads: Reads(.read)),
            Variable(name: "Flow.b", type: DataType(.integer), defaultText: "5", reads: Reads(.read)),
            Variable(name: "Flow.c", type: DataType(.json), reads: Reads(.partly, paths: [path])),
            Variable(name: "Flow.d", type: DataType(.string, isCollection: true)),
            Variable(name: "Flow.e", type: DataType(.boolean), reads: Reads(.unread)),
            Variable(name: "Flow.f", type: DataType(.other("strange")), reads: Reads(.read)),
            outputs: [Variable(name: "Flow.status", type: DataType(.integer))]
        )
        #expect(
            try text(flow) == """
                # What the code sends to this flow and reads from it. Remove the outputs that your code does not read.
                # For an input that only some launches send, write { type: string, sent: sometimes }. For an input that no
                # launch sends, write { sent: never }.
                # Made from snapshots/prod/workflow/x.yaml; from here on it is yours to edit.
                flowdrift: 1
                contract: callback-request
                # owner: team-name    # who is responsible for the code; reports print it
                flow: workflow/Callback Request
                launch:
                  inputs:
                    # Needed: the flow reads it, and it has no default.
                    Flow.a: string
                    # Optional: its default is "5". The flow reads it.
                    Flow.b: integer
                    # Needed: the flow reads it, and it has no default. Read at: caseId, perhaps more. To check these paths, write { type: json, schema: FILE }.
                    Flow.c: json
                    # Perhaps needed: it has no default, and whether the flow reads it is unknown.
                    Flow.d: "string[]"
                    # Not needed: nothing in the flow reads it.
                    # Flow.e: boolean
                    # Not checked: a contract cannot name this type.
                    # Flow.f: strange
                  outputs:
                    Flow.status: integer

                """
        )
    }

    @Test func leavesToATriggerWhatItsEventFills() throws {
        let topic = "v2.detail.events.conversation.{id}.customer.end"
        let id = "a9b8c7d6-1f2e-4d3c-8b4a-5e6f70819203"
        let match = [
            Criterion(jsonPath: "queueId", comparison: "In", operand: .values([.string(id)])),
            Criterion(jsonPath: "mediaType", comparison: "Equal", operand: .value(.string("VOICE"))),
        ]
        let flow = flow(
            Variable(name: "Flow.conversationId", type: DataType(.string), reads: Reads(.read)),
            triggers: [Trigger(name: "Over", topic: topic, match: match, eventTTLSeconds: 60)]
        )
        let text = try text(flow)
        #expect(
            text.hasSuffix(
                """
                # launch:
                #   inputs:
                #     # The event of trigger Over fills it.
                #     Flow.conversationId: string
                # Settings that the code relies on; a setting that you remove is not checked.
                triggers:
                  - name: Over
                    topic: "v2.detail.events.conversation.{id}.customer.end"
                    enabled: true
                    match:
                      - { jsonPath: mediaType, operator: Equal, value: VOICE }
                      - { jsonPath: queueId, operator: In, value: any }
                    eventTTLSeconds: 60

                """
            )
        )
    }

    @Test func saysOfWhatATriggerFillsThatTheCodeNeverSendsIt() throws {
        let flow = flow(
            Variable(name: "Flow.caseId", type: DataType(.string), reads: Reads(.read)),
            Variable(name: "Flow.conversationId", type: DataType(.string), reads: Reads(.read)),
            triggers: [Trigger(name: "Over", topic: "v2.detail.events.conversation.{id}.customer.end")]
        )
        let text = try text(flow)
        let line = "    # The event of trigger Over fills it. Launches by the code do not send it.\n"
        #expect(text.contains(line + "    Flow.conversationId: { type: string, sent: never }\n"), "\(text)")
        let contract = try ContractReader().contract(Array(text.utf8), file: "c.yaml")
        let inputSources = InputSources(flow, in: nil, contracts: [contract], events: .embedded)
        let judgement = Judge().judge(contract, in: nil, inputSources: inputSources, surroundings: Judge.Surroundings())
        #expect(judgement.findings == [])
    }

    @Test func claimsNoWayToLaunchAFlowThatIsNoWorkflow() throws {
        let input = Variable(name: "Slot.order", type: DataType(.string), reads: Reads(.read))
        let bot = Flow(key: FlowKey(type: try #require(FlowType("bot")), name: "Order Bot"), inputs: [input])
        let text = try text(bot)
        #expect(text.contains("launch:\n  # `via` is left out: POST /api/v2/flows/executions"), "\(text)")
        #expect(!text.contains("  via:"))
    }

    @Test func startsAFlowThatTakesNothing() throws {
        #expect(try text(flow()).hasSuffix("\nlaunch: {}\n"))
    }

    @Test func holdsWhereTheFlowIs() throws {
        let (test, prod) = (try #require(Self.test), try #require(Self.prod))
        let flow = flow()
        let draft = try draft(flow, in: prod, known: [prod: [flow.key], test: []])
        #expect(draft.environments == [prod])
        #expect(ContractWriter().text(of: draft, from: "x").contains("\nenvironments:\n  prod:\n"))
    }

    @Test func putsTheEnvironmentsNameOutOfTheFlows() throws {
        let (test, prod) = (try #require(Self.test), try #require(Self.prod))
        let keys = ["Latest test", "Latest prod"].map { FlowKey(type: .workflow, name: $0) }
        let draft = try draft(Flow(key: keys[0]), in: test, known: [test: [keys[0]], prod: [keys[1]]])
        #expect(draft.flowName == "Latest {environment}")
        #expect(draft.name == "latest")
        #expect(draft.environments == nil)
        let alone = try self.draft(Flow(key: keys[0]), in: test)
        #expect(alone.flowName == "Latest test")
    }

    @Test(arguments: [("Latest news", nil), ("test", nil), ("A test-b", "A {environment}-b"), ("test1", nil)])
    func takesOnlyAWordForTheEnvironment(_ name: String, _ expected: String?) throws {
        #expect(try ContractDraft.template(name, #require(Self.test)) == expected)
    }

    /// Whatever names a flow has, its draft can be read, and has no failing finding.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func writesWhatItsOwnFlowHolds(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        var flow = random.flow()
        flow.availability = .available
        let draft = try draft(flow)
        let text = ContractWriter().text(of: draft, from: flow.key.name)
        let contract = try ContractReader().contract(Array(text.utf8), file: "specs/x.yaml")
        #expect(contract.flowKey(in: Self.prod) == flow.key)
        let judge = Judge(severities: [:])
        let inputSources = InputSources(flow, in: Self.prod, contracts: [contract], events: .embedded)
        let judgement = judge.judge(
            contract,
            in: Self.prod,
            inputSources: inputSources,
            surroundings: Judge.Surroundings()
        )
        #expect(judgement.findings.filter { $0.severity == .error }.map(\.message) == [])
    }
}
