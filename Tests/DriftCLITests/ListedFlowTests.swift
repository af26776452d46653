import Foundation
import TestSupport
import Testing

/// A run uses a listing's data about a flow, even if there is no export of that flow.
struct ListedFlowTests {
    private static let (status, survey) = (
        "snapshots/prod/workflow/order-status.yaml", "snapshots/prod/workflow/visit-survey.yaml"
    )

    @Test func keepsTheSnapshotOfAFlowThatTheListingHasUnchanged() async throws {
        let listed = try await ListedProject.withSnapshots()
        let before = [Self.survey, "snapshots/prod/index/workflow/visit-survey.yaml"].map(listed.read)
        try listed.remove("exports/survey.yaml")
        let run = await listed.snapshot()
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output.contains(
                "kept: 'workflow/Visit Survey' (\(Self.survey)), which has no export; the listing has the same version, 5.0"
            )
        )
        #expect([Self.survey, "snapshots/prod/index/workflow/visit-survey.yaml"].map(listed.read) == before)
        #expect(await listed.run("check").status == 0)
    }

    @Test(arguments: ["check", "gate"])
    func believesTheListingThatATriggerIsGone(_ command: String) async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/survey.yaml")
        try listed.write(#"{"entities": []}"#, to: "exports/triggers.json")
        #expect(await listed.snapshot().output.contains("trigger 'Ended'"))
        let run = await listed.run(command, "--environment", "prod")
        #expect(
            run.status == 1 && run.output.contains(command == "gate" ? "does not exist" : "[trigger-missing]"),
            "\(run.transcript)"
        )
    }

    @Test(arguments: [
        ("[trigger-disabled]", ListedProject.triggers(enabled: false)),
        ("[trigger-topic-changed]", ListedProject.triggers(topic: "v2.detail.events.conversation.{id}.acw")),
        ("[trigger-format-changed]", ListedProject.triggers(format: "Json")),
    ])
    func believesTheListingOfATriggersSettings(_ finding: String, _ listing: String) async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/survey.yaml")
        try listed.write(listing, to: "exports/triggers.json")
        #expect(await listed.snapshot().status == 0)
        let run = await listed.run("check")
        #expect(run.status == 1 && run.output.contains(finding), "\(run.transcript)")
        #expect(!listed.read("snapshots/prod/triggers.yaml").contains("Ended"))
        #expect(listed.read(Self.survey).split(separator: "Ended").count == 2)
        // The same listing again changes nothing.
        let before = [Self.survey, "snapshots/prod/index/workflow/visit-survey.yaml"].map(listed.read)
        #expect(await listed.snapshot().output.contains("no interface changed"))
        #expect([Self.survey, "snapshots/prod/index/workflow/visit-survey.yaml"].map(listed.read) == before)
    }

    @Test(arguments: [
        (["0d6b52aa", "1d6b52aa"], 1, "[flow-id-changed]"),
        ([#""type": "WORKFLOW", "active": true"#, #""type": "WORKFLOW", "active": false"#], 1, "[flow-inactive]"),
        ([#""publishedVersion": {"id": "3.0"}"#, #""description": "a draft""#], 1, "[flow-unpublished]"),
        ([#""3.0""#, #""4.0""#], 2, "the flow listing has version 4.0"),
        (
            [#"true,\n   "publishedVersion": {"id": "3"#, #"false, "publishedVersion": {"id": "4"#], 1,
            "[flow-inactive]"
        ),
    ])
    func believesTheListingOfAFlow(_ edit: [String], _ status: Int32, _ phrase: String) async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/status.yaml")
        let edit = edit.map { $0.replacing(#"\n"#, with: "\n") }
        let range = try #require(ListedProject.flows.firstRange(of: edit[0]))
        try listed.write(ListedProject.flows.replacingCharacters(in: range, with: edit[1]), to: "exports/flows.json")
        let snapshot = await listed.snapshot()
        #expect(
            snapshot.status == 0 && snapshot.output.contains("kept: 'workflow/Order Status'"),
            "\(snapshot.transcript)"
        )
        for command in ["check", "gate"] {
            for _ in 1...2 {
                let run = await listed.run(command, "--environment", "prod")
                #expect(
                    run.status == status && (command == "gate" || run.transcript.contains(phrase)),
                    "\(run.transcript)"
                )
                // Known data stays known.
                #expect(await listed.snapshot().status == 0)
            }
        }
    }

    @Test func judgesNoInterfaceThatMayBeOutOfDate() async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/status.yaml")
        let newer = ListedProject.flows.replacing(#""3.0""#, with: #""4.0""#)
        try listed.write(newer, to: "exports/flows.json")
        #expect(await listed.snapshot().status == 0)
        #expect(listed.read(Self.status).contains(#"listed: "4.0""#))
        try listed.project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: integer")
        for arguments in [
            ["check"], ["check", "--contracts", "specs/order-status.yaml"], ["diff", "exports", "prod"],
        ] {
            let run = await CommandRun(arguments, in: listed.project.folder.path)
            #expect(run.status == 2 && run.transcript.contains("'workflow/Order Status'"), "\(run.transcript)")
            #expect(!run.output.contains("[input-"))
        }
        let request =
            #"{"flowName": "Order Status", "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "inputData": {}}"#
        try listed.write(request, to: "request.json")
        let lint = await listed.run("lint", "request.json")
        #expect(lint.status == 2 && lint.errors.contains("may be out of date"), "\(lint.transcript)")
        // With the export, everything is known again.
        try listed.write(Project.export, to: "exports/status.yaml")
        try listed.project.edit("specs/order-status.yaml", "Flow.isUrgent: integer", "Flow.isUrgent: boolean")
        #expect(await listed.snapshot().status == 0)
        #expect(!listed.read(Self.status).contains("listed:"))
        #expect(await listed.run("check").status == 0)
    }

    @Test func doesNotMindAnOldSnapshotThatNobodyReliesOn() async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/status.yaml")
        try listed.remove("specs/order-status.yaml")
        try listed.write(ListedProject.flows.replacing(#""3.0""#, with: #""4.0""#), to: "exports/flows.json")
        #expect(await listed.snapshot().status == 0)
        #expect(await listed.run("check").status == 0)
    }

    @Test func makesNoEditedSnapshotAGoodOne() async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/survey.yaml")
        try listed.project.edit(Self.survey, "enabled: true", "enabled: false")
        try listed.write(ListedProject.triggers(enabled: false), to: "exports/triggers.json")
        #expect(await listed.snapshot().status == 0)
        let run = await listed.run("check")
        #expect(run.status == 2 && run.errors.contains("was changed after flowdrift wrote it"), "\(run.transcript)")
    }

    @Test func knowsNoFlowByItsFileIfTheListingHasNoneOfThatName() async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.project.edit("exports/status.yaml", "name: Order Status", "name: {{flow}}")
        let run = await listed.snapshot()
        #expect(run.status == 2, "\(run.transcript)")
        #expect(
            run.errors.contains("exports/status.yaml: The flow's name is '{{flow}}', which depends on a placeholder")
        )
        #expect(listed.project.folder.read("snapshots/prod/workflow/status.yaml") == nil)
        #expect(await listed.run("check").status == 2)
        let filled = await CommandRun(
            ListedProject.snapshot + ["--set", "flow=Order Status"],
            in: listed.project.folder.path
        )
        #expect(filled.status == 0, "\(filled.transcript)")
        #expect(await listed.run("check").status == 0)
    }

    @Test(arguments: [false, true])
    func callsNoListedFlowGoneInADifference(isReversed: Bool) async throws {
        let listed = try await ListedProject.withSnapshots()
        try listed.remove("exports/survey.yaml")
        let sides = isReversed ? ["exports", "prod"] : ["prod", "exports"]
        let run = await CommandRun(["diff"] + sides, in: listed.project.folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("exports: 'workflow/Visit Survey' was not compared: a listing has the flow, but"))
        #expect(!run.output.contains("gone") && !run.output.contains("new"))
    }
}
