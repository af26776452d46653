import Foundation
import TestSupport
import Testing

struct PlanCommandTests {
    private static let id = "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10"

    /// The flow in the org, and where its file is.
    private static let settings = """
        { "id": "\(id)", "type": "WORKFLOW", "name": "Order Status", "filepath": "flows/order.yaml",
          "substitutions": { "urgent": "isUrgent" } }
        """

    private static func flow(_ action: String, before: String, after: String, unknown: String = "{}") -> String {
        """
        { "address": "genesyscloud_flow.order", "mode": "managed", "type": "genesyscloud_flow", "name": "order",
          "change": { "actions": ["\(action)"], "before": \(before), "after": \(after), "after_unknown": \(unknown) } }
        """
    }

    private static func trigger(_ more: String = "", target: String = id) -> String {
        """
        { "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
          "type": "genesyscloud_processautomation_trigger", "name": "ended",
          "change": { "actions": ["create"], "before": null, "after": {
            "name": "Ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
            "target": [{ "id": "\(target)", "type": "Workflow",
              "workflow_target_settings": [{ "data_format": "Json" }] }]\(more) } } }
        """
    }

    /// A repository with a contract, snapshots of `prod`, a flow's file, and a plan.
    private func run(
        _ changes: [String],
        edit: (old: String, new: String) = ("", ""),
        hasSnapshots: Bool = true,
        isHalfWritten: Bool = false,
        _ arguments: String...
    ) async throws -> CommandRun {
        let project = try await Project.inSync()
        var export = Project.export.replacing("Flow.isUrgent", with: "Flow.{{urgent}}")
        if !edit.old.isEmpty { export = export.replacing(edit.old, with: edit.new) }
        try project.folder.write(export, to: "infra/flows/order.yaml")
        if isHalfWritten { try project.folder.write("", to: "snapshots/prod/.flowdrift-writing") }
        let plan = "{ \"format_version\": \"1.2\", \"resource_changes\": [\(changes.joined(separator: ","))] }"
        try project.folder.write(plan, to: "plan.json")
        let environment = hasSnapshots ? "prod" : "test"
        let words = ["plan", "plan.json", "--environment", environment, "--chdir", "infra"] + arguments
        return await CommandRun(words, in: project.folder.path)
    }

    private static let update = flow("update", before: settings, after: settings)

    @Test func judgesNoPromisedIDByABrokenEntryOfTheIndex() async throws {
        let project = try await Project.inSync()
        try project.folder.write(
            Project.export.replacing("Flow.isUrgent", with: "Flow.{{urgent}}"),
            to: "infra/flows/order.yaml"
        )
        let promise = "environments: { prod: { id: \(Self.id) } }\n"
        try project.folder.write(Project.contract + promise, to: "specs/order-status.yaml")
        let entry = "snapshots/prod/index/workflow/order-status.yaml"
        try #require(project.folder.read(entry) != nil)
        try project.folder.write("workflow: [", to: entry)
        try project.folder.write(
            "{ \"format_version\": \"1.2\", \"resource_changes\": [\(Self.update)] }",
            to: "plan.json"
        )
        let run = await project.run("plan", "plan.json", "--environment", "prod", "--chdir", "infra")
        #expect(run.status == 2 && run.errors.contains(entry), "\(run.transcript)")
    }

    @Test func isInSyncWhereAPlanOnlyPublishesAgain() async throws {
        let run = try await run([Self.update])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("in sync: no findings"))
        #expect(run.output.contains("  genesyscloud_flow.order: only publishes 'workflow/Order Status' again"))
    }

    @Test func findsTheInputThatAnEditedFileAddsAndNobodySends() async throws {
        let edit = (
            old: "    - booleanVariable:",
            new: "    - stringVariable: { name: Flow.orderKind, isInput: true }\n    - booleanVariable:"
        )
        let unread = try await run([Self.update], edit: edit)
        #expect(unread.status == 0, "\(unread.transcript)")
        let expression = (old: "exp: Flow.orderNumber }", new: "exp: Flow.orderNumber + Flow.orderKind }")
        let project = Project.export.replacing(edit.old, with: edit.new).replacing(expression.old, with: expression.new)
        let mask = { (text: String) in text.replacing("isUrgent", with: "{{urgent}}") }
        let run = try await run([Self.update], edit: (mask(Project.export), mask(project)))
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("error in prod: Input 'Flow.orderKind' (string) is new since the snapshot"))
    }

    @Test func findsTheContractThatAnEditedFileWouldBreak() async throws {
        let run = try await run([Self.update], edit: ("Flow.orderNumber", "Flow.orderNo"))
        #expect(run.status == 1)
        #expect(run.output.contains("Input 'Flow.orderNumber' (string) is not declared by 'workflow/Order Status'"))
        #expect(run.output.contains("  planned: 'workflow/Order Status': input 'Flow.orderNo' (string) is new"))
    }

    @Test func judgesAllOfAPlanWhereThereAreNoSnapshots() async throws {
        let new = Self.flow("create", before: "null", after: Self.settings)
        let run = try await run([new, Self.trigger()], hasSnapshots: false)
        #expect(run.status == 1)
        #expect(run.output.contains("  planned: 'workflow/Order Status' is new"))
        #expect(run.output.contains("[trigger-json-input-missing]"), "\(run.transcript)")
    }

    @Test func saysThatARenameLeavesTheOldFlowBehind() async throws {
        let run = try await run([Self.update], edit: ("name: Order Status", "name: Order Status v2"))
        #expect(run.status == 1)
        #expect(run.output.contains("names the flow 'workflow/Order Status v2', but the flow in the org is "))
    }

    @Test func saysWhoStillUsesAFlowThatIsDestroyed() async throws {
        let run = try await run([Self.flow("delete", before: Self.settings, after: "null")])
        #expect(run.status == 1)
        #expect(run.output.contains("destroys 'workflow/Order Status', which contract 'order-status' still uses"))
        // The missing flow isn't a finding of its own.
        #expect(!run.output.contains(/\n  \S.*\[flow-missing\]/), "\(run.output)")
    }

    @Test func neverTakesWhatIsNotKnownUntilApplyForInSync() async throws {
        let settings = Self.settings.replacing("flows/order.yaml", with: "https://flows.example.org/order.yaml")
        let run = try await run([Self.flow("update", before: settings, after: settings)], "--strict")
        #expect(run.status == 2)
        #expect(run.output.contains("genesyscloud_flow.order was not checked: the flow's file is kept at https://"))
    }

    @Test func leavesOnlyTheVariableOpenWhoseNameIsNotKnown() async throws {
        let settings = Self.settings.replacing("isUrgent\"", with: "x\", \"other\": null")
            .replacing("\"urgent\": \"x\"", with: "\"unused\": \"x\"")
        let unknown = "{ \"substitutions\": { \"urgent\": true } }"
        let change = Self.flow("update", before: Self.settings, after: settings, unknown: unknown)
        let run = try await run([change], "--strict")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(
            run.output.contains(
                "the value of placeholder '{{urgent}}' in genesyscloud_flow.order is not known until apply"
            )
        )
        #expect(
            run.output.contains(
                "'Flow.isUrgent' was not checked: the flow's variable 'Flow.{{urgent}}' may have this name"
            )
        )
        #expect(!run.output.contains("[input-undeclared]"))
        let edit = (old: "Flow.orderNumber", new: "Flow.orderNo")
        let broken = try await self.run([change], edit: edit)
        #expect(broken.output.contains("Flow.orderNumber"), "\(broken.transcript)")
    }

    @Test func couldNotCheckAFlowWhoseFileIsNotThere() async throws {
        let settings = Self.settings.replacing("flows/order.yaml", with: "flows/absent.yaml")
        let run = try await run([Self.flow("update", before: settings, after: settings)])
        #expect(run.status == 2)
        #expect(run.errors.contains("infra/flows/absent.yaml: There is no such file"), "\(run.transcript)")
    }

    @Test func isInSyncWhereAPlanIsAboutSomethingElse() async throws {
        let run = try await run([], "--report", "json=plan-report.json")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.isEmpty)
        let shown = try await self.run([])
        #expect(shown.output.contains("  the plan changes no flow and no trigger\n"), "\(shown.output)")
    }

    @Test func readsAPlanThatIsLargerThanAnyDefinition() async throws {
        let project = try await Project.inSync()
        let plan =
            Data(repeating: UInt8(ascii: " "), count: 65 << 20)
            + Data("{ \"format_version\": \"1.2\", \"resource_changes\": [] }".utf8)
        try plan.write(to: URL(filePath: project.folder.path + "/plan.json"))
        #expect(await project.run("plan", "plan.json", "--environment", "prod").status == 0)
    }

    @Test func countsNothingThatWasThereBefore() async throws {
        let edit = (
            old: "stringVariable: { name: Flow.orderNumber",
            new: "integerVariable: { name: Flow.orderNumber"
        )
        #expect(try await run([Self.update], edit: edit).status == 1)
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", edit.old, edit.new)
        try project.folder.write(Project.export.replacing(edit.old, with: edit.new), to: "infra/flows/order.yaml")
        let plan = "{ \"format_version\": \"1.2\", \"resource_changes\": [\(Self.update)] }"
        try project.folder.write(plan, to: "plan.json")
        let words = ["--environment", "prod", "--from", "exports", "--write-baseline", "baseline.yaml"]
        _ = await CommandRun(["check"] + words, in: project.folder.path)
        let run = await project.run(
            "plan",
            "plan.json",
            "--environment",
            "prod",
            "--chdir",
            "infra",
            "--baseline",
            "baseline.yaml"
        )
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("known error in prod"))
    }

    @Test func judgesTheFlowsAndTriggersOfAState() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export, to: "infra/flows/order.yaml")
        let values = """
            { "address": "genesyscloud_flow.order", "mode": "managed", "type": "genesyscloud_flow",
              "values": \(Self.settings) }
            """
        let state = """
            { "format_version": "1.0", "terraform_version": "1.9.0",
              "values": { "root_module": { "resources": [\(values)] } } }
            """
        try project.folder.write(state, to: "state.json")
        let run = await project.run("plan", "state.json", "--environment", "prod", "--chdir", "infra")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract, 2 of 2 inputs"))
    }

    @Test func comparesWithAnotherSource() async throws {
        let project = try await Project.inSync()
        let export = Project.export.replacing("Flow.isUrgent", with: "Flow.isPressing")
        try project.folder.write(export, to: "infra/flows/order.yaml")
        let plan = "{ \"format_version\": \"1.2\", \"resource_changes\": [\(Self.update)] }"
        try project.folder.write(plan, to: "plan.json")
        let run = await project.run("diff", "prod", "plan:plan.json", "--chdir", "infra")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("  breaks: input 'Flow.isUrgent' (boolean) is gone\n"))
        #expect(run.output.hasSuffix("\nbreaks a caller: 1 changed; 1 flow compared\n"))
        let lost = await project.run("diff", "prod", "plan:plan.json")
        #expect(lost.status == 2)
        #expect(lost.errors.contains("name the folder where Terraform ran with --chdir"), "\(lost.transcript)")
        #expect(await project.run("diff", "exports", "plan:plan.json").status == 64)
        #expect(await project.run("diff", "prod", "exports", "--chdir", "infra").status == 64)
    }

    @Test func knowsAFlowForGoneThatThePlanDestroysWhateverElseItLeavesOpen() async throws {
        let project = try await Project.inSync()
        let other = Self.settings.replacing("Order Status", with: "Order Cancellation")
        let new = Self.flow("create", before: "null", after: other).replacing("order\"", with: "other\"")
        let changes = [Self.flow("delete", before: Self.settings, after: "null"), new]
        let plan = "{ \"format_version\": \"1.2\", \"resource_changes\": [\(changes.joined(separator: ","))] }"
        try project.folder.write(plan, to: "plan.json")
        let run = await project.run("diff", "prod", "plan:plan.json", "--chdir", "infra")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.errors.contains("infra/flows/order.yaml: There is no such file"))
        #expect(run.output.contains("workflow/Order Status: gone, which breaks its callers"))
    }

    @Test(arguments: ["match_criteria", "event_ttl_seconds", "target", "topic_name"])
    func keepsATriggerOfWhichNobodyCanTellEverything(_ setting: String) async throws {
        let project = try await Project.inSync()
        let listing = """
            {"entities": [{"id": "61c1f7a2-8a67-4a1f-9a0e-6d2f4b8c1a51", "name": "Ended", "enabled": true,
              "topicName": "v2.detail.events.conversation.{id}.customer.end", "matchCriteria": [],
              "target": {"type": "Workflow", "id": "\(Self.id)", "workflowTargetSettings": {"dataFormat": "Json"}}}]}
            """
        let flows = """
            {"entities": [{"id": "\(Self.id)", "name": "Order Status", "type": "WORKFLOW", "active": true,
              "publishedVersion": {"id": "1.0"}}]}
            """
        try project.folder.write(listing, to: "exports/triggers.json")
        try project.folder.write(flows, to: "exports/flows.json")
        try project.edit("specs/order-status.yaml", "flow:", "triggers:\n  - { name: Ended, enabled: true }\nflow:")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let before =
            "\"after_unknown\": { \"\(setting)\": true }, \"before\": {"
            + Self.trigger().split(separator: "\"after\": {", maxSplits: 1)[1].dropLast(3) + ","
        let change = Self.trigger().replacing("\"before\": null,", with: before).replacing("create", with: "update")
        try project.folder.write("{ \"format_version\": \"1.2\", \"resource_changes\": [\(change)] }", to: "plan.json")
        let run = await project.run("plan", "plan.json", "--environment", "prod")
        #expect(!run.output.contains("is gone"), "\(run.transcript)")
        #expect(!run.output.contains("[trigger-missing]"), "\(run.transcript)")
        #expect(
            run.output.contains("genesyscloud_processautomation_trigger.ended was not fully checked: "),
            "\(run.transcript)"
        )
        #expect(run.output.contains("1 of 1 promised trigger") == (setting != "target"), "\(run.transcript)")
    }

    @Test func saysWhatIsOutOfBounds() async throws {
        let run = try await run([Self.update, Self.trigger(", \"delay_by_seconds\": 30")])
        #expect(run.output.contains("has a delay of 30 s, but a delay must be 60 to 900 s [plan-trigger-timing]"))
    }

    @Test(arguments: [
        ("{ \"format_version\": \"2.0\" }", "plan.json"), ("not a plan", "plan.json"), ("", "The file is empty"),
    ])
    func couldNotCheckWhatIsNoPlan(_ text: String, _ message: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "plan.json")
        let run = await project.run("plan", "plan.json", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains(message))
    }

    @Test func couldNotCheckByHalfWrittenSnapshots() async throws {
        let run = try await run([Self.update], isHalfWritten: true)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("A run that writes these snapshots was interrupted, or is still running"))
    }
}
