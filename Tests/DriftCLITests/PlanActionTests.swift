import TestSupport
import Testing

/// `flowdrift plan` checks the launches of data actions that the plan creates or changes.
struct PlanActionTests {
    private static let id = "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10"

    private static func plan(
        _ template: String,
        url: String = "/api/v2/flows/executions",
        actions: String = #"["create"]"#,
        unknown: String = "{}",
        properties: String = #""order": {"type": "string"}"#
    ) -> String {
        let quoted = template.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let schema = "{\"type\": \"object\", \"properties\": {\(properties)}}".replacing("\"", with: "\\\"")
        return """
            {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {}},
             "resource_changes": [{"address": "genesyscloud_integration_action.start", "mode": "managed",
              "type": "genesyscloud_integration_action", "name": "start", "change": {"actions": \(actions), "before": null,
              "after": {"name": "Start", "category": "GC", "contract_input": "\(schema)", "config_request": [
               {"request_url_template": "\(url)", "request_type": "POST", "request_template": "\(quoted)",
                "headers": {"Content-Type": "application/json"}}]},
              "after_unknown": \(unknown), "before_sensitive": false, "after_sensitive": {}}}]}
            """
    }

    private static func run(_ plan: String) async throws -> CommandRun {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status-WORKFLOW-\(id).yaml")
        let taken = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(taken.status == 0, "\(taken.transcript)")
        try project.folder.write(plan, to: "plan.json")
        return await project.run("plan", "plan.json", "--environment", "prod")
    }

    @Test func comparesTheTemplateWithTheFlow() async throws {
        let run = try await Self.run(
            Self.plan(
                #"{"flowId": "\#(Self.id)", "inputData": {"Flow.orderNo": "${input.order}", "Flow.isUrgent": true}}"#
            )
        )
        #expect(run.status == 1, "\(run.transcript)")
        #expect(
            run.output.contains(
                "plan.json: error in prod: 'genesyscloud_integration_action.start': Input 'Flow.orderNo' is not declared by "
                    + "'workflow/Order Status'; did you mean 'Flow.orderNumber'? [payload-input-undeclared]"
            ),
            "\(run.transcript)"
        )
    }

    @Test func takesTheTypesOfTheActionsOwnInput() async throws {
        let right =
            #"{"flowId": "\#(Self.id)", "inputData": {"Flow.orderNumber": "${input.order}", "Flow.isUrgent": ${input.urgent}}}"#
        let properties = #""order": {"type": "string"}, "urgent": {"type": "boolean"}"#
        let run = try await Self.run(Self.plan(right, properties: properties))
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 request"), "\(run.transcript)")
        let wrong = try await Self.run(
            Self.plan(right.replacing(#""${input.order}""#, with: "${input.order}"), properties: properties)
        )
        #expect(wrong.status == 1, "\(wrong.transcript)")
    }

    @Test func saysThatAnIDOfAnInputLeavesTheFlowUnknown() async throws {
        let run = try await Self.run(
            Self.plan(#"{"flowId": "${input.order}", "inputData": {"Flow.orderNumber": "1"}}"#)
        )
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("fix: write the flow's id into the template"), "\(run.transcript)")
    }

    @Test func saysThatATemplateIsKnownAfterTheApplyOnly() async throws {
        let run = try await Self.run(Self.plan("{}", unknown: #"{"config_request": [{"request_template": true}]}"#))
        #expect(
            run.output.contains(
                "it is unknown which launch the data action 'genesyscloud_integration_action.start' makes: its address or "
                    + "template is not known until apply"
            ),
            "\(run.transcript)"
        )
    }

    @Test(arguments: [#"["delete"]"#, #"["no-op"]"#])
    func leavesAnActionAloneThatIsNotMade(_ actions: String) async throws {
        let run = try await Self.run(Self.plan("{", actions: actions))
        #expect(!run.output.contains("genesyscloud_integration_action"), "\(run.transcript)")
    }

    @Test func leavesAnActionAloneThatStartsNoFlow() async throws {
        let run = try await Self.run(Self.plan("{", url: "/api/v2/users"))
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("genesyscloud_integration_action"), "\(run.transcript)")
    }
}
