import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift callers` lists who calls a flow, directly or through a chain.
struct CallersCommandTests {
    private static let id = "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10"

    /// A data action in the form of an export, which starts the workflow of ``Project``.
    private static let action = """
        {"name": "Start Order Status", "integrationType": "purecloud-data-actions", "actionType": "custom",
         "config": {"request": {"requestUrlTemplate": "/api/v2/flows/executions", "requestType": "POST",
          "headers": {"Content-Type": "application/json"},
          "requestTemplate": "{\\"flowId\\": \\"\(id)\\", \\"inputData\\": {\\"Flow.orderNumber\\": \\"${input.order}\\"}}"}},
         "contract": {"input": {"inputSchema": {"type": "object", "properties": {"order": {"type": "string"}}}}}}
        """

    private static let inbound = """
        inboundCall:
          name: Main Line
          startUpRef: /inboundCall/tasks/task[start]
          tasks:
            - task:
                name: start
                actions:
                  - callData:
                      name: Start it
                      category:
                        Orders:
                          dataAction:
                            Start Order Status:
                              inputs:
                                order: { exp: Call.Ani }
                                note: { noValue: true }
                  - transferToFlow:
                      name: Elsewhere
                      targetFlow: { name: Night Line }

        """

    private func project() async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status-WORKFLOW-\(Self.id).yaml")
        try project.folder.write(Self.action, to: "exports/Start-Order-Status.custom.json")
        try project.folder.write(Self.inbound, to: "exports/main-line.yaml")
        try project.folder.write(
            Self.inbound.replacing("Main Line", with: "Night Line").replacing(
                "name: Night Line }",
                with: "name: Main Line }"
            ),
            to: "exports/night-line.yaml"
        )
        try project.folder.write(Project.contract, to: "specs/order-status.yaml")
        let taken = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(taken.status == 0, "\(taken.transcript)")
        return project
    }

    @Test func followsTheChainToWhoeverStartsIt() async throws {
        let run = await (try project()).run("callers", "Order Status")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output == """
                workflow/Order Status in prod: 2 callers
                  contract     order-status            specs/order-status.yaml:4:7                 team-orders
                  data action  Start Order Status      snapshots/prod/callers.yaml:4:5
                    flow       inboundcall/Main Line   snapshots/prod/inboundcall/main-line.yaml
                      flow     inboundcall/Night Line  snapshots/prod/inboundcall/night-line.yaml
                        flow   inboundcall/Main Line   snapshots/prod/inboundcall/main-line.yaml   its callers are listed above
                    flow       inboundcall/Night Line  snapshots/prod/inboundcall/night-line.yaml  its callers are listed above

                """,
            "\(run.output)"
        )
    }

    @Test func saysWhoPassesAnInput() async throws {
        let project = try await project()
        let order = await project.run("callers", "workflow/Order Status", "Flow.orderNumber")
        #expect(order.output.hasPrefix("workflow/Order Status in prod: 2 of 2 callers pass 'Flow.orderNumber'\n"))
        let urgent = await project.run("callers", "workflow/Order Status", "Flow.isUrgent")
        #expect(urgent.output.hasPrefix("workflow/Order Status in prod: 1 of 2 callers passes 'Flow.isUrgent'\n"))
        #expect(!urgent.output.contains("data action"), "\(urgent.output)")
    }

    @Test func countsTheCallersOfEachFlow() async throws {
        let run = await (try project()).run("callers")
        #expect(
            run.output == """
                3 flows in prod
                  workflow/Order Status   1 contract, 1 data action
                  inboundcall/Main Line   1 flow
                  inboundcall/Night Line  1 flow

                """,
            "\(run.output)"
        )
    }

    @Test func saysThatAnInputIsMisspelt() async throws {
        let project = try await project()
        let run = await project.run("callers", "Order Status", "Flow.orderNumbre")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("has no input 'Flow.orderNumbre', and no caller passes it; did you mean"))
        #expect(await project.run("callers", "Order Status", "Flow.isUrgent").status == 0)
    }

    @Test func saysThatTheIDOfTheFlowIsUnknown() async throws {
        let project = try await project()
        try project.edit("exports/Start-Order-Status.custom.json", Self.id, "00000000-0000-4000-8000-000000000009")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let run = await project.run("callers", "Order Status")
        #expect(run.output.contains("workflow/Order Status in prod: 1 caller\n"), "\(run.output)")
        #expect(run.output.contains("which no known flow has"), "\(run.output)")
    }

    /// Exports often have no data actions, which call the flows all the same.
    @Test func knowsTheDataActionsOfTheSnapshotsBesideExports() async throws {
        let project = try await project()
        try FileManager.default.removeItem(atPath: project.folder.path + "/exports/Start-Order-Status.custom.json")
        let run = await project.run("callers", "Order Status", "--from", "exports", "--environment", "prod")
        #expect(run.output.contains("workflow/Order Status in prod: 2 callers\n"), "\(run.transcript)")
    }

    @Test func saysThatOlderSnapshotsHaveNoCalls() async throws {
        let project = try await project()
        try project.folder.editIndex("reader: 4", "reader: 3")
        let run = await project.run("callers")
        #expect(run.errors.contains("notice: 3 snapshots of 'prod' lack the calls of their flows"), "\(run.errors)")
    }

    /// A caller is shown with its own callers, even if another one with the same callers is left out.
    @Test func showsTheChainOfACallerThatPassesTheInput() async throws {
        let project = try await project()
        try project.folder.write(
            Self.action.replacing("Start Order Status", with: "A Start").replacing(
                "Flow.orderNumber",
                with: "Flow.isUrgent"
            ),
            to: "exports/A-Start.custom.json"
        )
        try project.edit(
            "exports/main-line.yaml",
            "            Start Order Status:",
            "            A Start: { inputs: {} }\n                    Start Order Status:"
        )
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let run = await project.run("callers", "Order Status", "Flow.orderNumber")
        #expect(run.output.contains("    flow       inboundcall/Main Line"), "\(run.output)")
        #expect(!run.output.contains("A Start"), "\(run.output)")
    }

    @Test func drawsThemForOtherPrograms() async throws {
        let project = try await project()
        let mermaid = await project.run("callers", "Order Status", "--as", "mermaid")
        #expect(mermaid.output.hasPrefix("flowchart LR\n  n0[\"workflow/Order Status<br/>flow\"]\n"))
        #expect(mermaid.output.contains("n2([\"Start Order Status<br/>data action\"])\n"))
        let dot = await project.run("callers", "--as", "dot")
        #expect(dot.output.hasPrefix("digraph callers {\n") && dot.output.hasSuffix("}\n"))
        let json = await project.run("callers", "Order Status", "Flow.isUrgent", "--as", "json")
        #expect(json.output.contains("\"passes\" : \"no\""), "\(json.output)")
    }

    @Test func saysWhichFlowWasMeant() async throws {
        let run = await (try project()).run("callers", "Order Satus")
        #expect(run.status == 2)
        #expect(run.errors.contains("no flow 'Order Satus' is known; did you mean 'workflow/Order Status'?"))
    }

    @Test func comparesADataActionWithItsFlow() async throws {
        let project = try await project()
        #expect(await project.run("check").status == 0)
        try project.edit(
            "exports/order-status-WORKFLOW-\(Self.id).yaml",
            "name: Flow.orderNumber",
            "name: Flow.orderNo"
        )
        try project.edit("exports/order-status-WORKFLOW-\(Self.id).yaml", "exp: Flow.orderNumber", "exp: Flow.orderNo")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(
            run.output.contains("data action 'Start Order Status': Input 'Flow.orderNumber' is not declared by"),
            "\(run.output)"
        )
        #expect(run.output.contains("all 2 callers break (Start Order Status, team-orders)"), "\(run.output)")
    }

    @Test func comparesTheSnapshotOfADataActionWithItsFlow() async throws {
        let project = try await project()
        try project.edit(
            "exports/order-status-WORKFLOW-\(Self.id).yaml",
            "name: Flow.orderNumber",
            "name: Flow.orderNo"
        )
        try project.edit("exports/order-status-WORKFLOW-\(Self.id).yaml", "exp: Flow.orderNumber", "exp: Flow.orderNo")
        try FileManager.default.removeItem(atPath: project.folder.path + "/exports/Start-Order-Status.custom.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let run = await project.run("check")
        #expect(
            run.output.contains(
                "snapshots/prod/callers.yaml:4:5: error in prod: data action 'Start Order Status': Input"
            ),
            "\(run.transcript)"
        )
    }

    @Test func saysThatTheCallerChoosesTheFlow() async throws {
        let project = try await project()
        try project.edit("exports/Start-Order-Status.custom.json", Self.id, "${input.flow}")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let run = await project.run("callers")
        #expect(
            run.output.contains(
                "unknown: data action 'Start Order Status' starts a flow that its caller chooses: input 'flow'"
            ),
            "\(run.output)"
        )
        let check = await project.run("check")
        #expect(check.output.contains("the action's input 'flow' is the flow's id"), "\(check.output)")
    }

    @Test func believesNoEditedFileOfCallers() async throws {
        let project = try await project()
        try project.edit("snapshots/prod/callers.yaml", "Flow.orderNumber: string", "Flow.isUrgent: boolean")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("snapshots/prod/callers.yaml: The file was changed"), "\(run.errors)")
    }
}
