import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift check --live` says which side moved, and rewrites the snapshots.
struct NightlyTests {
    private static let renamed = StubFlow.orderStatus(
        version: "2.0",
        inputs: ["Flow.orderNo": "string", "Flow.isUrgent": "boolean"]
    )

    /// Runs `body` in a committed repository with a contract and the snapshots of an org.
    private func nightly(_ body: (LiveProject) async throws -> Void) async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            try GitRepository(live.folder.path).commit("as it was")
            try await body(live)
        }
    }

    private func change(_ live: LiveProject, _ old: String, _ new: String) throws {
        let file = "specs/order-status.yaml"
        try live.folder.write((live.folder.read(file) ?? "").replacing(old, with: new), to: file)
    }

    @Test func saysThatTheFlowMoved() async throws {
        try await nightly { live in
            live.server.serve(.orders(Self.renamed))
            let run = await live.run("check", "--live", "--base", "git:main")
            #expect(run.status == 1)
            let finding = run.output.split(separator: "\n").drop { !$0.contains("[input-undeclared]") }
            #expect(finding.contains { $0 == "    moved: the flow: it differs from its earlier snapshot" })
            #expect(!run.output.contains("moved: the contract"))
        }
    }

    @Test func makesAnInputThatIsNewInTheOrgAnError() async throws {
        try await nightly { live in
            let inputs = ["Flow.orderNumber": "string", "Flow.isUrgent": "boolean", "Flow.channel": "string"]
            live.server.serve(.orders(.orderStatus(version: "2.0", inputs: inputs)))
            let run = await live.run("check", "--live")
            #expect(run.status == 1, "\(run.transcript)")
            #expect(run.output.contains("error in test: Input 'Flow.channel' (string) is new since the snapshot"))
        }
    }

    @Test func saysThatTheContractMoved() async throws {
        try await nightly { live in
            try change(live, "Flow.isUrgent: boolean", "Flow.isUrgent: string")
            let known = await live.run("check", "--live", "--base", "git:main")
            #expect(known.status == 1)
            #expect(known.output.contains("    moved: the contract: it matched the same snapshot before\n"))
            let unknown = await live.run("check", "--live")
            #expect(unknown.output.contains("    moved: not the flow"))
        }
    }

    @Test func saysThatBothWereApartBefore() async throws {
        try await nightly { live in
            try change(live, "Flow.isUrgent: boolean", "Flow.isUrgent: string")
            try GitRepository(live.folder.path).commit("apart")
            let run = await live.run("check", "--live", "--base", "git:HEAD", "--report", "json")
            #expect(run.status == 1)
            #expect(run.output.contains("\"moved\" : \"neither\""))
        }
    }

    @Test func writesTheNewSnapshots() async throws {
        try await nightly { live in
            live.server.serve(.orders(Self.renamed))
            let run = await live.run("check", "--live", "--update")
            #expect(run.status == 1)
            #expect(run.errors.contains("changed: 'workflow/Order Status' (snapshots/test/workflow/order-status.yaml)"))
            let snapshots = try live.snapshots()
            #expect(snapshots["workflow/order-status.yaml"]?.contains("Flow.orderNo:") == true)
            #expect(try live.folder.index(of: "test").contains("2.0"))
        }
    }

    @Test func writesNothingWhereAPublishChangedNoInterface() async throws {
        try await nightly { live in
            live.server.serve(.orders(.orderStatus(version: "2.0")))
            let before = try live.folder.tree()
            #expect(await live.run("check", "--live", "--update").status == 0)
            #expect(try live.folder.tree() == before)
            #expect(await live.run("check", "--live", "--update", "--index").status == 0)
            #expect(try live.folder.index(of: "test").contains("2.0"))
        }
    }

    @Test(arguments: [["--update"], ["--live", "--index"], ["--live", "--base", "main"]])
    func refusesWhatGoesWithoutALiveOrg(_ arguments: [String]) async throws {
        let project = try await Project.inSync()
        let run = await CommandRun(["check"] + arguments, in: project.folder.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("allowed only with") || run.errors.contains("write a git revision instead"))
    }

    @Test func saysThatTheContractsOfTheBaseCouldNotBeRead() async throws {
        try await nightly { live in
            try live.folder.write("contract: [", to: "specs/other.yaml")
            try GitRepository(live.folder.path).commit("broken")
            try live.folder.remove("specs/other.yaml")
            let run = await live.run("check", "--live", "--base", "git:HEAD")
            #expect(run.status == 2, "\(run.transcript)")
            #expect(run.errors.contains("specs/other.yaml"))
        }
    }
}
