import Foundation
import TestSupport
import Testing

/// Contracts of a git revision that are only reached through links.
struct GitLinkTests {
    private func released() async throws -> (project: Project, repository: GitRepository) {
        let project = try await Project.inSync()
        let contract = try #require(project.folder.read("specs/order-status.yaml"))
        let broken = contract.replacing("contract: order-status", with: "contract: returns")
            .replacing("Flow.orderNumber", with: "Flow.returnNumber")
        try project.folder.write(broken, to: "shared/returns.yaml")
        return (project, try GitRepository(project.folder.path))
    }

    @Test(arguments: [("specs/returns.yaml", "../shared/returns.yaml"), ("specs/linked", "../shared")])
    func readsWhatALinkLeadsTo(_ link: String, _ target: String) async throws {
        let (project, repository) = try await released()
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path + "/" + link,
            withDestinationPath: target
        )
        try repository.commit("Release")
        let run = await project.run("gate", "--environment", "prod", "--contracts-from", "git:HEAD")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("returns"))
    }

    @Test(arguments: ["../shared/nope.yaml", "/etc/passwd", "../../outside.yaml", "returns.yaml", ".."])
    func namesALinkThatLeadsToNothing(_ target: String) async throws {
        let (project, repository) = try await released()
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path + "/specs/returns.yaml",
            withDestinationPath: target
        )
        try repository.commit("Release")
        let run = await project.run("gate", "--environment", "prod", "--contracts-from", "git:HEAD")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("specs/returns.yaml: The link doesn't lead to a file of the revision"))
    }

    @Test func readsLinksInsideAFolderThatALinkLeadsTo() async throws {
        let (project, repository) = try await released()
        try project.folder.write("flowdrift: 1\n", to: "vendor/README.md")
        for (link, target) in [("vendor/z.yaml", "../shared/returns.yaml"), ("specs/a", "../vendor")] {
            try FileManager.default.createSymbolicLink(
                atPath: project.folder.path + "/" + link,
                withDestinationPath: target
            )
        }
        try repository.commit("Release")
        let run = await project.run("gate", "--environment", "prod", "--contracts-from", "git:HEAD")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("returns"))
    }

    @Test(arguments: [
        (["gate", "--environment", "prod", "--contracts-from", "git:HEAD"], "specs"),
        (["gate", "--environment", "prod", "--since", "git:HEAD"], "specs"),
        (["check", "--from", "git:HEAD"], "snapshots/test"),
    ])
    func takesALinkInAFoldersPlaceForNoEmptyOne(_ words: [String], _ folder: String) async throws {
        let (project, repository) = try await released()
        let place = project.folder.path + "/" + folder
        if folder == "specs" { try FileManager.default.moveItem(atPath: place, toPath: place + ".kept") }
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "nowhere")
        try repository.commit("Release")
        try FileManager.default.removeItem(atPath: place)
        if folder == "specs" { try FileManager.default.moveItem(atPath: place + ".kept", toPath: place) }
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("\(folder): The link doesn't lead to a file of the revision"), "\(run.transcript)")
    }
}
