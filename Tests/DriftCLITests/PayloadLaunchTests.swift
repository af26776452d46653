import Foundation
import TestSupport
import Testing

/// `flowdrift check` and `flowdrift gate` check the launches in files that contracts name.
struct PayloadLaunchTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
    private static let otherID = "b1c7e6d0-98f3-4c54-8a6d-1de3b0c7f4e2"
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"
    private static let body = #"{"flowId":"\#(id)","inputData":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#
    private static let wrong = body.replacing("orderNumber", with: "orderNo")

    private static func command(_ body: String) -> String {
        "curl \(address) -H \"Authorization: Bearer $T\" -H 'Content-Type: application/json' -d '\(body)'\n"
    }

    private static func message(_ body: String, method: String = "POST") -> String {
        "\(method) \(address)\nAuthorization: Bearer {{t}}\nContent-Type: application/json\n\n\(body)\n"
    }

    private static func action(_ body: String) -> String {
        let template = body.replacing("\"", with: "\\\"")
        return #"{"name":"A","config":{"request":{"requestUrlTemplate":"/api/v2/flows/executions","#
            + #""requestType":"POST","headers":{},"requestTemplate":"\#(template)"}}}"#
    }

    /// A project whose contract names a payload.
    private static func project(_ text: String, _ pointer: String = "", via: String = "") async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "app/requests")
        let launch = "launch:\n\(via)  payloads: [\"../app/requests\(pointer)\"]\n"
        try project.edit("specs/order-status.yaml", "launch:\n", launch)
        return project
    }

    @Test(arguments: [
        command(body) + command(wrong),
        message(body) + "\n###\n" + message(wrong),
        "{\"entities\":[\(action(body)),\(action(wrong))]}",
        "First\n\n```\n\(command(body))```\n\nthen\n\n```\n\(command(wrong))```\n",
    ])
    func judgesEachLaunchOfAFile(_ text: String) async throws {
        let run = try await Self.project(text).run("check")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("Input 'Flow.orderNo'"), "\(run.transcript)")
        #expect(run.output.contains("2 requests"), "\(run.transcript)")
        let right = try await Self.project(
            text.replacing("orderNo\"", with: "orderNumber\"").replacing("orderNo\\", with: "orderNumber\\")
        ).run("check", "--strict")
        #expect(right.status == 0, "\(right.transcript)")
    }

    @Test func judgesTheLaunchThatAPointerSelects() async throws {
        let text = "{\"entities\":[\(Self.action(Self.body)),\(Self.action(Self.wrong))]}"
        let right = try await Self.project(text, "#/entities/0").run("check")
        #expect(right.status == 0, "\(right.transcript)")
        let wrong = try await Self.project(text, "#/entities/1").run("check")
        #expect(wrong.status == 1, "\(wrong.transcript)")
        #expect(wrong.output.contains("1 request,"), "\(wrong.transcript)")
    }

    @Test func judgesEachRequestToAGateway() async throws {
        let right = #"{"parameters":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#
        let post = "curl https://gateway.example.org/start -H 'Content-Type: application/json' -d '"
        let token = "curl -d grant_type=client_credentials https://login.mypurecloud.ie/oauth/token\n"
        let text = "\(token)\(post)\(right)'\n\(post)\(right.replacing("true", with: "1"))'\n"
        let via = "  via: custom\n  custom: { at: /parameters, shape: map }\n"
        let run = try await Self.project(text, via: via).run("check")
        #expect(run.output.contains("app/requests:3:"), "\(run.transcript)")
        #expect(run.output.contains("2 requests"), "\(run.transcript)")
        #expect(!run.output.contains("app/requests:1:"), "\(run.transcript)")
    }

    @Test func leavesLaunchesOfOtherFlowsOutWithAWord() async throws {
        let other = Self.body.replacing(Self.id, with: Self.otherID).replacing("orderNumber", with: "visit")
        let project = try await Self.project(Self.command(Self.body) + Self.command(other))
        let export = try #require(project.folder.read("exports/order-status.yaml"))
        try project.folder.write(export.replacing("Order Status", with: "Visit"), to: "exports/visit.yaml")
        let flows = [("Order Status", Self.id), ("Visit", Self.otherID)].map { name, id in
            #"{"id":"\#(id)","name":"\#(name)","type":"WORKFLOW","active":true,"publishedVersion":{"id":"1.0"}}"#
        }
        try project.folder.write("{\"entities\":[\(flows.joined(separator: ","))]}", to: "exports/flows.json")
        let run = await project.run("check", "--from", "exports")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("1 request,"), "\(run.transcript)")
        #expect(run.output.contains("starts 'workflow/Visit'"), "\(run.transcript)")
        try project.edit("app/requests", Self.otherID, "7a6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21")
        let unclear = await project.run("check", "--from", "exports", "--strict")
        #expect(unclear.status == 2, "\(unclear.transcript)")
        #expect(unclear.output.contains("none of the flows that were read has the id"), "\(unclear.transcript)")
    }

    @Test(arguments: ["post", "Post", "pOST"])
    func readsAMethodInAnyLetterCase(_ method: String) async throws {
        let run = try await Self.project(Self.message(Self.body, method: method)).run("check")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("Method '\(method)' is not in upper case"), "\(run.transcript)")
    }

    @Test(arguments: [
        #"{"flowId":"${id}","inputData":${input.data}}"#,
        #"{"flowId":"${id}","inputData":{${input.data}}}"#,
        #"{"flowId":"${id}","inputData":{"Flow.orderNumber":"1",${input.more}}}"#,
    ])
    func leavesOpenWhatAPlaceholderSends(_ body: String) async throws {
        let run = try await Self.project(body).run("check", "--strict")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output.contains("a placeholder stands for"), "\(run.transcript)")
    }

    @Test(arguments: [
        body.replacing("}}", with: #","Flow.isUrgent":null}}"#),
        body.replacing("}}", with: #"},"inputData":{"Flow.orderNumber":"4711"}}"#),
    ])
    func judgesTheLastOfMembersWithOneName(_ body: String) async throws {
        let run = try await Self.project(body).run("check")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("[payload-contract-broken]"), "\(run.transcript)")
    }

    @Test func judgesNothingButTheLastOfMembersWithOneName() async throws {
        let body = Self.body.replacing("\"Flow.isUrgent\":true", with: #""Flow.isUrgent":"x","Flow.isUrgent":true"#)
        let run = try await Self.project(body).run("check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("most parsers use the last value"), "\(run.transcript)")
    }

    @Test(arguments: ["fetch('https://x', { method: 'POST' })\n", "${input.body}\n", nil])
    func callsNoContractInSyncWhosePayloadIsUnread(_ text: String?) async throws {
        let project = try await Self.project(text ?? "")
        if text == nil { try project.edit("specs/order-status.yaml", "app/requests", "app/gone") }
        let run = await project.run("gate", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(!run.output.contains("in sync"), "\(run.transcript)")
        #expect(run.output.contains("unknown"), "\(run.transcript)")
    }
}
