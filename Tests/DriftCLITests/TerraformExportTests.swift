import TestSupport
import Testing

/// The output of the provider's exporter, read as part of a folder of exports.
struct TerraformExportTests {
    private static func trigger(_ id: String, _ more: String = "") -> String {
        """
        { "name": "Ended", "topic_name": "v2.detail.events.conversation.{id}.customer.end", "enabled": true,
          "match_criteria": "[{\\"jsonPath\\":\\"mediaType\\",\\"operator\\":\\"Equal\\",\\"value\\":\\"VOICE\\"}]",
          "target": { "id": "\(id)", "workflow_target_settings": [{ "data_format": "Json" }] }\(more) }
        """
    }

    private func run(_ resource: String) async throws -> (project: Project, run: CommandRun) {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "export/architect_flows/order.yaml")
        try project.folder.write(resource, to: "export/genesyscloud.tf.json")
        return (project, await project.run("snapshot", "--from", "export", "--environment", "prod"))
    }

    private static let flow = "\"genesyscloud_flow\": { \"order\": { \"filepath\": \"architect_flows/order.yaml\" } }"
    private static let reference = "${genesyscloud_flow.order.id}"

    @Test(arguments: [
        """
        { "resource": { \(flow),
          "genesyscloud_processautomation_trigger": { "ended": \(trigger(reference)) } } }
        """,
        """
        { "resource": [{ \(flow) },
          { "genesyscloud_processautomation_trigger": [{ "ended": [\(trigger(reference))] }] }] }
        """,
        """
        { "data": { "genesyscloud_flow": { "other": { "name": "Order Status", "type": "WORKFLOW" } } },
          "resource": { "genesyscloud_processautomation_trigger": {
            "ended": \(trigger("${data.genesyscloud_flow.other.id}")) } } }
        """,
    ])
    func readsTheTriggersInEitherForm(_ resource: String) async throws {
        let (project, run) = try await run(resource)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("genesyscloud.tf.json: read as a Terraform export: 1 trigger"), "\(run.transcript)")
        let snapshot = try #require(project.folder.read("snapshots/prod/workflow/order-status.yaml"))
        #expect(snapshot.contains("name: Ended"), "\(snapshot)")
        #expect(snapshot.contains("VOICE") && snapshot.contains("dataFormat: Json"), "\(snapshot)")
    }

    @Test func keepsATriggerOnceThatAListingHasToo() async throws {
        let resource = """
            { "resource": { \(Self.flow),
              "genesyscloud_processautomation_trigger": { "ended": \(Self.trigger(Self.reference)) } } }
            """
        let (project, _) = try await run(resource)
        try project.folder.write(resource, to: "export/copy.tf.json")
        #expect(await project.run("snapshot", "--from", "export", "--environment", "prod", "--check").status == 0)
    }

    @Test func skipsAConfigurationThatOnlyTerraformUnderstands() async throws {
        let (_, run) = try await run(
            """
            { "resource": { \(Self.flow), "genesyscloud_processautomation_trigger": {
              "ended": \(Self.trigger(Self.reference).replacing("Ended", with: "${var.name}")) } } }
            """
        )
        #expect(run.errors.contains("skipped: only Terraform knows the values of"), "\(run.transcript)")
    }
}
