import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import Foundation
import Synchronization

/// Runs the command that the process was called with, and ends the process with its exit status.
public func runFlowdrift() async -> Never {
    // A reader that goes away early, such as `head`, must not leave a half-made snapshot behind.
    signal(SIGPIPE, SIG_IGN)
    let unwritten = Mutex<String?>(nil)
    let context = Context(
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
    let status = await run(Array(CommandLine.arguments.dropFirst()), in: context)
    if let reason = unwritten.withLock(\.self) {
        context.printError("error: standard output could not be written: \(reason)\n")
        exit(status == RunStatus.inSync.rawValue ? RunStatus.couldNotCheck.rawValue : status)
    }
    exit(status)
}

/// Runs a command in this process.
///
/// - Parameters:
///   - arguments: The words after the program's name.
///   - context: The world as the command sees it.
///   - parse: Makes a command of the words.
/// - Returns: The exit status.
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

/// Shows what the argument parser has to say: help and versions on standard output, mistakes on standard error.
private func show(_ error: any Error, in context: Context) -> Int32 {
    let text = FlowdriftCommand.fullMessage(for: error) + "\n"
    let code = FlowdriftCommand.exitCode(for: error)
    guard code != .success else {
        context.print(text)
        return RunStatus.inSync.rawValue
    }
    context.printError(text)
    return RunStatus.badUsage.rawValue
}

/// The columns of the terminal that standard output is; nil where it is none, or does not tell.
private func terminalColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
}

extension FileHandle {
    /// Writes text; nil where that is done, or nobody reads any more, else why it could not be written.
    fileprivate func failure(writing text: String) -> String? {
        do {
            try write(contentsOf: Data(text.utf8))
            return nil
        } catch {
            return errno == EPIPE ? nil : String(cString: strerror(errno))
        }
    }
}
