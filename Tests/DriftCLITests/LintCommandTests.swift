import Foundation
import TestSupport
import Testing

@testable import DriftCLI

struct LintCommandTests {
    private static let good = """
        { "flowId": "{{flowId}}", "inputData": { "Flow.orderNumber": "4711", "Flow.isUrgent": true } }

        """

    @Test func findsNothingInARightRequest() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        let run = await project.run("lint", "request.json", "--flow=workflow/Order Status")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("checked: 1 request against workflow/Order Status in prod, 2 of 2 inputs\n"))
    }

    @Test func namesTheFilesOfAFolderWithoutItsTrailingSlash() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        try project.folder.write("workflow: [", to: "exports/other.yaml")
        let run = await project.run("lint", "request.json", "--from", "exports/")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: exports/other.yaml:"), "\(run.errors)")
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
        #expect(run.output.contains("the flow to start is unknown"))
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

    @Test func takesAFlowByItsNameAlone() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        let run = await project.run("lint", "request.json", "--flow=Order Status")
        #expect(run.output.contains("checked: 1 request against workflow/Order Status in prod, 2 of 2 inputs"))
        let near = await project.run("lint", "request.json", "--flow=Order Statsu")
        #expect(near.status == 2)
        #expect(near.errors.contains("no flow 'Order Statsu' is known; did you mean 'workflow/Order Status'?"))
        let unknown = await project.run("lint", "request.json", "--flow=Refunds")
        #expect(unknown.errors.contains("no flow 'Refunds' is known; name one of these: 'workflow/Order Status'"))
    }

    @Test func listsTheFlowsThatShareAName() async throws {
        let project = try await Project.inSync()
        try project.folder.write("botFlow:\n  name: Order Status\n", to: "exports/bot.yaml")
        try project.folder.write(Self.good, to: "request.json")
        let run = await project.run("lint", "request.json", "--from=exports", "--flow=Order Status")
        #expect(run.status == 64)
        #expect(
            run.errors.contains("'Order Status' may be any of the flows 'bot/Order Status', 'workflow/Order Status'"),
            "\(run.errors)"
        )
    }

    @Test func explainsAnExecutionThatFailed() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        try project.folder.write(
            "{ \"id\": \"x\", \"status\": \"FAILED\", \"flowErrorInfo\": { \"code\": \"flow.queue\" } }",
            to: "a.json"
        )
        let run = await project.run("lint", "request.json", "--flow=Order Status", "--response=a.json")
        #expect(run.status == 0)
        #expect(run.output.contains("The launch was accepted, but the execution's status is FAILED"), "\(run.output)")
        #expect(run.output.contains("'flow.queue'"))
    }

    @Test func refusesCallsThatItDoesNotKnow() async throws {
        let folder = try TemporaryFolder()
        #expect(await CommandRun("lint", in: folder).status == 64)
        #expect(await CommandRun("lint", "a", "--flow=nothing", in: folder).status == 2)
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

    @Test func writesTheCorrectedRequestAsACommand() async throws {
        let folder = try TemporaryFolder()
        let run = await CommandRun(["lint", "-", "--fix", "--as=curl"], in: folder.path, input: "{'flowId': 'x',}")
        #expect(run.output.hasPrefix("curl -X POST 'https://api.<region-domain>/api/v2/flows/executions'"))
        let again = await CommandRun(["lint", "-"], in: folder.path, input: run.output)
        #expect(!again.output.contains("error"), "\(again.output)")
    }

    @Test func looksAtExportsThatAreNotPublished() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good.replacing("true", with: "1"), to: "request.json")
        let from = "--from=exports"
        let run = await project.run("lint", "request.json", from, "--flow=workflow/Order Status")
        #expect(run.status == 1)
        #expect(run.output.contains("request.json:1:87: error: Input 'Flow.isUrgent' is boolean in the flow"))
    }

    @Test func takesTheFlowThatTheBodyNames() async throws {
        let project = try await Project.inSync()
        let body = Self.good.replacing("{{flowId}}", with: "Order Status").replacing("true", with: "1")
        try project.folder.write(body, to: "request.json")
        let run = await project.run("lint", "request.json")
        #expect(run.output.contains("'flowId' is a flow's name, not its id"))
        #expect(run.output.contains("Input 'Flow.isUrgent' is boolean in the flow"))
    }

    @Test func countsARequestThatCannotBeRead() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.good, to: "a.json")
        let run = await CommandRun("lint", "a.json", "b.json", in: folder)
        #expect(run.status == 2)
        #expect(run.output.contains("checked: 1 of 2 requests"))
    }

    @Test func leavesAReportWhateverEndsTheRun() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        try project.folder.write("flowdrift: 1\nenvironments: { prod: , nope: }\n", to: "flowdrift.yaml")
        let run = await project.run("lint", "request.json", "--environment", "nope", "--report", "json=out.json")
        #expect(run.status == 2)
        #expect(project.folder.read("out.json")?.contains("has no snapshots") == true, "\(run.transcript)")
    }

    @Test func couldNotCheckWhereStandardInputCannotBeRead() async throws {
        let folder = try TemporaryFolder()
        let run = try await BuiltProgram.run(["sh", "-c", "flowdrift lint - < ."], in: folder)
        #expect(run.status == 2, "\(run.output)")
        #expect(run.output.contains("error: standard input: Cannot read the input: "))
    }

    @Test func saysFirstWhyTheExportsAreNotRead() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.good, to: "request.json")
        let nowhere = await project.run("lint", "request.json", "--from", "nope", "--flow=workflow/Order Status")
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.contains("error: nope: "), "\(nowhere.errors)")
        try project.folder.remove("snapshots/prod/workflow/order-status.yaml")
        let lost = await project.run("lint", "request.json", "--flow=workflow/Order Status")
        #expect(lost.status == 2)
        #expect(lost.errors.contains("'workflow/Order Status' is in an index or a listing, but its inputs could not"))
        #expect(!lost.errors.contains("did you mean"))
    }

    @Test(arguments: [("", "The file is empty; "), ("\u{1}\0\0", "The file is not text; ")])
    func takesNoAnswerFromAFileWithoutOne(_ text: String, _ problem: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.good, to: "request.json")
        try folder.write(text, to: "answer.json")
        let run = await CommandRun("lint", "request.json", "--response", "answer.json", in: folder)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.hasPrefix("error: answer.json: \(problem)"), "\(run.errors)")
    }
}
