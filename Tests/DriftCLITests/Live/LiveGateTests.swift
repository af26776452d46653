import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift gate --live` checks the orgs themselves, not their snapshots.
struct LiveGateTests {
    @Test func judgesTheOrgAndNotItsSnapshots() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            let before = await live.run("gate", "--live")
            #expect(before.status == 0, "\(before.transcript)")
            #expect(before.output.hasPrefix("Contract      test (live)\norder-status  in sync\n"))
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(.orders(.orderStatus(version: "2.0", inputs: ["Flow.orderNumber": "string"])))
            let after = await live.run("gate", "--live")
            #expect(after.status == 1)
            #expect(after.output.contains(/\norder-status +drift\n/), "\(after.output)")
        }
    }

    @Test func takesAnOrgThatRefusesForUnknown() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            let run = await live.run("gate", "--live", variables: [:])
            #expect(run.status == 2)
            #expect(run.output.contains("\norder-status  unknown\n"), "\(run.transcript)")
        }
    }

    @Test func saysWhoMustShipFirstByTheOrg() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            let repository = try GitRepository(live.folder.path)
            try repository.commit("released")
            try repository.git("tag", "v1")
            let contract = Project.contract.replacing("Flow.isUrgent", with: "Flow.isPressing")
            try live.folder.write(contract, to: "specs/order-status.yaml")
            let early = await live.run("gate", "--live", "--since", "git:v1")
            #expect(early.status == 1)
            #expect(early.output.contains("    test: the flow must ship first"), "\(early.output)")
            let inputs = ["Flow.orderNumber": "string", "Flow.isPressing": "boolean"]
            live.server.serve(.orders(.orderStatus(version: "2.0", inputs: inputs)))
            let late = await live.run("gate", "--live", "--since", "git:v1")
            #expect(late.status == 0, "\(late.transcript)")
            #expect(late.output.contains("    test: the flow has already changed: ship the code"))
        }
    }
}
