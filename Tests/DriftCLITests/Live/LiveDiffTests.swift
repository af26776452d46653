import GenesysStub
import TestSupport
import Testing

/// `flowdrift diff` with a live org.
struct LiveDiffTests {
    @Test func readsAFlowThatOnlyAContractAsksFor() async throws {
        try await LiveProject.serving(.orders(others: 1)) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            try live.folder.write("flowdrift: 1\nflows: { names: [\"Flow *\"] }\n", to: "flowdrift.yaml")
            #expect(await live.run("snapshot").status == 0)
            let run = await live.run("diff", "snapshots/test", "live")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(run.output == "no difference; 2 flows compared\n")
        }
    }

    @Test func knowsAFlowForGoneWhereAnotherCannotBeRead() async throws {
        let folder = try TemporaryFolder()
        try await LiveProject.serving(.orders(others: 1), in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        let (left, unread) = (StubFlow.orderStatus(version: "2.0"), StubFlow.workflow("Flow 1"))
        let fault = StubFault(.serverError(status: 501), hitting: "\(unread.id)/versions")
        try await LiveProject.serving(StubOrg(flows: [left, unread]), faults: [fault], in: folder) { live in
            let run = await live.run("diff", "snapshots/test", "live")
            #expect(run.status == 1, "\(run.transcript)")
            #expect(run.errors.contains("'workflow/Flow 1' could not be read"))
            #expect(run.output.contains("workflow/Flow 0: gone, which breaks its callers"))
            let back = await live.run("diff", "live", "snapshots/test")
            #expect(back.output.contains("workflow/Flow 0: new"))
        }
    }
}
