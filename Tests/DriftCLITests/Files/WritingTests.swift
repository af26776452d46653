import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// Snapshots are written completely or not at all, and an interrupted run is detected.
///
/// `Tests/Crash/run` kills the real program; these tests check the same promises one by one.
struct WritingTests {
    private static let snapshot = "snapshots/prod/workflow/order-status.yaml"
    private static let mark = "snapshots/prod/.flowdrift-writing"

    /// A project whose export and snapshot have different interfaces.
    private static func changed() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.urgent")
        return project
    }

    private static func taken(_ project: Project) async -> CommandRun {
        await project.run("snapshot", "--from", "exports", "--environment", "prod")
    }

    @Test func noticesARunThatWasCutShort() async throws {
        let project = try await Project.inSync()
        try project.folder.write("", to: Self.mark)
        for arguments in [["check"], ["gate", "--environment", "prod"]] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 2)
            #expect(
                run.errors.contains(
                    "error: snapshots/prod: A run that writes these snapshots was interrupted, or is still running; "
                        + "wait until the other run has ended; if there is none, take the snapshots again with "
                        + "`flowdrift snapshot`\n"
                )
            )
        }
    }

    @Test func mendsWhatARunLeftThatWasCutShort() async throws {
        let project = try await Project.inSync()
        let before = try project.folder.tree()
        try project.folder.write("", to: Self.mark)
        try project.folder.write("half", to: "snapshots/prod/workflow/.0123456789abcdef-7-0.flowdrift-writing")
        try project.folder.write("half", to: Self.snapshot + ".flowdrift-writing")
        #expect(await Self.taken(project).status == 0)
        #expect(try project.folder.tree() == before)
    }

    @Test func waitsForNoOtherRunAndWritesNothingBesideIt() async throws {
        let project = try await Self.changed()
        let before = try project.folder.tree()
        let mark = project.folder.path + "/" + Self.mark
        let descriptor = open(mark, O_RDWR | O_CREAT, 0o644)
        try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let run = await Self.taken(project)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "error: snapshots/prod: Another run of flowdrift is writing these snapshots; "
                + "run the command again when the other run has ended\n"
        )
        #expect(run.output == "")
        unlink(mark)
        close(descriptor)
        #expect(try project.folder.tree() == before)
        #expect(await Self.taken(project).status == 0)
    }

    @Test func saysNothingOfSuccessWhereItCannotWrite() async throws {
        let project = try await Self.changed()
        let snapshot = project.folder.path + "/" + Self.snapshot
        try FileManager.default.removeItem(atPath: snapshot)
        try FileManager.default.createDirectory(atPath: snapshot + "/x", withIntermediateDirectories: true)
        let run = await Self.taken(project)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors == "error: \(Self.snapshot): Expected a file, found a folder\n")
    }

    @Test func staysMarkedWhereARunCannotWriteTheRest() async throws {
        let project = try await Self.changed()
        try project.folder.write(
            Project.export.replacing("Order Status", with: "Refund").replacing("workflow:", with: "workitem:"),
            to: "exports/refund.yaml"
        )
        // The folder of the second flow can't be made.
        try project.folder.write("", to: "snapshots/prod/workitem")
        let cutShort = "error: snapshots/prod: A run that writes these snapshots was interrupted"
        for _ in 1...2 {
            let run = await Self.taken(project)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(run.errors.contains("snapshots/prod/workitem"))
            #expect(project.folder.read(Self.mark) != nil)
            #expect(await project.run("check").errors.contains(cutShort))
        }
        try project.folder.remove("snapshots/prod/workitem")
        #expect(await Self.taken(project).status == 0)
        #expect(project.folder.read(Self.mark) == nil)
        #expect(project.folder.read("snapshots/prod/workitem/refund.yaml") != nil)
    }

    @Test func isNotMarkedWhereARunCannotWriteAnything() async throws {
        let project = try await Project.inSync()
        try project.folder.write(
            Project.export.replacing("Order Status", with: "Refund").replacing("workflow:", with: "workitem:"),
            to: "exports/refund.yaml"
        )
        try project.folder.write("", to: "snapshots/prod/workitem")
        #expect(await Self.taken(project).status == 2)
        #expect(project.folder.read(Self.mark) == nil)
    }

    @Test func leavesTheDraftOfARunningRunAlone() async throws {
        let folder = try TemporaryFolder()
        let context = Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { _ in }
        )
        let draft = try #require(DraftFile(of: folder.path + "/report.txt"))
        try folder.write("half", to: (DraftFile.stem(of: "report.txt")) + "1-0.flowdrift-writing")
        try FileWriter(context: context).replace("report.txt", with: "whole")
        let name = URL(filePath: draft.path).lastPathComponent
        #expect(try folder.tree() == ["report.txt": "whole", name: ""])
        draft.close()
        try FileWriter(context: context).replace("report.txt", with: "whole")
        #expect(try folder.tree() == ["report.txt": "whole"])
    }

    @Test func writesAFileWhoseNameIsAsLongAsCanBe() async throws {
        let project = try await Project.inSync()
        let name = String(repeating: "r", count: 250) + ".json"
        let run = await project.run("check", "--report", "json=" + name)
        #expect(run.status == 0, "\(run.errors)")
        #expect(project.folder.read(name) != nil)
    }

    @Test func takesNoEditedSnapshotForWhatTheFlowIs() async throws {
        let project = try await Project.inSync()
        try project.edit(Self.snapshot, "Flow.isUrgent: { type: boolean", "Flow.isUrgent: { type: string")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(
            run.errors
                == "error: \(Self.snapshot): The snapshot was changed after flowdrift wrote it: its digest differs "
                + "from the one in the index; take the snapshots again with `flowdrift snapshot`\n"
        )
        #expect(await Self.taken(project).status == 0)
        #expect(await project.run("check").status == 0)
    }

    @Test func takesNoSnapshotThatTheIndexDoesNotKnow() async throws {
        let project = try await Project.inSync()
        let text = try #require(project.folder.read(Self.snapshot))
        try project.folder.write(
            text.replacing("Order Status", with: "Refund"),
            to: "snapshots/prod/workflow/refund.yaml"
        )
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("snapshots/prod/workflow/refund.yaml: The snapshot is not in the index"))
    }

    @Test func takesTheLineEndsOfACheckoutForNoEdit() async throws {
        let project = try await Project.inSync()
        let text = try #require(project.folder.read(Self.snapshot))
        try project.folder.write(text.replacing("\n", with: "\r\n"), to: Self.snapshot)
        #expect(await project.run("check").status == 0)
    }

    @Test(arguments: ["snapshots/prod", "snapshots/prod/workflow"])
    func writesThroughNoLink(_ link: String) async throws {
        let project = try await Self.changed()
        let (path, elsewhere) = (project.folder.path + "/" + link, project.folder.path + "/elsewhere")
        try project.folder.write("", to: "elsewhere/.keep")
        try FileManager.default.moveItem(atPath: path, toPath: elsewhere + "/moved")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere + "/moved")
        let before = try project.folder.tree()
        let run = await Self.taken(project)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "error: \(link): Cannot write into this folder: the folder is a symbolic link, and may point "
                + "outside the snapshots; replace the link with a folder\n"
        )
        #expect(try project.folder.tree() == before)
    }
}
