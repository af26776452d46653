import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import Foundation
import Synchronization

/// Runs the command that the process was called with, and exits with its status.
public func runFlowdrift() async -> Never {
    // If the reader of the output ends early, as `head` does, this process must not end with a half-written snapshot.
    signal(SIGPIPE, SIG_IGN)
    let unwritten = Mutex<String?>(nil)
    var context = Context(
        workingFolder: FileManager.default.currentDirectoryPath,
        variables: ProcessInfo.processInfo.environment,
        isTerminal: isatty(STDOUT_FILENO) == 1,
        isErrorTerminal: isatty(STDERR_FILENO) == 1,
        terminalColumns: terminalColumns(),
        now: { Date() },
        print: { text in
            guard let reason = FileHandle.standardOutput.failure(writing: text) else { return }
            unwritten.withLock { $0 = reason }
        },
        printError: { _ = FileHandle.standardError.failure(writing: $0) },
        readInput: { (name) throws(ReadingError) in try FileReader.input(name) }
    )
    context.command = Array(CommandLine.arguments.dropFirst())
    let status = await run(context.command, in: context)
    if let reason = unwritten.withLock(\.self) {
        context.printError("error: standard output could not be written: \(reason)\n")
        exit(status == RunStatus.inSync.rawValue ? RunStatus.couldNotCheck.rawValue : status)
    }
    exit(status)
}

/// Runs a command in this process, and returns its exit status.
///
/// `arguments` are the words after the program's name; `parse` makes a command of them.
func run(
    _ arguments: [String],
    in context: Context,
    parsing parse: ([String]) throws -> any ParsableCommand = { try FlowdriftCommand.parseAsRoot($0) }
) async -> Int32 {
    do {
        guard !arguments.isEmpty else {
            context.printError(FlowdriftCommand.helpMessage() + "\n")
            return RunStatus.badUsage.rawValue
        }
        var command = try parse(arguments)
        guard let runnable = command as? any RunnableCommand else {
            try command.run()
            return RunStatus.inSync.rawValue
        }
        try RepeatedOptions.refuse(in: arguments, of: type(of: runnable))
        return try await runnable.run(in: context.confined(to: runnable.places)).rawValue
    } catch let failure as RunFailure {
        context.printError("error: \(Printable.text(failure.description))\n")
        return failure.status.rawValue
    } catch let error as ReadingError {
        context.printError("error: \(Printable.text(error.description))\n")
        return RunStatus.couldNotCheck.rawValue
    } catch {
        return show(error, in: context)
    }
}

/// Shows the output of the argument parser: help and versions on standard output, errors on standard error.
private func show(_ error: any Error, in context: Context) -> Int32 {
    let text = FlowdriftCommand.fullMessage(for: error) + "\n"
    let code = FlowdriftCommand.exitCode(for: error)
    guard code != .success else {
        context.print(text)
        return RunStatus.inSync.rawValue
    }
    let commands = FlowdriftCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    let misspelling = Misspelling(in: text, commands: commands)
    context.printError(misspelling?.added(to: text) ?? text)
    return RunStatus.badUsage.rawValue
}

/// The columns of the terminal on standard output, or `nil` if there is no terminal or its width is unknown.
private func terminalColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
}

extension FileHandle {
    /// Writes text; returns `nil` if it was written or the reader has ended, or else the reason for the failure.
    fileprivate func failure(writing text: String) -> String? {
        do {
            try write(contentsOf: Data(text.utf8))
            return nil
        } catch {
            return errno == EPIPE ? nil : String(cString: strerror(errno))
        }
    }
}
