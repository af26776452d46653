import DriftCore
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// A list of triggers has no total count, so a run requests a trigger by its id if the list lacks it.
struct LiveTriggerListTests {
    private static let flow = StubFlow.orderStatus()
    private static let halfPage = StubFault(.halfPage, hitting: "/triggers?")

    private static func org(triggers names: String...) -> StubOrg {
        StubOrg(flows: [flow], triggers: names.map { .starting(flow, $0) })
    }

    /// Runs commands on an org whose snapshots have a flow with two triggers.
    private func after(
        _ org: StubOrg,
        faults: [StubFault] = [],
        _ body: (LiveProject) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.contract, to: "specs/order-status.yaml")
        try await LiveProject.serving(Self.org(triggers: "First", "Second"), in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        try await LiveProject.serving(org, faults: faults, in: folder, body)
    }

    @Test(arguments: [
        (org(triggers: "First", "Second"), halfPage), (org(triggers: "First", "Second"), StubFault(.halfPage)),
    ])
    func believesNoListThatLeavesOutATrigger(_ org: StubOrg, _ fault: StubFault) async throws {
        try await after(org, faults: [fault]) { live in
            let before = try live.folder.tree()
            for command in [["snapshot"], ["snapshot", "--check"], ["check", "--live"]] {
                let words = command + ["--environment", "test", "--host", live.host]
                let run = await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
                #expect(run.status == 2, "\(run.transcript)")
                #expect(!run.output.contains("is gone"))
            }
            #expect(try live.folder.tree() == before)
        }
    }

    @Test func saysWhichTriggerIsThereThoughItIsNotListed() async throws {
        try await after(Self.org(triggers: "First", "Second"), faults: [Self.halfPage]) { live in
            let run = await live.run("snapshot")
            #expect(run.errors.contains("shows that the trigger still exists; run the command again"))
            #expect(run.errors.contains("/api/v2/processautomation/triggers/"))
        }
    }

    @Test func takesATriggerForGoneWhereItsIDIsUnknownToo() async throws {
        try await after(Self.org(triggers: "First")) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(run.output.contains("trigger 'Second' is gone"))
            #expect(live.requests().count { $0.hasPrefix("GET /api/v2/processautomation/triggers/") } == 1)
            let index = try live.folder.index(of: "test")
            #expect(index.contains(": First\n") && !index.contains("Second"))
        }
    }

    @Test func asksForNoTriggerByIDWhereNoneLeftTheList() async throws {
        try await after(Self.org(triggers: "First", "Second", "Third")) { live in
            #expect(await live.run("snapshot").status == 0)
            #expect(!live.requests().contains { $0.hasPrefix("GET /api/v2/processautomation/triggers/") })
        }
    }

    @Test func believesTheOrgWithoutTriggersWhereEachIDIsUnknown() async throws {
        try await after(Self.org()) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(live.folder.read("snapshots/test/index.yaml")?.contains("triggers: none") == true)
        }
    }

    @Test func decidesNothingAboutTriggersThatCouldNotBeRead() async throws {
        try await after(Self.org(triggers: "First", "Second"), faults: [Self.halfPage]) { live in
            try live.folder.write(Project.contract + "triggers: [{ name: First }]\n", to: "specs/order-status.yaml")
            let run = await live.run("check", "--live")
            #expect(run.status == 2)
            #expect(run.output.contains("0 of 1 promised trigger"), "\(run.transcript)")
            let gate = await live.run("gate", "--live")
            #expect(gate.status == 2)
            #expect(gate.output.contains("order-status  unknown"), "\(gate.transcript)")
        }
    }

    @Test(arguments: ["First", "Second"])
    func takesATriggerForHiddenWhereTheOrgSaysAnythingElse(_ left: String) async throws {
        let fault = StubFault(.serverError(status: 501), hitting: "/processautomation/triggers/")
        try await after(Self.org(triggers: left), faults: [fault]) { live in
            let before = try live.folder.tree()
            let run = await live.run("snapshot")
            #expect(run.status == 2)
            #expect(run.errors.contains("and a request by its id failed: The host does not support this request"))
            #expect(try live.folder.tree() == before)
        }
    }

    @Test func believesNoEmptyListWhereNobodyKnowsTheIDsUnlessItIsTold() async throws {
        try await after(Self.org()) { live in
            for (file, text) in try live.folder.tree() where file.hasPrefix("snapshots/test/index/") {
                let rest = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                    !$0.hasPrefix("triggers:") && !$0.hasSuffix(": First") && !$0.hasSuffix(": Second")
                }
                try live.folder.write(rest.joined(separator: "\n"), to: file)
            }
            let before = try live.folder.tree()
            let run = await live.run("snapshot")
            #expect(run.status == 2)
            #expect(
                run.errors.contains(
                    "The org's list of triggers is empty, but the snapshots have 2 triggers; run the command again"
                )
            )
            #expect(try live.folder.tree() == before)
            let told = await live.run("snapshot", "--allow-empty")
            #expect(told.status == 0, "\(told.transcript)")
        }
    }
}
