import TestSupport
import Testing

/// What lint concludes from the flows around a request, and what it must not conclude.
struct LintSurroundingsTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"

    private static func listing(_ entries: String...) -> String {
        "{\"entities\": [\(entries.joined(separator: ","))]}"
    }

    private static func entry(_ name: String, _ type: String = "WORKFLOW", id: String = id) -> String {
        """
        {"id": "\(id)", "name": "\(name)", "type": "\(type)", "publishedVersion": {"id": "12.0"}, "active": true}
        """
    }

    /// A repository with snapshots of `prod` without ids, and of `test` with those of a listing.
    private func repository(_ listing: String) async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write(listing, to: "exports/flows.json")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "test")
        try #require(run.status == 0, "\(run.transcript)")
        return project
    }

    @Test func callsNoIDUnknownWhereSomeFlowsHaveNone() async throws {
        let project = try await repository(Self.listing(Self.entry("Order Status")))
        let body = #"{ "flowId": "a1b2c3d4-e5f6-4890-abcd-ef1234567890", "inputData": { "Flow.orderNumber": "4711" } }"#
        try project.folder.write(body, to: "request.json")
        let run = await project.run("lint", "request.json")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("[payload-flow-id-unknown]"))
        #expect(run.output.contains("the flow to start is unknown"))
    }

    @Test func guessesNoIDWhereTwoFlowsHaveTheName() async throws {
        let bot = "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10"
        let project = try await repository(
            Self.listing(Self.entry("Returns", "BOTFLOW", id: bot), Self.entry("Returns"))
        )
        try project.folder.write(#"{ "name": "Returns", "inputData": {} }"#, to: "request.json")
        let run = await project.run("lint", "request.json", "--from", "exports")
        #expect(run.output.contains("[payload-flow-id-missing]"), "\(run.transcript)")
        #expect(!run.output.contains(bot) && !run.output.contains(Self.id), "\(run.transcript)")
    }
}
