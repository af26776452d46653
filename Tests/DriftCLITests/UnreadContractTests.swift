import TestSupport
import Testing

/// An unread contract may send an input, so an input that a trigger doesn't fill may not be an error.
struct UnreadContractTests {
    private static let flow = """
        workflow:
          name: Order Status
          variables:
            - stringVariable: { name: Flow.orderNumber, isInput: true }
          states:
            - state: { name: Look up, actions: [{ callData: { inputs: { number: { exp: Flow.orderNumber } } } }] }

        """

    private static let listings = [
        "flows.json": """
        { "entities": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "name": "Order Status", "type": "WORKFLOW",
          "active": true, "publishedVersion": { "id": "1.0" } }] }

        """,
        "triggers.json": """
        { "entities": [{ "id": "8b7a6c5d-2b6d-4d5c-8c34-7c1d2f9e6a10", "name": "Ended", "enabled": true, "version": 1,
          "topicName": "v2.detail.events.conversation.{id}.acw", "matchCriteria": [],
          "target": { "type": "Workflow", "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10",
            "workflowTargetSettings": { "dataFormat": "TopLevelPrimitives" } } }] }

        """,
    ]

    private static func contract(_ name: String, _ rest: String) -> String {
        "flowdrift: 1\ncontract: \(name)\n\(rest)"
    }

    private static let launchOfNothing = contract("other", "flow: workflow/Order Status\nlaunch: {}\n")

    private func project(_ contracts: [String: String]) throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Self.flow, to: "exports/order-status.yaml")
        for (name, text) in Self.listings { try project.folder.write(text, to: "exports/\(name)") }
        for (name, text) in contracts { try project.folder.write(text, to: "specs/\(name).yaml") }
        return project
    }

    @Test(arguments: [
        "flow: workflow/Order Status\nlaunch: { inputs: { Flow.orderNumber: strng } }\n",
        "flwo: workflow/Order Status\nlaunch: {}\n", "[",
        "flow: workflow/Other\nenvironments: { prod: { name: Order Status } }\nlanch: {}\n",
    ])
    func isUnknownWhereAContractThatMayFillTheInputCannotBeRead(_ rest: String) async throws {
        let project = try project(["a": Self.contract("a", rest), "other": Self.launchOfNothing])
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output.contains("but a contract that could not be read may fill"))
    }

    @Test func isAnErrorWhereTheContractIsOfAnotherFlow() async throws {
        let other = Self.contract("a", "flow: workflow/Other\nlaunch: { inputs: { Flow.orderNumber: strng } }\n")
        let run = try await project(["a": other]).run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 1, "\(run.transcript)")
    }

    @Test func isUnknownWhereAnotherContractHasTheSameName() async throws {
        let sender = Self.contract(
            "other",
            "flow: workflow/Order Status\nlaunch: { inputs: { Flow.orderNumber: string } }\n"
        )
        let project = try project(["a": Self.launchOfNothing, "b": sender])
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
    }

    @Test(arguments: ["specs/team/a.yaml", "specs/team"])
    func isUnknownWhereOnlySomeContractsAreAskedFor(_ path: String) async throws {
        let project = try project(["team/a": Self.launchOfNothing])
        #expect(await project.run("check", "--from", "exports", "--environment", "prod").status == 1)
        let run = await project.run("check", "--from", "exports", "--environment", "prod", "--contracts", path)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("but a contract that was not read may fill 'Flow.orderNumber'"))
        let strict = await project.run(
            "check",
            "--from",
            "exports",
            "--environment",
            "prod",
            "--contracts",
            path,
            "--strict"
        )
        #expect(strict.status == 2)
    }
}
