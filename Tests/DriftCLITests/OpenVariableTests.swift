import TestSupport
import Testing

@testable import DriftCLI

/// An input or output with a placeholder in its name or type is unknown: neither missing nor undeclared.
struct OpenVariableTests {
    /// A project whose export has a placeholder in the name of an input, or in its type.
    private func project(_ old: String = "Flow.orderNumber,", _ new: String = "Flow.{{who}},") async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", old, new)
        return project
    }

    private static let places = [
        ("Flow.orderNumber,", "Flow.{{who}},"), ("Flow.orderNumber,", "\"{{who}}\","),
        ("stringVariable: { name: Flow.orderNumber", "{{who}}Variable: { name: Flow.orderNumber"),
        ("Flow.answer,", "Flow.{{who}}er,"), ("Flow.orderNumber,", "Flow.{{which}}{{who}},"),
    ]

    @Test(arguments: places)
    func leavesAContractOpenThatMayFit(_ old: String, _ new: String) async throws {
        let project = try await project(old, new)
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("--set who=…"), "\(run.output)")
        #expect(run.output.contains("'{{who}}'"), "\(run.output)")
        #expect(run.output.contains("1 of 2 inputs") || run.output.contains("0 of 1 output"), "\(run.output)")
        let strict = await project.run("check", "--from", "exports", "--environment", "prod", "--strict")
        #expect(strict.status == 2)
    }

    @Test func stillReportsWhatThePlaceholderCannotBe() async throws {
        let project = try await project("Flow.orderNumber,", "Flow.order{{who}}s,")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("Input 'Flow.orderNumber' (string) is not declared"))
    }

    @Test func judgesTheFlowOnceThePlaceholderHasAValue() async throws {
        let project = try await project()
        let words = ["check", "--from", "exports", "--environment", "prod", "--strict", "--set"]
        #expect(await CommandRun(words + ["who=orderNumber"], in: project.folder.path).status == 0)
        #expect(await CommandRun(words + ["who=other"], in: project.folder.path).status == 1)
    }

    @Test(arguments: places)
    func writesNoSnapshotOfAnOpenFlow(_ old: String, _ new: String) async throws {
        let project = try await project(old, new)
        try project.folder.write(Project.export.replacing("Order Status", with: "Other"), to: "exports/other.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("exports/order-status.yaml:"), "\(run.errors)")
        #expect(run.errors.contains("--set who=…"), "\(run.errors)")
        let kept = try #require(project.folder.read("snapshots/prod/workflow/order-status.yaml"))
        #expect(kept.contains("Flow.orderNumber") && kept.contains("Flow.answer") && !kept.contains("{{"), "\(kept)")
        #expect(project.folder.read("snapshots/prod/workflow/other.yaml") != nil)
        #expect(await project.run("check").status == 2)
        _ = await project.run(
            "snapshot",
            "--from",
            "exports",
            "--environment",
            "prod",
            "--set",
            "who=x",
            "--set",
            "which=y"
        )
        #expect(await project.run("check").status != 2)
    }

    @Test func writesNothingWhereEveryFlowIsOpen() async throws {
        let project = try await project()
        let run = await project.run("snapshot", "--from", "exports", "--environment", "test")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(project.folder.read("snapshots/test/index.yaml") == nil)
    }

    @Test(arguments: places)
    func callsNothingGoneInADifference(_ old: String, _ new: String) async throws {
        let project = try await project(old, new)
        for sides in [["prod", "exports"], ["exports", "prod"]] {
            let run = await CommandRun(["diff"] + sides, in: project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(!run.output.contains("is gone") && !run.output.contains("is new"), "\(run.output)")
            #expect(run.errors.contains("--set who=…"), "\(run.errors)")
        }
        let run = await project.run("diff", "prod", "exports")
        #expect(run.output.contains("may be gone or changed: '"), "\(run.output)")
    }

    @Test func lintsARequestBesideAnOpenFlow() async throws {
        let project = try await project()
        let request = """
            {"flowId": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10",
             "inputData": {"Flow.orderNumber": "1", "Flow.isUrgent": true}}
            """
        try project.folder.write(request, to: "request.json")
        let run = await project.run("lint", "request.json", "--from", "exports", "--flow", "workflow/Order Status")
        #expect(run.status == 0, "\(run.transcript)")
        let reason =
            "the flow's variable 'Flow.{{who}}' may have this name, but the placeholder '{{who}}' has no value"
        #expect(run.output.contains("'Flow.orderNumber' was not checked: \(reason)\n"), "\(run.output)")
    }

    @Test(arguments: [
        ("null", "{ \"substitutions\": true }"), ("{ \"who\": null }", "{ \"substitutions\": { \"who\": true } }"),
    ])
    func callsNothingGoneInAPlan(_ substitutions: String, _ unknown: String) async throws {
        let project = try await project()
        let settings = """
            { "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "name": "Order Status", "type": "WORKFLOW",
              "filepath": "exports/order-status.yaml", "substitutions": \(substitutions) }
            """
        try project.folder.write(
            """
            { "format_version": "1.2", "resource_changes": [{ "address": "genesyscloud_flow.a", "mode": "managed",
              "type": "genesyscloud_flow", "name": "a", "change": { "actions": ["update"], "before": \(settings),
              "after": \(settings), "after_unknown": \(unknown) } }] }
            """,
            to: "plan.json"
        )
        let run = await project.run("plan", "plan.json", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("is gone"), "\(run.output)")
        #expect(
            run.output.contains(
                "planned: 'workflow/Order Status': input 'Flow.orderNumber' (string) may be gone or changed"
            ),
            "\(run.output)"
        )
        #expect(run.output.contains("1 of 2 inputs"), "\(run.output)")
        let difference = await project.run("diff", "prod", "plan:plan.json")
        #expect(difference.status == 2, "\(difference.transcript)")
        #expect(!difference.output.contains("breaks"), "\(difference.output)")
    }
}
