import Foundation
import TestSupport
import Testing

struct GateCommandTests {
    /// A repository with snapshots of `test` and `prod`, committed the day before the run.
    private func released() async throws -> (project: Project, repository: GitRepository) {
        let project = try await Project.inSync()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "test").status == 0)
        let repository = try GitRepository(project.folder.path)
        try repository.commit("released")
        try repository.git("tag", "v1")
        return (project, repository)
    }

    private func gate(_ project: Project, _ arguments: String...) async -> CommandRun {
        await CommandRun(
            ["gate", "--environment", "test", "--environment", "prod"] + arguments,
            in: project.folder.path
        )
    }

    @Test func showsEachContractInEachEnvironment() async throws {
        let run = try await gate(released().project)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output == """
                Contract      prod (2026-11-19)  test (2026-11-19)
                order-status  in sync            in sync

                in sync: no findings

                """
        )
    }

    @Test func failsOnDriftInOneEnvironment() async throws {
        let (project, _) = try await released()
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "test")
        let run = await gate(project)
        #expect(run.status == 1)
        #expect(run.output.contains("\norder-status  in sync            drift\n"))
        #expect(run.output.contains("\n  order-status: In test: Input 'Flow.isUrgent' (boolean) is not declared"))
    }

    @Test func saysWhereAContractNeedNotHold() async throws {
        let (project, _) = try await released()
        try project.edit("specs/order-status.yaml", "launch:", "environments: { test: }\nlaunch:")
        let run = await gate(project)
        #expect(run.status == 0)
        #expect(run.output.contains("\norder-status  not expected       in sync\n"), "\(run.output)")
    }

    @Test func letsNothingPassThatIsUnknown() async throws {
        let (project, _) = try await released()
        try project.edit(
            "specs/order-status.yaml",
            "launch:",
            "environments: { test: , prod: { id: 7f0c0c1e-2f7a-4a63-8a53-5a1a8c6f7d10 } }\nlaunch:"
        )
        let run = await gate(project)
        #expect(run.status == 2)
        #expect(run.output.contains("\norder-status  unknown            in sync\n"))
        #expect(await gate(project, "--allow-unknown").status == 0)
    }

    @Test func takesAnEnvironmentThatCannotBeReadForUnknown() async throws {
        let (project, _) = try await released()
        try project.folder.write("flowdrift: 1\nenvironments: { prod: , test: }\n", to: "flowdrift.yaml")
        try FileManager.default.removeItem(atPath: project.folder.path + "/snapshots/test")
        let run = await gate(project)
        #expect(run.status == 2)
        #expect(run.output.contains("order-status  in sync            unknown"), "\(run.output)")
        #expect(await gate(project, "--allow-unknown").status == 2)
    }

    @Test(arguments: [("24h", 2), ("23h", 2), ("2d", 0), ("1441m", 0)])
    func takesOldSnapshotsForUnknown(_ age: String, _ status: Int32) async throws {
        let (project, repository) = try await released()
        try project.folder.write("# touched\n", to: "snapshots/prod/note.md")
        try project.folder.write("# touched\n", to: "snapshots/test/note.md")
        try repository.commit("a day and a second before", at: "2026-11-19T11:59:59Z")
        let run = await gate(project, "--max-age", age)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.output.contains("last changed on 2026-11-19, and --max-age allows \(age)") == (status == 2))
    }

    @Test func takesSnapshotsInNoCommitForUnknownWhereTheirAgeMatters() async throws {
        let project = try await Project.inSync()
        let run = await project.run("gate", "--environment", "prod")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Contract      prod (no commit)\n"))
        #expect(await project.run("gate", "--environment", "prod", "--max-age", "7d").status == 2)
    }

    @Test func judgesTheContractsOfARevision() async throws {
        let (project, _) = try await released()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        #expect(await gate(project).status == 1)
        #expect(await gate(project, "--contracts-from", "git:v1").status == 0)
    }

    @Test func saysThatTheFlowMustShipFirst() async throws {
        let (project, _) = try await released()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        let run = await gate(project, "--since", "git:v1")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "since v1, these contracts became stricter:\n"
                    + "  order-status: input 'Flow.isUrgent' changed from boolean to string\n"
            )
        )
        #expect(run.output.contains("    prod: the flow must ship first"))
    }

    @Test func saysThatTheCodeMayShip() async throws {
        let (project, _) = try await released()
        let unchanged = await gate(project, "--since", "git:v1").output
        #expect(unchanged.hasSuffix("since v1: no contract became stricter\nin sync: no findings\n"))
        try project.edit("exports/order-status.yaml", "name: Flow.isUrgent", "name: Flow.isPressing")
        try project.edit("exports/order-status.yaml", "exp: Flow.isUrgent", "exp: Flow.isPressing")
        for name in ["test", "prod"] {
            _ = await project.run("snapshot", "--from", "exports", "--environment", name)
        }
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        let run = await gate(project, "--since", "git:v1")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("    prod: the flow has already changed: ship the code\n"))
    }

    @Test func writesTheVerdictsReportsToo() async throws {
        let (project, _) = try await released()
        let run = await gate(project, "--report", "junit=gate.xml")
        #expect(run.output.hasPrefix("Contract "))
        #expect(project.folder.read("gate.xml")?.contains("<testsuite ") == true)
        #expect(await gate(project, "--report", "json").output.hasPrefix("{"))
    }

    @Test(arguments: [
        [], ["--environment", "prod", "--from", "exports"], ["--environment", "prod", "--max-age", "1"],
        ["--environment", "prod", "--max-age", "0h"], ["--environment", "prod", "--live", "--max-age", "1h"],
        ["--environment", "prod", "--since", "v1"],
    ])
    func refusesACallThatItDoesNotKnow(_ arguments: [String]) async throws {
        let project = try await Project.inSync()
        let run = await CommandRun(["gate"] + arguments, in: project.folder.path)
        #expect(run.status == 64, "\(run.transcript)")
    }

    /// The help doesn't offer options that gate rejects.
    @Test(arguments: ["--from", "--drafts", "--set"])
    func offersNoOptionOfCheckAlone(_ option: String) async throws {
        let project = try await Project.inSync()
        let words = ["gate", "--environment", "prod", option] + (option == "--drafts" ? [] : ["a=b"])
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains("Unknown option '\(option)'"), "\(run.errors)")
        #expect(!(await project.run("gate", "--help").output.contains(option)))
    }

    @Test func takesNoDateFromTheEndOfAShallowClone() async throws {
        let (project, repository) = try await released()
        try repository.commit("something else", at: "2026-11-20T11:00:00Z")
        let clone = try TemporaryFolder()
        let words = ["clone", "--quiet", "--depth", "1", "file://" + project.folder.path, "clone"]
        let cloned = try GitRepository.run(words, in: clone.path, at: "2026-11-20T11:00:00Z")
        try #require(cloned.status == 0, "\(cloned.output)")
        let gate = ["gate", "--environment", "test"]
        let aged = await CommandRun(gate + ["--max-age", "12h"], in: clone.path + "/clone")
        #expect(aged.status == 2, "\(aged.transcript)")
        #expect(
            aged.errors.contains("The clone has too few commits to show when 'snapshots/test' changed; fetch the whole")
        )
        let plain = await CommandRun(gate, in: clone.path + "/clone")
        #expect(plain.status == 0, "\(plain.transcript)")
        #expect(plain.output.hasPrefix("Contract      test (date not known)\n"))
    }

    @Test func doesNotCallAContractNewThatCouldNotBeReadBefore() async throws {
        let (project, repository) = try await released()
        let contract = try #require(project.folder.read("specs/order-status.yaml"))
        try project.folder.write("contract: [", to: "specs/order-status.yaml")
        try repository.commit("broken")
        try repository.git("tag", "v2")
        try project.folder.write(contract, to: "specs/order-status.yaml")
        let run = await gate(project, "--since", "git:v2")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("specs/order-status.yaml"))
        #expect(!run.output.contains("is new"))
    }

    @Test func takesARevisionBeforeTheFirstContractForOneWithout() async throws {
        let project = try await Project.inSync()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "test").status == 0)
        let contract = try #require(project.folder.read("specs/order-status.yaml"))
        try project.folder.remove("specs/order-status.yaml")
        let repository = try GitRepository(project.folder.path)
        try repository.commit("before")
        try project.folder.write(contract, to: "specs/order-status.yaml")
        let run = await gate(project, "--since", "git:HEAD")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("is new"))
    }

    @Test func countsAnEnvironmentOnceThatIsNamedTwice() async throws {
        let (project, _) = try await released()
        let words = ["gate", "--environment", "prod", "--max-age", "1h"]
        let once = await CommandRun(words, in: project.folder.path)
        let twice = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
        #expect(once.status == 2)
        #expect(twice.transcript == once.transcript)
    }
}
