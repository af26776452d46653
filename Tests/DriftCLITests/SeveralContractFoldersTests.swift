import Foundation
import TestSupport
import Testing

/// Contracts in several folders, and files that wildcards name.
struct SeveralContractFoldersTests {
    private static func contract(_ name: String, payloads: String = "") -> String {
        """
        flowdrift: 1
        contract: \(name)
        owner: team-\(name)
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.isUrgent: boolean
        \(payloads)
        """
    }

    private func monorepo() async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\ncontracts: [specs, services/*/specs]\n", to: "flowdrift.yaml")
        try project.folder.write(Self.contract("web"), to: "services/web/specs/order.yaml")
        try project.folder.write(Self.contract("ivr"), to: "services/ivr/specs/inner/order.yaml")
        try project.folder.write(Self.contract("other"), to: "services/other/contracts/order.yaml")
        return project
    }

    @Test func readsTheContractsOfEveryFolderThatMatches() async throws {
        let project = try await monorepo()
        let run = await project.run("check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 3 contracts"))
        #expect(await project.run("check", "--owners").output.contains("team-ivr"))
    }

    @Test func isARunOnEverythingIfTheSettingsHaveWildcardsOnly() async throws {
        let project = try await monorepo()
        try project.folder.write("flowdrift: 1\ncontracts: ['services/*/specs']\n", to: "flowdrift.yaml")
        let run = await project.run("check")
        #expect(run.status == 0 && !run.output.contains("this run checked only"), "\(run.transcript)")
        let one = await project.run("check", "--contracts", "services/ivr/specs")
        #expect(one.output.contains("checked: 1 contract"), "\(one.transcript)")
    }

    @Test func looksIntoNoFolderOutsideTheRepository() async throws {
        let project = try await monorepo()
        let outside = try TemporaryFolder()
        try outside.write("", to: "secret-name/x")
        for pattern in ["\(outside.path)/*", "services/lnk/*"] {
            try? FileManager.default.createSymbolicLink(
                atPath: project.folder.path + "/services/lnk",
                withDestinationPath: outside.path
            )
            try project.folder.write("flowdrift: 1\ncontracts: ['\(pattern)']\n", to: "flowdrift.yaml")
            let run = await project.run("check")
            #expect(run.status == 2)
            #expect(!run.transcript.contains("secret-name"), "\(run.transcript)")
        }
    }

    @Test func readsThemOfARevisionToo() async throws {
        let project = try await monorepo()
        try GitRepository(project.folder.path).commit("all")
        try project.edit("services/web/specs/order.yaml", "Flow.isUrgent", "Flow.isPressing")
        let words = ["gate", "--environment", "prod"]
        #expect(await CommandRun(words, in: project.folder.path).status == 1)
        let old = await CommandRun(words + ["--contracts-from", "git:main"], in: project.folder.path)
        #expect(old.status == 0, "\(old.transcript)")
    }

    @Test func treatsOneOfTheFoldersAsAPart() async throws {
        let project = try await monorepo()
        let run = await project.run("check", "--contracts", "services/web/specs")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract"))
    }

    @Test func saysWhichFolderHasNoContract() async throws {
        let project = try await monorepo()
        try project.edit("flowdrift.yaml", "services/*/specs", "servces/*/specs")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("servces/*/specs: No contract was found at this path"), "\(run.transcript)")
    }

    @Test func readsEachPayloadThatAWildcardMatches() async throws {
        let project = try await Project.inSync()
        let payloads = "  payloads: [../app/*.json]\n"
        try project.folder.write(Self.contract("web", payloads: payloads), to: "specs/web.yaml")
        let body = #"{"flowId": "2b8f1c34-6d7e-4a5b-9c0d-1e2f3a4b5c6d", "inputData": "#
        try project.folder.write(
            body + #"{"Flow.orderNumber": "1", "Flow.isUrgent": true}}"#,
            to: "app/right.json"
        )
        try project.folder.write(body + #"{"Flow.orderNumber": 1, "Flow.isUrgent": true}}"#, to: "app/wrong.json")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("  app/wrong.json:1:"), "\(run.transcript)")
        #expect(run.output.contains("2 requests"))
        try project.edit("specs/web.yaml", "*.json", "*.txt")
        #expect(await project.run("check").errors.contains("No file matches '../app/*.txt'"))
    }
}
