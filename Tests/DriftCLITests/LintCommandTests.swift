import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift lint` as a whole.
struct LintCommandTests {
    private static let good = """
        { "flowId": "{{flowId}}", "inputData": { "Flow.orderNumber": "4711", "Flow.isUrgent": true } }

        """

    @Test func findsNothingInARightRequest() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        let run = await project.run("lint", "request.json", "--flow=workflow/Order Status")
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("checked: 1 request, 2 of 2 inputs\n"))
    }

    @Test func pointsAtTheWrongTypeAndPrintsTheRightRequest() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good.replacing("true", with: "\"true\""), to: "request.json")
        let run = await project.run("lint", "request.json", "--flow=workflow/Order Status")
        #expect(run.status == 1)
        #expect(run.output.contains("request.json:1:87: error in prod: Input 'Flow.isUrgent' is boolean"))
        #expect(run.output.contains("\"Flow.isUrgent\": true"))
    }

    @Test func saysWhatItCheckedWithoutAFlow() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.good, to: "request.json")
        let run = await CommandRun("lint", "request.json", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("which flow is started is not known"))
        #expect(await CommandRun("lint", "request.json", "--strict", in: folder).status == 2)
    }

    @Test func readsStandardInput() async throws {
        let folder = try TemporaryFolder()
        let run = await CommandRun(["lint", "-", "--fix"], in: folder.path, input: "{'flowId': 'x',}")
        #expect(run.status == 1)
        #expect(run.output == "{\n  \"flowId\": \"<flow id>\"\n}\n")
    }

    @Test func takesTheBodyFromTheFileThatACommandNames() async throws {
        let folder = try TemporaryFolder()
        try folder.write("{ \"flowId\": 1 }\n", to: "body.json")
        try folder.write("curl --json @body.json https://api.mypurecloud.ie/api/v2/flows/executions\n", to: "a.sh")
        let run = await CommandRun("lint", "a.sh", in: folder)
        #expect(run.output.contains("body.json:1:13: error: 'flowId' is 1; an id is a string"))
    }

    @Test func refusesAFlowThatHasNoSnapshot() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        let run = await project.run("lint", "request.json", "--flow=workflow/order status")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'workflow/Order Status'?"))
    }

    @Test func refusesCallsThatItDoesNotKnow() async throws {
        let folder = try TemporaryFolder()
        #expect(await CommandRun("lint", in: folder).status == 64)
        #expect(await CommandRun("lint", "a", "--flow=nothing", in: folder).status == 64)
        #expect(await CommandRun("lint", "a", "b", "--response=c", in: folder).status == 64)
        #expect(await CommandRun("lint", "a", in: folder).status == 2)
    }

    @Test func takesAHostOfTheSettings() async throws {
        let folder = try TemporaryFolder()
        let url = "https://gateway.example.org/genesys/api/v2/flows/executions"
        try folder.write("curl -H 'Authorization: Bearer x' --json '{\"flowId\": \"{{id}}\"}' \(url)\n", to: "a.sh")
        #expect(await CommandRun("lint", "a.sh", in: folder).output.contains("[request-host]"))
        try folder.write("flowdrift: 1\nhosts: [gateway.example.org]\n", to: "flowdrift.yaml")
        #expect(await !CommandRun("lint", "a.sh", in: folder).output.contains("[request-"))
    }

    @Test func neverShowsAToken() async throws {
        let folder = try TemporaryFolder()
        try folder.write("curl -H 'Authorization: eyJsecret' https://api.mypurecloud.ie/x -d '{'\n", to: "a.sh")
        for report in ["text", "json", "html", "sarif"] {
            #expect(
                await !CommandRun("lint", "a.sh", "--report=\(report)", in: folder).transcript.contains("eyJsecret")
            )
        }
    }

    @Test(arguments: ["a.json", "b.json", "c.sh", "d.json", "e.json", "f.json", "g.json", "h.json"])
    func mendsEachRequestOfTheStory(_ file: String) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        let story = Folders.package.appending(path: "Examples/why-400")
        try FileManager.default.copyItem(at: story, to: URL(filePath: folder.path))
        let flow = ["a": "Callback", "b": "Callback", "h": "Survey"][String(file.prefix(1))] ?? "Compliance"
        let mended = await CommandRun("lint", file, "--flow=workflow/\(flow)", "--fix", in: folder).output
        try folder.write(mended, to: "mended")
        let run = await CommandRun("lint", "mended", "--flow=workflow/\(flow)", in: folder)
        #expect(run.status == 0, "\(mended)\(run.output)")
        #expect(!run.output.contains("warning"))
    }

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
}
