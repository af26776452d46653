import DriftReports
import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// The requests of the story `why-400`, with the result for each.
struct LintStoryTests {
    private static func story() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        let story = Folders.package.appending(path: "Examples/why-400")
        try FileManager.default.copyItem(at: story, to: URL(filePath: folder.path))
        return folder
    }

    @Test(arguments: ["a.json", "b.json", "c.sh", "d.json", "e.json", "f.json", "g.json", "h.json", "i.json"])
    func mendsEachRequestOfTheStory(_ file: String) async throws {
        let folder = try Self.story()
        let flow = ["a": "Callback", "b": "Callback", "h": "Survey"][String(file.prefix(1))] ?? "Compliance"
        let corrected = await CommandRun("lint", file, "--flow=workflow/\(flow)", "--fix", in: folder).output
        try folder.write(corrected, to: "corrected")
        let run = await CommandRun("lint", "corrected", "--flow=workflow/\(flow)", in: folder)
        #expect(run.status == 0, "\(corrected)\(run.output)")
        #expect(!run.output.contains("warning"))
    }

    @Test func warnsOfAnotherRegionThanTheFlows() async throws {
        let folder = try Self.story()
        let curl = """
            curl https://api.mypurecloud.com/api/v2/flows/executions -H 'Authorization: Bearer x' --json \
            '{"flowId": "90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14", "inputData": {"Flow.complianceFlag": "true"}}'

            """
        try folder.write(curl, to: "a.sh")
        let run = await CommandRun("lint", "a.sh", in: folder)
        #expect(run.output.contains("is in another region than the flow; did you mean 'api.mypurecloud.ie'?"))
        #expect(run.output.contains("curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions'"))
    }

    @Test(arguments: ReportFormat.allCases)
    func reportsInEveryFormat(_ format: ReportFormat) async throws {
        let folder = try Self.story()
        let run = await CommandRun(
            "lint",
            "c.sh",
            "--flow=workflow/Compliance",
            "--report=\(format.rawValue)",
            in: folder
        )
        #expect(run.status == 1)
        #expect(run.output.contains("parameters"))
        #expect(!run.transcript.contains("eyJhbGciOi"))
    }
}
