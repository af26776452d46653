import DriftCore
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// What a look at an org costs it.
struct LiveRequestCountTests {
    /// An org of 5,000 workflows, 401 triggers that events fire, and one that a schedule fires.
    private static func org(changed: Int = 0, drafts: Int = 0) -> StubOrg {
        let flows = (0..<5000).map { number in
            let flow = StubFlow.workflow("Flow \(number)", version: number < changed ? "2.0" : "1.0")
            // Some of the drafts are of flows that changed, too.
            return (5..<5 + drafts).contains(number) ? flow.draft("9.0", of: flow) : flow
        }
        let triggers = flows.prefix(401).map { StubTrigger.starting($0, "Trigger of \($0.key.name)") }
        return StubOrg(flows: flows, triggers: triggers + [.starting(flows[0], "Nightly", topic: nil)])
    }

    /// What is asked of every org: a token, ten pages of flows, three of triggers, one of scheduled triggers.
    private static let unchanged = [
        "POST /oauth/token": 1, "GET /api/v2/flows": 10, "GET /api/v2/processautomation/triggers": 3,
        "GET /api/v2/processautomation/scheduledtriggers": 1,
    ]

    @Test func costsOneRequestForEachFlowThatChanged() async throws {
        // The first snapshot of so many would take 17 minutes at the org's own limit.
        try await LiveProject.serving(Self.org(), rateLimit: 1_000_000) { live in
            #expect(await live.run("snapshot").status == 0)
            let first = live.server.requestCounts
            #expect(first["GET /api/v2/flows/{}/versions/{}/configuration"] == 5000)

            let check = await live.run("check", "--live")
            #expect(check.status == 0, "\(check.transcript)")
            #expect(live.requestCounts(since: first) == Self.unchanged)

            live.server.serve(Self.org(changed: 7, drafts: 4))
            let second = live.server.requestCounts
            #expect(await live.run("snapshot", "--check").status == 0)
            let seven = ["GET /api/v2/flows/{}/versions/{}/configuration": 7]
            #expect(live.requestCounts(since: second) == Self.unchanged.merging(seven) { $0 + $1 })

            let third = live.server.requestCounts
            #expect(await live.run("check", "--live", "--drafts").status == 0)
            let drafts = seven.merging(["GET /api/v2/flows/{}/latestconfiguration": 4]) { $0 + $1 }
            #expect(live.requestCounts(since: third) == Self.unchanged.merging(drafts) { $0 + $1 })
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
    /// How many requests each endpoint had since a count.
    fileprivate func requestCounts(since before: [String: Int]) -> [String: Int] {
        server.requestCounts.reduce(into: [:]) { counts, entry in
            let number = entry.value - before[entry.key, default: 0]
            if number > 0 { counts[entry.key] = number }
        }
    }
}
