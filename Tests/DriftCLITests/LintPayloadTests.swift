import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift check` checks the bodies that contracts name.
struct LintPayloadTests {
    private static let good = """
        { "flowId": "{{flowId}}", "inputData": { "Flow.orderNumber": "4711", "Flow.isUrgent": true } }

        """

    @Test func lintsThePayloadsOfContracts() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:\n", "launch:\n  payloads: [../app/order.json#/launch]\n")
        try project.folder.write("{ \"launch\": \(Self.good) }\n", to: "app/order.json")
        #expect(await project.run("check").status == 0)
        try project.edit("app/order.json", "true", "1")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("app/order.json:1:99: error in prod: Input 'Flow.isUrgent' is boolean in the flow"))
        try project.edit("specs/order-status.yaml", "order.json", "gone.json")
        #expect(await project.run("check").status == 2)
    }

    @Test(arguments: [
        ("map", "{ \"Flow.orderNumber\": \"4711\", \"Flow.isUrgent\": true }"),
        ("wrapped", "{ \"Flow.orderNumber\": { \"value\": \"4711\" }, \"Flow.isUrgent\": { \"value\": true } }"),
        (
            "list",
            "[{ \"name\": \"Flow.orderNumber\", \"value\": \"4711\" }, { \"name\": \"Flow.isUrgent\", \"value\": true }]"
        ),
    ])
    func takesTheShapeOfAGateway(_ shape: String, _ inputs: String) async throws {
        let project = try await Project.inSync()
        let form = "launch:\n  via: custom\n  custom: { at: /parameters, shape: \(shape) }\n  payloads: [../a.json]\n"
        try project.edit("specs/order-status.yaml", "launch:\n", form)
        try project.folder.write("{ \"parameters\": \(inputs) }\n", to: "a.json")
        #expect(await project.run("check").status == 0)
        try project.edit("a.json", "true", "\"true\"")
        #expect(await project.run("check").output.contains("[payload-input-type]"))
        try project.folder.write("{ \"parameters\": 5 }\n", to: "a.json")
        #expect(await project.run("check").output.contains("[payload-body-shape]"))
    }

    @Test func takesADataActionAndACommand() async throws {
        let project = try await Project.inSync()
        let payloads = "launch:\n  payloads: [../app/a.custom.json, ../app/a.sh]\n"
        try project.edit("specs/order-status.yaml", "launch:\n", payloads)
        let template =
            #"{\"flowId\": \"${input.id}\", \"inputData\": {\"Flow.orderNumber\": 5, \"Flow.isUrgent\": true}}"#
        try project.folder.write(
            "{\"config\": {\"request\": {\"requestTemplate\": \"\(template)\"}}}\n",
            to: "app/a.custom.json"
        )
        try project.folder.write(
            "curl -H 'Authorization: Bearer S3CR3T' https://api.mypurecloud.ie/api/v2/flows/execution --json '\(Self.good)'\n",
            to: "app/a.sh"
        )
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("app/a.custom.json:1:113: error in prod: Input 'Flow.orderNumber' is string"))
        #expect(run.output.contains("app/a.sh:1:40: error in prod: Path '/api/v2/flows/execution' is not a launch's"))
        #expect(!run.transcript.contains("S3CR3T"))
    }

    @Test func reportsWhatTheContractGetsWrongOnTheContractAlone() async throws {
        let project = try await Project.inSync()
        let payloads = "launch:\n  payloads: [../a.json]\n"
        try project.edit("specs/order-status.yaml", "launch:\n", payloads)
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        try project.folder.write(Self.good.replacing("true", with: "\"yes\""), to: "a.json")
        let run = await project.run("check")
        #expect(run.output.contains("[input-type-changed]"))
        #expect(!run.output.contains("a.json"))
    }

    @Test func saysWhereTheBodyBreaksTheContract() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:\n", "launch:\n  payloads: [../a.json]\n")
        try project.folder.write(Self.good.replacing(", \"Flow.isUrgent\": true", with: ""), to: "a.json")
        let run = await project.run("check")
        #expect(
            run.output.contains(
                "a.json:1:40: error in prod: The contract says that each launch sends input 'Flow.isUrgent'"
            )
        )
        #expect(!run.output.contains("[payload-input-not-sent]"))
    }

    @Test(arguments: [("", "the file is empty"), ("// later\n", "the file contains only comments")])
    func callsAPayloadThatHoldsNothingUnread(_ text: String, _ problem: String) async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:\n", "launch:\n  payloads: [../a.json]\n")
        try project.folder.write(text, to: "a.json")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(
            run.errors.contains(
                "The payload '../a.json' cannot be read: \(problem); name a file with the request's body"
            )
        )
        #expect(!run.output.contains("a.json"), "\(run.transcript)")
    }

    @Test func reportsAPathThatNoWebhookSendsOnTheContractAlone() async throws {
        let project = try await Project.inSync()
        let variable =
            "jsonVariable: { name: Flow.jsonData, initialValue: { noValue: true }, isInput: true, isOutput: false }"
        try project.edit("exports/order-status.yaml", "  variables:\n", "  variables:\n    - \(variable)\n")
        let read = "inputs: { id: { exp: Flow.jsonData.webhooksInvocation.body.caseID }, "
        try project.edit("exports/order-status.yaml", "inputs: { ", read)
        try #require(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let contract = """
            flowdrift: 1
            contract: order-status
            owner: team-orders
            flow: workflow/Order Status
            launch: { via: webhook, payloads: [../a.json], inputs: { caseId: string, notes: json } }

            """
        try project.folder.write(contract, to: "specs/order-status.yaml")
        try project.folder.write("{ \"caseId\": \"4711\", \"notes\": {} }\n", to: "a.json")
        let run = await project.run("check")
        #expect(run.output.contains("[payload-path-absent]"), "\(run.transcript)")
        #expect(!run.output.contains("[payload-json-path-missing]"), "\(run.transcript)")
        // For what the contract leaves open, only the body counts.
        try project.edit("exports/order-status.yaml", "body.caseID", "body.notes.text")
        try #require(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let other = await project.run("check")
        #expect(other.output.contains("[payload-json-path-missing]"), "\(other.transcript)")
    }
}
