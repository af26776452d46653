import ArgumentParser
import Foundation
import GenesysCloud
import SourceText
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI

/// A command that ran in this process, with its output.
struct CommandRun {
    var output: String
    var errors: String
    var status: Int32

    /// Both outputs as a terminal shows them, errors first.
    var transcript: String { errors + output }

    /// The time at which commands run by default: noon of 2026-11-20.
    static let now = Date(timeIntervalSince1970: 1_795_176_000)

    /// Runs a command, which waits for an org on `clock`.
    init(
        _ arguments: [String],
        in folder: String,
        variables: [String: String] = [:],
        isTerminal: Bool = false,
        input: String = "",
        columns: Int? = nil,
        now: Date = CommandRun.now,
        clock: TestClock = TestClock()
    ) async {
        let (output, errors) = (Written(), Written())
        let context = Context(
            workingFolder: folder,
            variables: variables,
            isTerminal: isTerminal,
            isErrorTerminal: false,
            terminalColumns: columns,
            now: { now },
            clock: PlatformClock(clock, startingAt: now),
            print: { output.add($0) },
            printError: { errors.add($0) },
            readInput: { _ in Array(input.utf8) },
            chance: { 0 }
        )
        status = await run(arguments, in: context, parsing: ParsedCommands.parse)
        self.output = output.text
        self.errors = errors.text
        expectNoSecret(in: folder, variables)
    }

    /// Expects no secret in either output, nor in any file that the command may have written.
    private func expectNoSecret(in folder: String, _ variables: [String: String]) {
        #expect(SecretMarks.found(in: transcript, variables: variables) == [], "in an output")
        guard variables.keys.contains(where: { $0.hasSuffix("_SECRET") || $0.hasSuffix("_TOKEN") }) else { return }
        // Profiles that a test creates contain secrets.
        let files = FileManager.default.subpaths(atPath: folder)?.filter { !$0.contains(".gc/") } ?? []
        for file in files {
            guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else { continue }
            #expect(SecretMarks.found(in: text, variables: variables) == [], "in \(file)")
        }
    }

    /// Wraps the output of a command that was run in another way.
    init(output: String, errors: String, status: Int32) {
        (self.output, self.errors, self.status) = (output, errors, status)
    }

    init(_ arguments: String..., in folder: TemporaryFolder) async {
        await self.init(arguments, in: folder.path)
    }
}

/// Text that is collected piece by piece, from any task.
private final class Written: Sendable {
    private let pieces = Mutex("")

    var text: String { pieces.withLock(\.self) }

    func add(_ text: String) {
        pieces.withLock { $0 += text }
    }
}

/// The commands that tests run, each parsed once.
///
/// A debug build of the parser checks every option several times, which takes longer than most commands do.
enum ParsedCommands {
    private static let known = Mutex<[[String]: any RunnableCommand]>([:])

    static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        if let command = known.withLock({ $0[arguments] }) { return command }
        if let command = try onStandIn(arguments) { return command }
        guard let command = ofItsOwn(arguments) else { return try FlowdriftCommand.parseAsRoot(arguments) }
        known.withLock { $0[arguments] = command }
        return command
    }

    /// A command on a stub server, parsed once for all servers, which only differ in their port.
    static func onStandIn(_ arguments: [String]) throws -> (any RunnableCommand)? {
        let (local, first) = ("http://127.0.0.1:", "http://127.0.0.1:1")
        guard let place = arguments.firstIndex(where: { $0.hasPrefix(local) }), place > 0,
            arguments[place] != first, arguments[place - 1] == "--host"
        else { return nil }
        var words = arguments
        words[place] = first
        var command = try parse(words) as? any LiveCommand
        command?.liveOptions.host = arguments[place]
        return command
    }

    /// The command that the first word names, parsed without the program around it, which takes half the time.
    ///
    /// Returns `nil` on failure, because only the program can give the reason.
    static func ofItsOwn(_ arguments: [String]) -> (any RunnableCommand)? {
        let named = FlowdriftCommand.configuration.subcommands.first { $0._commandName == arguments.first }
        return try? named?.parseAsRoot(Array(arguments.dropFirst())) as? any RunnableCommand
    }
}

/// A command that may read an org.
protocol LiveCommand: RunnableCommand {
    var liveOptions: LiveOptions { get set }
}

extension CheckCommand: LiveCommand {}
extension DiffCommand: LiveCommand {}
extension GateCommand: LiveCommand {}
extension SnapshotCommand: LiveCommand {}
extension WaiveCommand: LiveCommand {}
