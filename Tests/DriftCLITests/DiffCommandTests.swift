import Foundation
import TestSupport
import Testing

struct DiffCommandTests {
    /// A repository with a contract and the snapshots of `prod` at `main`, and an input renamed since.
    private func moved() async throws -> (project: Project, repository: GitRepository) {
        let project = try await Project.inSync()
        let repository = try GitRepository(project.folder.path)
        try repository.commit("as it was")
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        return (project, repository)
    }

    @Test(arguments: [
        ["git:main", "prod"], ["git:HEAD", "snapshots/prod"], ["git:main", "exports", "--environment", "prod"],
        ["git:HEAD~0", "snapshots/prod/"],
    ])
    func comparesARevisionWithWhatIsThere(_ sources: [String]) async throws {
        let (project, _) = try await moved()
        let run = await CommandRun(["diff"] + sources, in: project.folder.path)
        #expect(run.status == 1)
        // An input with a default is safe, as the export shows.
        #expect(run.output.contains("  breaks: input 'Flow.isUrgent' (boolean) is gone\n"), "\(run.transcript)")
        #expect(run.output.hasSuffix("\nbreaks a caller: 1 changed; 1 flow compared\n"))
        #expect(run.errors.isEmpty)
    }

    @Test func readsARevisionWithoutTouchingTheCheckout() async throws {
        let (project, _) = try await moved()
        let before = try project.folder.tree().filter { !$0.key.hasPrefix(".git/") }
        _ = await project.run("diff", "git:main", "prod")
        #expect(try project.folder.tree().filter { !$0.key.hasPrefix(".git/") } == before)
    }

    @Test func readsARevisionFromAFolderOfTheRepository() async throws {
        let (project, _) = try await moved()
        try project.folder.write("", to: "sub/empty")
        let run = await CommandRun(
            ["diff", "git:main", "prod", "--snapshots", "../snapshots"],
            in: project.folder.path + "/sub"
        )
        #expect(run.status == 1, "\(run.transcript)")
    }

    @Test(arguments: [["prod", "prod"], ["git:main", "git:HEAD"], ["snapshots/prod", "snapshots/prod"]])
    func findsNothingBetweenASourceAndItself(_ sources: [String]) async throws {
        let (project, _) = try await moved()
        let run = await CommandRun(["diff"] + sources, in: project.folder.path)
        #expect(run.status == 0)
        #expect(run.output == "no difference; 1 flow compared\n")
    }

    @Test(arguments: [["old", "new"], ["new", "old"]])
    func takesAFlowThatCannotBeReadForNeitherGoneNorNew(_ sources: [String]) async throws {
        let folder = try TemporaryFolder()
        for name in ["old", "new"] {
            try folder.write(Project.export, to: "\(name)/order-status.yaml")
            let other = Project.export.replacing("Order Status", with: "Order Cancellation")
            try folder.write(name == "old" ? other : "workflow: [", to: "\(name)/order-cancellation.yaml")
        }
        let run = await CommandRun(["diff"] + sources, in: folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("new/order-cancellation.yaml:"))
        #expect(run.output == "no difference; 1 flow compared\n")
    }

    @Test func findsWhatBreaksWhereAnotherFlowCannotBeRead() async throws {
        let (project, _) = try await moved()
        try project.folder.write("workflow: [", to: "exports/other.yaml")
        let run = await project.run("diff", "git:main", "exports", "--environment", "prod")
        #expect(run.status == 1)
        #expect(run.output.contains("  breaks: input 'Flow.isUrgent' (boolean) is gone\n"), "\(run.transcript)")
        #expect(run.errors.contains("exports/other.yaml:"))
    }

    @Test func saysWhyAFileThatIsThereCannotBeRead() async throws {
        let project = try await Project.inSync()
        mkfifo(project.folder.path + "/pipe", 0o644)
        let run = await project.run("diff", "prod", "pipe")
        #expect(run.status == 2)
        #expect(run.errors == "error: pipe: Expected a file, found a pipe, a socket or a device\n")
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path + "/link",
            withDestinationPath: "nowhere"
        )
        #expect(await project.run("diff", "prod", "link").errors == "error: link: The symbolic link is broken\n")
        let absent = await project.run("diff", "prod", "none/at-all.yaml")
        #expect(absent.errors == "error: none/at-all.yaml: There is no such file or folder\n")
    }

    @Test func saysThatAFileWasInTheFoldersPlaceAtARevision() async throws {
        let (project, repository) = try await moved()
        try FileManager.default.removeItem(atPath: project.folder.path + "/snapshots")
        try project.folder.write("", to: "snapshots")
        try repository.commit("no folder any more")
        let run = await project.run("diff", "git:HEAD", "exports")
        #expect(run.status == 2)
        #expect(run.errors == "error: HEAD:snapshots: Expected a folder, found a file\n")
    }

    @Test func saysWhatASourceGivesNoticeOf() async throws {
        let folder = try TemporaryFolder()
        for name in ["old/a", "old/b", "new/a"] { try folder.write(Project.export, to: "\(name).yaml") }
        let run = await CommandRun(["diff", "old", "new"], in: folder.path)
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("notice: old/b.yaml: 'workflow/Order Status' is also in old/a.yaml"))
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }

    @Test func tellsProgramsTheSame() async throws {
        let (project, _) = try await moved()
        let run = await project.run("diff", "git:main", "prod", "--report", "json")
        #expect(run.status == 1)
        #expect(run.output.contains("\"consequence\" : \"breaks\"") && run.output.contains("\"kind\" : \"changed\""))
    }

    @Test(arguments: [
        (["git:nowhere", "prod"], 2, "git:nowhere: git has no revision 'nowhere'; fetch the revision first"),
        (["git:--output=x", "prod"], 2, "git has no revision '--output=x'"),
        (
            ["git:main", "test"], 2,
            "test: 'test' is neither a file nor an environment with snapshots; name one of these: prod"
        ),
        (["prod", "folder/none"], 2, "folder/none: There is no such file or folder"),
        (["prod", "live"], 2, "environment 'prod': The org's region is unknown"),
        (["git:main", "prod", "--environment", "test"], 64, "--environment test: there is no such environment"),
        (["prod", "plan:x"], 2, "x: There is no such file"),
        (["exports", "plan:x"], 64, "plan:x: name the environment"),
        (["git:", "prod"], 64, "git:"), (["live", "prod", "--contracts"], 64, "live: the source has no contracts"),
    ])
    func saysWhatItCannotRead(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let (project, _) = try await moved()
        let run = await CommandRun(["diff"] + arguments, in: project.folder.path)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func saysThatThereIsNoRepository() async throws {
        let project = try await Project.inSync()
        let run = await project.run("diff", "git:main", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains("git:main: This folder isn't in a git repository; run the command in"))
    }

    @Test func saysWhatABranchAsksMoreOfItsFlows() async throws {
        let (project, repository) = try await moved()
        try repository.git("checkout", "--quiet", "-b", "feature")
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        try project.edit("specs/order-status.yaml", "{ Flow.answer: string }", "{}")
        let run = await project.run("diff", "git:main", "specs", "--contracts")
        #expect(run.status == 1)
        #expect(
            run.output == """
                order-status
                  stricter: input 'Flow.isUrgent' changed from boolean to string
                  looser: output 'Flow.answer' is no longer read

                1 contract compared, 1 of them differ, 1 stricter

                """
        )
        let back = await project.run("diff", "specs", "specs", "--contracts")
        #expect(back.status == 0 && back.output == "1 contract compared, no difference\n")
    }

    @Test func readsSchemasAtTheRevisionToo() async throws {
        let project = try await Project.inSync()
        try project.edit(
            "specs/order-status.yaml",
            "Flow.isUrgent: boolean",
            "Flow.isUrgent: { type: json, schema: ../app/a.json }"
        )
        try project.folder.write("{\"type\": \"object\", \"properties\": {\"a\": {}}}", to: "app/a.json")
        let repository = try GitRepository(project.folder.path)
        try repository.commit("as it was")
        try project.folder.write("{\"type\": \"object\", \"properties\": {\"b\": {}}}", to: "app/a.json")
        let run = await project.run("diff", "git:main", "specs", "--contracts")
        #expect(run.output.contains("stricter: the schema of input 'Flow.isUrgent' has changed\n"), "\(run.transcript)")
    }
}
