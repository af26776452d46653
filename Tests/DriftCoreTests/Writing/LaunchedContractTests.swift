import SourceText
import Testing
import YAML

@testable import DriftCore

/// A new contract that is written from launches.
struct LaunchedContractTests {
    private static let prod = EnvironmentName("prod")

    private func text(
        _ flow: Flow,
        _ launches: [PlacedLaunch],
        recordings: [String] = []
    ) throws -> String {
        let prod = try #require(Self.prod)
        var draft = ContractDraft(of: flow, in: prod, events: .embedded, known: [prod: [flow.key]])
        draft.launched = try LaunchedInputs(merging: launches, of: flow)
        draft.recordings = recordings
        return ContractWriter().text(of: draft, from: "recorded launches and snapshots/prod/workflow/a.yaml")
    }

    private func flow(_ inputs: Variable..., outputs: [Variable] = [], triggers: [Trigger] = []) -> Flow {
        Flow(key: .workflow("A"), inputs: inputs, outputs: outputs, triggers: triggers)
    }

    @Test func listsWhatLaunchesSend() throws {
        let flow = flow(
            Variable(name: "Flow.callerNumber", type: DataType(.phoneNumber), reads: Reads(.read)),
            Variable(name: "Flow.dates", type: DataType(.date, isCollection: true), reads: Reads(.read)),
            Variable(name: "Flow.left", type: DataType(.string), reads: Reads(.read)),
            Variable(name: "Flow.null", type: DataType(.string), defaultText: "x", reads: Reads(.read)),
            Variable(name: "Flow.unread", type: DataType(.string), reads: Reads(.unread)),
            outputs: [Variable(name: "Flow.status", type: DataType(.integer))]
        )
        let launches = LaunchSample.launches(
            ["Flow.callerNumber": "string", "Flow.dates": "[]", "Flow.extra": "integer", "Flow.null": "null"],
            ["Flow.callerNumber": "string", "Flow.other": "null", "Flow.open": "unknown"]
        )
        #expect(
            try text(flow, launches, recordings: ["../test/a.ndjson"]) == """
                # The inputs that recorded launches sent to this flow, and the flow's outputs. Remove the outputs that your
                # code does not read. `flowdrift contract --from-launches` adds the inputs of further launches.
                # Made from recorded launches and snapshots/prod/workflow/a.yaml; from here on it is yours to edit.
                flowdrift: 1
                contract: a
                # owner: team-name    # who is responsible for the code; reports print it
                flow: workflow/A
                launch:
                  inputs:
                    Flow.callerNumber: phoneNumber
                    Flow.dates: { type: "date[]", sent: sometimes }
                    Flow.extra: { type: integer, sent: sometimes }
                    # No launch sends it. Needed: the flow reads it, and it has no default. If the code leaves it out on purpose, write:
                    # Flow.left: { type: string, sent: never }
                    # The launches send only null for it, which counts as not sent. Optional: its default is "x". The flow reads it. If the code leaves it out on purpose, write:
                    # Flow.null: { type: string, sent: never }
                    # Flow.other is only sent as null, which counts as not sent.
                    # The type of Flow.open is unknown: it is only sent as a placeholder.
                  outputs:
                    Flow.status: integer
                  recordings:
                    - ../test/a.ndjson

                """
        )
    }

    @Test func saysThatATriggerFillsWhatNoLaunchSends() throws {
        let flow = flow(
            Variable(name: "Flow.conversationId", type: DataType(.string), reads: Reads(.read)),
            triggers: [Trigger(name: "Over", topic: "v2.detail.events.conversation.{id}.customer.end")]
        )
        let text = try text(flow, LaunchSample.launches([:]))
        #expect(text.contains("    Flow.conversationId: { type: string, sent: never }\n"), "\(text)")
        let sent = try self.text(flow, LaunchSample.launches(["Flow.conversationId": "string"]))
        #expect(sent.contains("    Flow.conversationId: string\n"), "\(sent)")
        #expect(!sent.contains("never"))
    }

    @Test func startsAFlowThatTakesNothing() throws {
        #expect(try text(flow(), LaunchSample.launches([:])).hasSuffix("\nlaunch: {}\n"))
        let left = Variable(name: "Flow.left", type: DataType(.string), reads: Reads(.read))
        let text = try text(flow(left), [LaunchSample.launch([:], mayHaveMore: true)])
        #expect(
            text.contains("\nlaunch: {}\n# No launch shows it, but a placeholder may stand for it. Needed"),
            "\(text)"
        )
        #expect(try ContractReader().contract(Array(text.utf8), file: "c.yaml").launch?.inputs == [])
    }

    @Test func needsNoSnapshot() throws {
        var draft = ContractDraft(of: Flow(key: .workflow("A b")), in: nil, events: .embedded, known: [:])
        draft.launched = try LaunchedInputs(merging: LaunchSample.launches(["Flow.x": "object"]), of: nil)
        let text = ContractWriter().text(of: draft, from: "recorded launches")
        #expect(text.hasSuffix("\nflow: workflow/A b\nlaunch:\n  inputs:\n    Flow.x: json\n"), "\(text)")
        let prod = try #require(Self.prod)
        let other = ContractDraft(of: Flow(key: .workflow("A")), in: nil, events: .embedded, known: [prod: []])
        #expect(other.environments == nil)
    }

    /// Whatever names a flow has, the contract can be read, and the same launches change nothing in it.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func writesWhatTheSameLaunchesKeepTo(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        let flow = random.flow()
        let inputs = flow.inputs.enumerated().filter { !$0.offset.isMultiple(of: 3) }.map(\.element)
        // A contract cannot list names that differ only in letter case.
        let names = Dictionary(inputs.map { ($0.name.lowercased(), $0.name) }) { first, _ in first }.values
        let all = Dictionary(uniqueKeysWithValues: names.map { ($0, "string") })
        let launches = LaunchSample.launches(all, all.filter { $0.key.count.isMultiple(of: 2) })
        let text = try text(flow, launches, recordings: ["a.ndjson"])
        let contract = try ContractReader().contract(Array(text.utf8), file: "specs/x.yaml")
        let merged = try LaunchedInputs(merging: launches, of: flow)
        let update = try ContractUpdate(of: contract, by: merged, recordings: [])
        #expect(update.isEmpty && update.unsent.isEmpty, "\(update)\n\(text)")
        #expect(contract.launch?.recordings.map(\.value) == ["a.ndjson"])
    }
}
