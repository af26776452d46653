import TestSupport
import Testing

/// Findings count even if something else can't be read.
struct PartlyReadTests {
    @Test func keepsItsFindingsWhereAnotherSnapshotIsBroken() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.urgent: boolean")
        try project.folder.write(Project.contract + "triggers: [{ name: Night }]\n", to: "specs/other.yaml")
        try project.edit("specs/other.yaml", "contract: order-status", "contract: other")
        try project.edit("specs/other.yaml", "Flow.answer: string", "Flow.reply: string")
        try project.folder.write("flowdrift: [", to: "snapshots/prod/workflow/broken.yaml")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.errors.contains("snapshots/prod/workflow/broken.yaml"))
        #expect(run.output.contains("[input-undeclared]"))
        // A contract with a trigger needs all flows; everything that only needs the contract's own flow is still
        // judged.
        #expect(run.output.contains("[output-removed]"))
        #expect(run.output.contains("not everything could be read"))
    }

    @Test func keepsItsFindingsWhereTheOtherTriggersAreBroken() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.urgent: boolean")
        try project.folder.write("flowdrift: 1\ntriggers: 5\n", to: "snapshots/prod/triggers.yaml")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.errors.contains("snapshots/prod/triggers.yaml"))
        #expect(run.output.contains("[input-undeclared]"))
    }
}
