import Foundation
import TestSupport
import Testing

/// Incomplete snapshots don't count as complete.
struct IncompleteIndexTests {
    private static let index = "snapshots/prod/index.yaml"

    private static let damages: [(file: String, text: String)] = [
        ("exports/triggers.json", ListedProject.triggers(format: "json")),
        ("exports/triggers.json", String(ListedProject.triggers().dropLast(20))),
        ("exports/flows.json", String(ListedProject.flows.dropLast(20))),
        ("exports/survey.yaml", "workflow:\n  name: [Visit\n"),
    ]

    @Test(arguments: [[], ["--owner", "team-orders"]])
    func couldNotCheckAPromisedIDByABrokenEntry(_ arguments: [String]) async throws {
        let project = try await Project.inSync()
        let promise = "environments: { prod: { id: 5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10 } }\n"
        try project.folder.write(Project.contract + promise, to: "specs/order-status.yaml")
        let entry = "snapshots/prod/index/workflow/order-status.yaml"
        try #require(project.folder.read(entry) != nil)
        try project.folder.write("entry: [", to: entry)
        let run = await CommandRun(["check"] + arguments, in: project.folder.path)
        #expect(run.status == 2 && run.errors.contains(entry), "\(run.transcript)")
    }

    @Test(arguments: damages, [false, true])
    func couldNotCheckWhatWasNotRead(_ damage: (file: String, text: String), hasOlder: Bool) async throws {
        let listed = try hasOlder ? await ListedProject.withSnapshots() : ListedProject()
        let whole = listed.read(damage.file)
        try listed.write(damage.text, to: damage.file)
        let snapshot = await listed.snapshot()
        try #require(snapshot.status == 2, "\(snapshot.transcript)")
        #expect(listed.read(Self.index).contains("unread:\n  - \(damage.file)\n"), "\(listed.read(Self.index))")
        for arguments in [["check"], ["gate", "--environment", "prod"], ["check", "--from", "snapshots/prod"]] {
            let run = await CommandRun(arguments, in: listed.project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(
                run.errors.contains(
                    "The snapshots are incomplete: the run that took them could not read \(damage.file)"
                ),
                "\(run.transcript)"
            )
            #expect(!run.output.contains("[flow-missing]") && !run.output.contains("[trigger-missing]"))
        }
        // A complete run makes the snapshots complete.
        try listed.write(whole, to: damage.file)
        #expect(await listed.snapshot().status == 0)
        #expect(!listed.read(Self.index).contains("unread"))
        let run = await listed.run("check")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func callsNoFlowMissingThatWasNotRead() async throws {
        let listed = try ListedProject()
        try listed.write("workflow:\n  name: [Visit\n", to: "exports/survey.yaml")
        #expect(await listed.snapshot().status == 2)
        for name in ["Visit Survey", "Visit Surveys"] {
            try listed.project.edit(
                "specs/visit-survey.yaml",
                "flow: workflow/Visit Survey\n",
                "flow: workflow/\(name)\n"
            )
            let run = await listed.run("check", "--contracts", "specs/visit-survey.yaml")
            #expect(run.status == 2 && !run.output.contains("[flow-missing]"), "\(run.transcript)")
        }
    }

    @Test(arguments: [true, false])
    func callsNoTargetOfAPlanMissingThatWasNotRead(isBroken: Bool) async throws {
        let listed = try ListedProject()
        try listed.remove("exports/survey.yaml")
        if isBroken { try listed.write("workflow:\n  name: [Visit\n", to: "exports/survey.yaml") }
        #expect(await listed.snapshot().status == (isBroken ? 2 : 0))
        try listed.write(Self.plan, to: "plan.json")
        let run = await listed.run("plan", "plan.json", "--environment", "prod")
        #expect(isBroken ? run.status == 2 : run.status != 1, "\(run.transcript)")
        #expect(!run.output.contains("[trigger-target-missing]") && !run.output.contains("[flow-missing]"))
        #expect(
            run.output.contains("neither a snapshot nor the plan has the trigger's flow, 'workflow/Visit Survey'"),
            "\(run.transcript)"
        )
    }

    /// A plan that creates a trigger, which starts a flow by its name.
    private static let plan = """
        {"format_version": "1.2", "resource_changes": [
          {"address": "genesyscloud_processautomation_trigger.t", "mode": "managed", "name": "t",
           "type": "genesyscloud_processautomation_trigger", "change": {"actions": ["create"], "before": null,
           "after": {"name": "New", "topic_name": "v2.detail.events.conversation.{id}.customer.end", "enabled": true,
             "match_criteria": "[]", "target": [{"type": "Workflow"}]},
           "after_unknown": {"target": [{"id": true}]}}},
          {"address": "data.genesyscloud_flow.d", "mode": "data", "type": "genesyscloud_flow", "name": "d",
           "change": {"actions": ["read"], "before": null, "after": {"name": "Visit Survey", "type": "WORKFLOW"},
           "after_unknown": {"id": true}}}],
         "configuration": {"root_module": {"resources": [
          {"address": "genesyscloud_processautomation_trigger.t", "mode": "managed", "name": "t",
           "type": "genesyscloud_processautomation_trigger",
           "expressions": {"target": [{"id": {"references": ["data.genesyscloud_flow.d.id", "data.genesyscloud_flow.d"]}}]}},
          {"address": "data.genesyscloud_flow.d", "mode": "data", "type": "genesyscloud_flow", "name": "d",
           "expressions": {}}]}}}
        """

    @Test func knowsTheFlowsThatAreListedWithoutAnExport() async throws {
        let listed = try ListedProject()
        try listed.remove("exports/survey.yaml")
        #expect(await listed.snapshot().status == 0)
        #expect(
            listed.read("snapshots/prod/index/workflow/visit-survey.yaml").hasSuffix(
                "entry: { type: workflow, name: Visit Survey, id: b1c7e6d0-98f3-4c54-8a6d-1de3b0c7f4e2, version: \"5.0\" }\n"
            )
        )
        let run = await listed.run("check")
        #expect(!run.output.contains("[flow-missing]") && run.output.contains("could not be read"), "\(run.transcript)")
        try listed.write(
            ListedProject.flows.replacing(#""active": true"#, with: #""active": false"#),
            to: "exports/flows.json"
        )
        #expect(await listed.snapshot().status == 0)
        let inactive = await listed.run("check", "--contracts", "specs/visit-survey.yaml")
        #expect(inactive.status == 1 && inactive.output.contains("[flow-inactive]"), "\(inactive.transcript)")
    }

    @Test func missesATriggerOfAnOldIndexWithoutAnyFile() async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.project.folder.ageIndex()
        let lines = listed.read(Self.index).split(separator: "\n", omittingEmptySubsequences: false)
        try listed.write(
            lines.filter { !$0.contains("workflow/Visit Survey:") }.joined(separator: "\n"),
            to: Self.index
        )
        try listed.remove("snapshots/prod/workflow/visit-survey.yaml")
        try listed.remove("specs/visit-survey.yaml")
        let run = await listed.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("Trigger 'Ended' is in the index, but neither in a snapshot nor in triggers.yaml"))
    }
}
