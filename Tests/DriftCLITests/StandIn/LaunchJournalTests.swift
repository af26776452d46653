import Foundation
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftCore

/// The journal that a killed run leaves next to a recording, and what the next run does with that journal.
struct LaunchJournalTests {
    private static let file = "launches.ndjson"
    private static let journal = file + ".journal"
    private static let kept = file + ".killed.journal"
    private static let (one, two) = (OrderFlow.line(#""Flow.count": "integer""#), OrderFlow.line(#""Flow.a": "null""#))
    private static let own = OrderFlow.line(#""Flow.orderNumber": "string""#)

    private func record(in folder: TemporaryFolder, _ options: String...) async throws -> CommandRun {
        let arguments = ["--from", "exports", "--record-launches", Self.file] + options
        return try await ServedStub.run(arguments, in: folder) { try await $0.launch(#""Flow.orderNumber": "A-1""#) }
    }

    private func files(in folder: TemporaryFolder) throws -> Set<String> {
        Set(try folder.tree().keys).subtracting(["exports/order-status.yaml"])
    }

    @Test func holdsEachLaunchAtOnce() async throws {
        let folder = try ServedStub.folder()
        try await ServedStub.run(["--from", "exports", "--record-launches", Self.file], in: folder) { client in
            #expect(folder.read(Self.journal) == "" && folder.read(Self.file) == nil)
            try await client.launch(#""Flow.orderNumber": "A-1""#)
            try await client.launch(#""Flow.orderNumber": "A-2""#)
            #expect(folder.read(Self.journal) == Self.own)
        }
        #expect(try files(in: folder) == [Self.file])
    }

    @Test(arguments: ["", "\n", #"{"flowdrift": 1, "flow": "workflow/Or"#, "{"])
    func goesIntoTheRecordingIfItIsAppendedTo(tail: String) async throws {
        let folder = try ServedStub.folder()
        try folder.write(Self.one, to: Self.file)
        try folder.write(Self.two + tail, to: Self.journal)
        try folder.write(Self.one + tail, to: Self.file + ".3.journal")
        let run = try await record(in: folder, "--append")
        #expect(run.status == 0)
        #expect(run.errors.contains("notice: \(Self.journal): a run that was killed left 1 launch behind"))
        #expect(folder.read(Self.file) == Self.two + Self.one + Self.own)
        #expect(try files(in: folder) == [Self.file])
    }

    @Test func keepsALastLineThatOnlyLacksItsEnd() async throws {
        let folder = try ServedStub.folder()
        try folder.write(String(Self.two.dropLast()), to: Self.journal)
        #expect(try await record(in: folder, "--append").status == 0)
        #expect(folder.read(Self.file) == Self.two + Self.own)
    }

    @Test func isKeptElsewhereIfTheRecordingIsReplaced() async throws {
        let folder = try ServedStub.folder()
        try folder.write(Self.two, to: Self.journal)
        let first = try await record(in: folder)
        #expect(first.status == 0 && first.errors.contains("which now is in \(Self.kept)"))
        #expect(folder.read(Self.file) == Self.own && folder.read(Self.kept) == Self.two)
        try folder.write(Self.one, to: Self.journal)
        #expect(try await record(in: folder).status == 0)
        #expect(folder.read(Self.file) == Self.own && folder.read(Self.kept) == Self.two + Self.one)
        #expect(try files(in: folder) == [Self.file, Self.kept])
    }

    @Test func isNoNoticeIfItIsEmpty() async throws {
        let folder = try ServedStub.folder()
        try folder.write("", to: Self.journal)
        let run = try await record(in: folder)
        #expect(run.status == 0 && !run.errors.contains("notice"))
        #expect(try files(in: folder) == [Self.file])
    }

    @Test(arguments: [
        ("<<<<<<< ours\n", "The line is a merge conflict marker"), ("{}\n", "isn't in format 1"),
        (#"{"flowdrift": 1, "flow": "workflow/A", "inp"#, "The last line is cut off"),
    ])
    func leavesARecordingAloneThatCannotBeRead(text: String, problem: String) async throws {
        let folder = try ServedStub.folder()
        try folder.write(text, to: Self.file)
        let run = try await record(in: folder, "--append")
        #expect(run.status == 2 && run.errors.contains("error: launches.ndjson:1:1: ") && run.errors.contains(problem))
        #expect(run.output.isEmpty)
        #expect(folder.read(Self.file) == text)
        #expect(try files(in: folder) == [Self.file])
    }

    @Test func keepsTwoRunsFromReplacingOneRecording() async throws {
        let folder = try ServedStub.folder()
        let arguments = ["--from", "exports", "--record-launches", Self.file]
        try await ServedStub.run(arguments, in: folder) { client in
            let second = try await record(in: folder)
            #expect(second.status == 2 && second.output.isEmpty)
            #expect(
                second.errors.contains(
                    "launches.ndjson: Another stand-in is recording to the same file; start each stand-in with --append"
                )
            )
            try await client.launch(#""Flow.orderNumber": "A-1""#)
        }
        #expect(folder.read(Self.file) == Self.own)
        #expect(try files(in: folder) == [Self.file])
    }

    @Test func keepsARunFromReplacingWhatOthersAppendTo() async throws {
        let folder = try ServedStub.folder()
        let arguments = ["--from", "exports", "--record-launches", Self.file, "--append"]
        try await ServedStub.run(arguments, in: folder) { _ in
            try await ServedStub.run(arguments, in: folder) { _ in
                let (found, third) = (try files(in: folder), try await record(in: folder))
                #expect(found == [Self.journal, Self.file + ".2.journal"] && third.status == 2)
            }
        }
        #expect(try files(in: folder) == [Self.file])
    }

    @Test func staysIfTheRecordingCannotBeWritten() async throws {
        let folder = try ServedStub.folder()
        let run = try await ServedStub.run(["--from", "exports", "--record-launches", Self.file], in: folder) {
            client in
            try await client.launch(#""Flow.orderNumber": "A-1""#)
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + Self.file,
                withIntermediateDirectories: false
            )
        }
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "Cannot write the file: expected a file, found a folder; the launches are in \(Self.journal)"
            )
        )
        #expect(folder.read(Self.journal) == Self.own)
    }

    @Test func isRemovedIfThePortIsTaken() async throws {
        let folder = try ServedStub.folder()
        try await ServedStub.run(["--from", "exports"], in: folder) { client in
            let port = String(client.url.port ?? 0)
            let words = ["stub", "--from", "exports", "--record-launches", Self.file, "--port", port]
            let second = await CommandRun(words, in: folder.path)
            #expect(second.status == 2)
            #expect(second.errors.contains("error: Cannot listen at 127.0.0.1:\(port): the port may be in use"))
        }
        #expect(try files(in: folder) == [])
    }

    @Test func isNoPlaceForALink() async throws {
        let folder = try ServedStub.folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + Self.file,
            withDestinationPath: "elsewhere"
        )
        let run = try await record(in: folder)
        #expect(run.status == 2 && run.errors.contains("Cannot write the file: expected a file, found a link"))
    }
}
