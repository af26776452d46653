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
}
