import TestSupport
import Testing

/// `flowdrift check --from`: what unpublished flows, or those of another revision, would break.
struct ImpactTests {
    /// A repository whose input was renamed after the commit.
    private func moved() async throws -> Project {
        let project = try await Project.inSync()
        try GitRepository(project.folder.path).commit("as it was")
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        return project
    }

    @Test func saysWhoseContractAnExportWouldBreak() async throws {
        let run = try await moved().run("check", "--from", "exports/order-status.yaml", "--environment", "prod")
        #expect(run.status == 1)
        #expect(run.output.contains("order-status (team-orders)\n"), "\(run.output)")
        #expect(run.output.contains("[input-undeclared]"))
    }

    @Test func saysWhichTriggerAnExportWouldBreak() async throws {
        let project = try await Project.inSync()
        let file = "snapshots/prod/workflow/order-status.yaml"
        let topic = "v2.detail.events.conversation.{id}.customer.end"
        let triggers = "triggers: [{ name: Ended, topic: \"\(topic)\", dataFormat: Json, enabled: true }]\n"
        try project.folder.write((project.folder.read(file) ?? "") + triggers, to: file)
        for source in ["exports/order-status.yaml", "exports"] {
            let run = await project.run("check", "--from", source, "--environment", "prod")
            #expect(run.status == 1)
            #expect(run.output.contains("workflow/Order Status (team-orders)\n"), "\(run.output)")
            #expect(run.output.contains("exports/order-status.yaml: error in prod: Trigger 'Ended'"))
            #expect(run.output.contains("[trigger-json-input-missing]"))
        }
    }

    @Test func judgesTheSnapshotsOfARevision() async throws {
        let project = try await moved()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(await project.run("check").status == 1)
        for arguments in [["--from", "git:main"], ["--from", "git:HEAD", "--environment", "prod"]] {
            let run = await CommandRun(["check"] + arguments, in: project.folder.path)
            #expect(run.status == 0, "\(run.transcript)")
            #expect(run.output.contains("checked: 1 contract, 2 of 2 inputs"))
        }
    }

    @Test(arguments: [
        ("git:nowhere", 2, "git has no revision 'nowhere'"),
        ("git:HEAD", 64, "--environment test: there is no such environment; name one of these: prod"),
    ])
    func couldNotCheckARevisionThatHasNone(_ source: String, _ status: Int32, _ message: String) async throws {
        let run = try await moved().run("check", "--from", source, "--environment", "test")
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.transcript)")
    }

    @Test(arguments: ["live", "plan:plan.json", ""])
    func refusesASourceThatHasACommandOfItsOwn(_ source: String) async throws {
        #expect(try await moved().run("check", "--from", source).status == 64)
    }
}
