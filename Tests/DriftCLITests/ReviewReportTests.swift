import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// The Markdown report, as a comment on a pull request.
struct ReviewReportTests {
    private static let ci = [
        "GITHUB_RUN_ID": "4711", "GITHUB_RUN_ATTEMPT": "3", "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "shop/web", "GITHUB_BASE_REF": "main",
    ]

    /// A pull request that breaks one of the two contracts of a flow; the other one is broken already.
    private func pullRequest() async throws -> Project {
        let project = try await Project.inSync()
        let other = Project.contract.replacing("order-status", with: "order-app").replacing(
            "team-orders",
            with: "team-app"
        )
        .replacing("Flow.isUrgent: boolean", with: "Flow.isUrgent: integer")
        try project.folder.write(other, to: "specs/order-app.yaml")
        let repository = try GitRepository(project.folder.path)
        try repository.commit("as it was")
        // A job has the target branch only as that of the remote.
        try repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
        try repository.git("switch", "--quiet", "--create", "change")
        try project.edit("specs/order-status.yaml", "Flow.orderNumber", "Flow.orderNo")
        try repository.commit("Send another name")
        return project
    }

    private func comment(
        _ project: Project,
        _ words: [String],
        _ variables: [String: String] = ci
    ) async throws -> String {
        let run = await CommandRun(
            words + ["--report", "markdown=comment.md"],
            in: project.folder.path,
            variables: variables
        )
        #expect(run.status == 1, "\(run.transcript)")
        return try #require(project.folder.read("comment.md"))
    }

    @Test(arguments: [["check"], ["check", "--base", "git:main"], ["gate", "--environment", "prod"]])
    func showsWhatTheChangeBreaksFirst(_ words: [String]) async throws {
        let text = try await comment(try await pullRequest(), words)
        #expect(text.hasPrefix("<!-- flowdrift run=4711 attempt=3 status=1 -->\n## flowdrift\n\n**Drift: "))
        let order = [
            "**In the changed files**", "specs/order-status.yaml:", "**In other files**", "specs/order-app.yaml:",
            "**Callers that break**", "all 2 callers break (team-app, team-orders)",
            "[The run with the full report](https://github.com/shop/web/actions/runs/4711)",
        ]
        let places = try order.map { try #require(text.firstRange(of: $0), "\($0): \(text)").lowerBound }
        #expect(places == places.sorted(), "\(text)")
        #expect(text.hasSuffix("/runs/4711)\n"))
    }

    @Test func showsAllAlikeIfGitCannotTell() async throws {
        var variables = Self.ci
        variables["GITHUB_BASE_REF"] = "nowhere"
        let text = try await comment(try await pullRequest(), ["check"], variables)
        #expect(!text.contains("changed files"))
        #expect(text.contains("specs/order-status.yaml:") && text.contains("specs/order-app.yaml:"))
    }

    @Test func hasNoRunOutsideCI() async throws {
        let text = try await comment(try await pullRequest(), ["check"], [:])
        #expect(text.hasPrefix("<!-- flowdrift run=0 attempt=0 status=1 -->\n"))
        #expect(!text.contains("full report"))
    }
}
