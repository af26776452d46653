import TestSupport
import Testing

/// A run checks the contracts of one flow together, and reads only the files that it needs.
struct ContractsOfOneFlowTests {
    /// A second contract of the same flow, which sends other inputs.
    private static func contract(_ name: String, inputs: String) -> String {
        "flowdrift: 1\ncontract: \(name)\nflow: workflow/Order Status\nlaunch:\n  inputs: { \(inputs) }\n"
    }

    /// A repository whose flow is started by a trigger that fills nothing, and whose contract omits an input.
    private static func triggered(_ environments: [String]) async throws -> Project {
        let project = try await Project.inSync()
        let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
        try project.folder.write(
            """
            { "entities": [{ "id": "\(id)", "name": "Order Status", "type": "WORKFLOW", "active": true,
              "publishedVersion": { "id": "1.0" } }] }

            """,
            to: "exports/flows.json"
        )
        try project.folder.write(
            """
            { "entities": [{ "id": "8b7a6c5d-2b6d-4d5c-8c34-7c1d2f9e6a10", "name": "Ended", "enabled": true, "version": 1,
              "topicName": "v2.detail.events.conversation.{id}.acw", "matchCriteria": [],
              "target": { "type": "Workflow", "id": "\(id)",
                "workflowTargetSettings": { "dataFormat": "TopLevelPrimitives" } } }] }

            """,
            to: "exports/triggers.json"
        )
        for name in environments { _ = await project.run("snapshot", "--from", "exports", "--environment", name) }
        try project.edit("specs/order-status.yaml", "    Flow.orderNumber: string\n", "")
        return project
    }

    @Test func judgesTheContractsOfOneFlowTogether() async throws {
        let project = try await Self.triggered(["prod"])
        let alone = await project.run("check")
        #expect(alone.output.contains("error in prod: Input 'Flow.orderNumber' is not filled by trigger 'Ended'"))
        try project.folder.write(Self.contract("other", inputs: "Flow.orderNumber: string"), to: "specs/zz.yaml")
        let together = await project.run("check", "--verbose")
        #expect(together.status == 0, "\(together.transcript)")
        #expect(together.output.contains("contract 'other' sends it"))
    }

    @Test func judgesTheContractsOfOneFlowTogetherInEachEnvironment() async throws {
        let project = try await Self.triggered(["prod", "test"])
        let other = Self.contract("other", inputs: "Flow.orderNumber: string") + "environments: { test: }\n"
        try project.folder.write(other, to: "specs/zz.yaml")
        let run = await project.run("check")
        #expect(run.output.contains("error in prod: Input 'Flow.orderNumber' is not filled"), "\(run.transcript)")
        #expect(!run.output.contains("error in test"))
    }

    @Test func forgetsWhatCameOfAContractWhoseNameIsTaken() async throws {
        let project = try await Project.inSync()
        try project.folder.write(
            Self.contract("order-status", inputs: "Flow.wrong: string, Flow.isUrgent: boolean"),
            to: "specs/zz.yaml"
        )
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "specs/zz.yaml:2:11: Contract 'order-status' has the same name as the contract at specs/order-status.yaml:2:11"
            )
        )
        #expect(!run.output.contains("Flow.wrong"))
    }

    @Test func readsNothingElseForOneContract() async throws {
        let project = try await Project.inSync()
        try project.folder.write("no index", to: "snapshots/prod/index.yaml")
        try project.folder.write("no snapshot", to: "snapshots/prod/workflow/other.yaml")
        #expect(await project.run("check").status == 2)
        let run = await project.run("check", "--contracts", "specs/order-status.yaml")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(
            run.output.contains(
                "  this run checked only contract 'order-status' and the flow that the contract names\n"
            )
        )
    }

    @Test func readsTheIndexForTheIDOfOneContract() async throws {
        let project = try await Project.inSync()
        let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
        try project.edit("specs/order-status.yaml", "launch:", "environments: { prod: { id: \(id) } }\nlaunch:")
        try project.folder.ageIndex()
        try project.folder.write("no index", to: "snapshots/prod/index.yaml")
        for arguments in [["check"], ["check", "--contracts", "specs/order-status.yaml"]] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("error: snapshots/prod/index.yaml:1:1: "))
            #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }.count == 1)
        }
    }

    @Test func namesASnapshotThatIsBrokenOnce() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nflow: [", to: "snapshots/prod/workflow/order-status.yaml")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
}
