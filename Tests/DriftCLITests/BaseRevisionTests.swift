import TestSupport
import Testing

/// `flowdrift check --base` without a live org compares the snapshots with those of a revision.
struct BaseRevisionTests {
    /// A committed repository whose later snapshots have a new input that the flow reads.
    private func refreshed() async throws -> Project {
        let project = try await Project.inSync()
        try GitRepository(project.folder.path).commit("as it was")
        try project.edit(
            "exports/order-status.yaml",
            "    - booleanVariable:",
            "    - stringVariable: { name: Flow.channel, isInput: true }\n    - booleanVariable:"
        )
        try project.edit(
            "exports/order-status.yaml",
            "exp: Flow.orderNumber }",
            "exp: Flow.orderNumber + Flow.channel }"
        )
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        return project
    }

    @Test func makesAnInputThatIsNewAnError() async throws {
        let project = try await refreshed()
        let plain = await project.run("check")
        #expect(
            plain.status == 0 && plain.output.contains("warning in prod: Input 'Flow.channel'"),
            "\(plain.transcript)"
        )
        let run = await project.run("check", "--base", "git:main")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("error in prod: Input 'Flow.channel' (string) is new since git:main"))
        #expect(run.output.contains("    moved: the flow: it differs from its earlier snapshot\n"))
    }

    @Test func acceptsWhatTheContractSaysIsNeverSent() async throws {
        let project = try await refreshed()
        try project.edit(
            "specs/order-status.yaml",
            "    Flow.isUrgent: boolean\n",
            "    Flow.isUrgent: boolean\n    Flow.channel: { sent: never }\n"
        )
        let run = await project.run("check", "--base", "git:main")
        #expect(run.status == 0 && run.output.contains("\nin sync: no findings"), "\(run.transcript)")
    }

    @Test func saysThatTheContractMoved() async throws {
        let project = try await Project.inSync()
        try GitRepository(project.folder.path).commit("as it was")
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        let run = await project.run("check", "--base", "git:main")
        #expect(run.status == 1)
        #expect(
            run.output.contains("    moved: the contract: it matched the same snapshot before\n"),
            "\(run.transcript)"
        )
    }

    @Test func judgesExportsBesideTheRevision() async throws {
        let project = try await refreshed()
        try GitRepository(project.folder.path).git("checkout", "--quiet", "--", "snapshots")
        let words = ["check", "--from", "exports", "--base", "git:main"]
        let run = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
        #expect(run.status == 1 && run.output.contains("is new since git:main"), "\(run.transcript)")
        #expect(await CommandRun(words, in: project.folder.path).status == 64)
    }

    @Test func saysWhereTheRevisionHasNoSnapshots() async throws {
        let project = try await Project.inSync()
        let repository = try GitRepository(project.folder.path)
        try repository.git("commit", "--quiet", "--allow-empty", "--message", "nothing yet")
        let run = await project.run("check", "--base", "git:main")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("git:main has no snapshots of 'prod', so it is unknown whether flows or"))
    }

    @Test func refusesARevisionThatIsNotThere() async throws {
        let project = try await Project.inSync()
        try GitRepository(project.folder.path).commit("as it was")
        #expect(await project.run("check", "--base", "git:nowhere").status == 2)
    }
}
