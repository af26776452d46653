import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI

struct StubCommandTests {
    @Test func servesAFolderUntilItIsStopped() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.export, to: "exports/order-status.yaml")
        let said = Said()
        let context = Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            now: { CommandRun.now },
            print: { _ in },
            printError: { said.add($0) }
        )
        let command = Task { await run(["stub", "--from", "exports", "--port", "0"], in: context) }
        while said.text.isEmpty { await Task.yield() }
        #expect(said.text.contains(/^http:\/\/127\.0\.0\.1:\d+ serves 1 flow and 0 triggers from exports\n$/))
        command.cancel()
        #expect(await command.value == 0)
    }

    @Test(arguments: [
        (["--from", "exports", "--fault", "resett"], 64, "--fault resett"), (["--from", "nowhere"], 2, "nowhere"),
        (["--from", "exports", "--listen", "localhost"], 2, "'localhost' is not an IPv4 address"),
        ([], 2, "There are no snapshots"),
        (["--from", "exports", "--set", "x"], 64, "--set x"),
        (["--from", "other"], 2, "other: no flow to serve was found in it"),
    ])
    func saysWhatKeepsItFromServing(arguments: [String], status: Int32, error: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.export, to: "exports/order-status.yaml")
        try folder.write("nothing\n", to: "other/notes.txt")
        let run = await CommandRun(["stub"] + arguments, in: folder.path)
        #expect(run.status == status)
        #expect(run.errors.contains(error))
    }

    /// The output of a command so far, from any task.
    private final class Said: Sendable {
        private let pieces = Mutex("")

        var text: String { pieces.withLock(\.self) }

        func add(_ text: String) {
            pieces.withLock { $0 += text }
        }
    }
}
