import DriftCore
import DriftEngine
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// The number of requests that a run sends to read an org.
struct LiveRequestCountTests {
    /// 1,500 workflows, some of them published again.
    private static func flows(changed: Int = 0) -> [Flow] {
        (0..<1500).map { number in
            let inputs = number == 1499 ? [:] : ["Flow.conversationId": "string"]
            return .workflow("Flow \(number)", version: number < changed ? "2.0" : "1.0", inputs: inputs)
        }
    }

    /// The flows as an org, with 401 triggers that events fire, 40 of them enabled, and one that a schedule fires.
    private static func org(_ flows: [Flow], drafts: Range<Int> = 0..<0) -> StubOrg {
        var listed = flows.map { StubFlow($0) }
        for number in drafts { listed[number] = listed[number].draft("9.0", of: listed[number]) }
        let triggers = listed.prefix(401).enumerated().map { number, flow in
            StubTrigger.starting(flow, "Trigger of \(flow.key.name)", isEnabled: number < 40)
        }
        return StubOrg(flows: listed, triggers: triggers + [.starting(listed[1499], "Nightly", topic: nil)])
    }

    /// Writes the snapshots of the org directly; at the org's rate limit a command would take 5 minutes.
    private static func writeSnapshots(of org: StubOrg, _ flows: [Flow], to folder: TemporaryFolder) throws {
        let triggers = Dictionary(grouping: org.triggers) { $0.targetID }
        let placed = flows.map { flow in
            var flow = flow
            flow.id = flow.linkID
            flow.triggers = triggers[flow.linkID]?.map(\.trigger) ?? []
            return flow
        }
        let set = FlowSet(flows: placed, entries: placed.map(\.entry), strayTriggers: [])
        let source = SnapshotSource(folder: "snapshots/test", of: DiskFiles(context: .of(folder)))
        let snapshots = SnapshotFolder(source)
        try snapshots.write(in: .of(folder)) { try snapshots.plan(for: set, filter: FlowFilter()) }
    }

    /// The requests to every org: a token, three pages of flows, three of triggers, one of scheduled triggers.
    private static let unchanged = [
        "POST /oauth/token": 1, "GET /api/v2/flows": 3, "GET /api/v2/processautomation/triggers": 3,
        "GET /api/v2/processautomation/scheduledtriggers": 1,
    ]

    /// The flows that an enabled trigger starts, which are read whatever the index says.
    private static let reliedOn = [configuration: 41]

    private static let configuration = "GET /api/v2/flows/{}/versions/{}/configuration"
    /// The data actions, which only `flowdrift snapshot` reads.
    private static let actions = "GET /api/v2/integrations/actions"

    private static let draft = "GET /api/v2/flows/{}/latestconfiguration"

    @Test func costsOneRequestForEachFlowThatChanged() async throws {
        let flows = Self.flows()
        let org = Self.org(flows)
        try await LiveProject.serving(org, rateLimit: 1_000_000) { live in
            try Self.writeSnapshots(of: org, flows, to: live.folder)
            let check = await live.run("check", "--live", "--trust-index")
            #expect(check.status == 0, "\(check.transcript)")
            #expect(live.server.requestCounts == Self.unchanged)

            live.server.serve(Self.org(Self.flows(changed: 7), drafts: 5..<9))
            let before = live.server.requestCounts
            let snapshot = await live.run("snapshot", "--check", "--trust-index")
            #expect(snapshot.status == 0, "\(snapshot.transcript)")
            let changed = [Self.configuration: 7, Self.actions: 1]
            #expect(live.requestCounts(since: before) == Self.unchanged.merging(changed) { $0 + $1 })

            let then = live.server.requestCounts
            #expect(await live.run("check", "--live", "--drafts").status == 0)
            // The seven that changed are among the flows that a trigger starts.
            let more = Self.reliedOn.merging([Self.draft: 4]) { $0 + $1 }
            #expect(live.requestCounts(since: then) == Self.unchanged.merging(more) { $0 + $1 })
        }
    }

    @Test func costsOneRequestMoreForAFlowWhoseSnapshotWasEdited() async throws {
        try await LiveProject.serving(.orders(others: 3)) { live in
            _ = await live.run("snapshot")
            let file = "snapshots/test/workflow/order-status.yaml"
            let text = try #require(live.folder.read(file))
            try live.folder.write(text.replacing("boolean", with: "string"), to: file)
            let first = live.server.requestCounts
            let run = await live.run("check", "--live")
            #expect(run.output.contains("[live-input-changed]"))
            let counts = live.requestCounts(since: first)
            #expect(counts["GET /api/v2/flows/{}/versions/{}/configuration"] == 1)
        }
    }

    @Test func asksForNoTokenWhereItHasOne() async throws {
        try await LiveProject.serving(.orders()) { live in
            let run = await live.run("snapshot", variables: ["GENESYSCLOUD_ACCESS_TOKEN": "a-token"])
            #expect(run.status == 0)
            #expect(live.server.requestCounts["POST /oauth/token"] == nil)
        }
    }
}

extension LiveProject {
    /// How many requests each endpoint received since the given counts.
    fileprivate func requestCounts(since before: [String: Int]) -> [String: Int] {
        server.requestCounts.reduce(into: [:]) { counts, entry in
            let number = entry.value - before[entry.key, default: 0]
            if number > 0 { counts[entry.key] = number }
        }
    }
}
