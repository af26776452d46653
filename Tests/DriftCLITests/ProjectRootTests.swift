import Foundation
import TestSupport
import Testing

/// Where a command looks for the project if the command runs in a folder inside the project.
struct ProjectRootTests {
    private func run(_ project: Project, in folder: String, _ arguments: String...) async throws -> CommandRun {
        let path = project.folder.path + "/" + folder
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return await CommandRun(arguments, in: path)
    }

    @Test func findsTheProjectAtTheTopOfTheRepository() async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        let run = try await run(project, in: "services/web", "check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract"))
    }

    @Test func findsTheSettingsWithoutARepository() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nseverity: { input-undeclared: note }\n", to: "flowdrift.yaml")
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        let run = try await run(project, in: "services/web", "check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("  ../../specs/order-status.yaml:8:5: note in prod"), "\(run.output)")
    }

    @Test(.enabled(if: getuid() == 0, "only the superuser may give a file to somebody else"))
    func ignoresSettingsOfSomebodyElseWithoutARepository() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nnonsense: 1\n", to: "flowdrift.yaml")
        try project.folder.write("", to: "inner/x")
        let own = try await run(project, in: "inner", "check")
        #expect(own.errors.contains("nonsense"), "\(own.transcript)")
        #expect(chown(project.folder.path + "/flowdrift.yaml", 12345, 12345) == 0)
        let foreign = try await run(project, in: "inner", "check")
        #expect(!foreign.errors.contains("nonsense"), "\(foreign.transcript)")
    }

    @Test func keepsToAFolderWithContractsOfItsOwn() async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        try project.folder.write(Project.contract, to: "services/web/specs/order-status.yaml")
        let run = try await run(project, in: "services/web", "check")
        #expect(run.status == 2)
        #expect(run.errors.contains("snapshots"), "\(run.transcript)")
    }

    @Test func findsTheSettingsThatNameTheContractsOfTheFolder() async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        try project.folder.write("flowdrift: 1\ncontracts: [services/*/specs]\n", to: "flowdrift.yaml")
        try project.folder.write(Project.contract, to: "services/web/specs/order-status.yaml")
        let run = try await run(project, in: "services/web", "check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract"))
    }

    @Test func takesNamedPathsFromWhereTheUserIs() async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        try project.folder.write(Project.contract, to: "services/web/mine.yaml")
        let run = try await run(project, in: "services/web", "check", "--contracts", "mine.yaml")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func readsCodeOwnersAtTheTopWithPathsFromThere() async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        try project.edit("specs/order-status.yaml", "owner: team-orders\n", "")
        try project.folder.write("/specs/ @orders\n/web/ @web\n", to: ".github/CODEOWNERS")
        #expect(try await run(project, in: "services/web", "check", "--owners").output == "@orders  1 contract\n")
        try FileManager.default.createDirectory(
            atPath: project.folder.path + "/web",
            withIntermediateDirectories: true
        )
        for name in ["specs", "snapshots"] {
            try FileManager.default.moveItem(
                atPath: project.folder.path + "/" + name,
                toPath: project.folder.path + "/web/" + name
            )
        }
        #expect(try await run(project, in: "web", "check", "--owners").output == "@web  1 contract\n")
    }

    @Test(arguments: ["json", "sarif", "github", "gitlab", "junit"])
    func namesFilesFromTheTopOfTheRepositoryInReports(_ format: String) async throws {
        let project = try await Project.inSync()
        _ = try GitRepository(project.folder.path)
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        let there = try await run(project, in: "services/web", "check", "--report", format).output
        #expect(there == (await project.run("check", "--report", format).output))
        #expect(there.contains("specs/order-status.yaml") || there.contains("specs\\/order-status.yaml"))
        #expect(!there.contains("../"))
    }
}
