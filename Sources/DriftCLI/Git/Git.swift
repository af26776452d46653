import Dispatch
import DriftCore
import Foundation
import Synchronization

/// The installed git, which is only used to read, without a shell, a checkout or a lock.
struct Git: Sendable {
    /// The execution environment; git runs in its working folder.
    let context: Context

    /// Environment variables for git; each replaces the context's variable of that name.
    var variables: [String: String] = [:]

    /// After how many seconds git is stopped, or `nil` if it never connects to another machine.
    var patience: Double?

    struct Answer {
        var output: [UInt8]

        /// The first line on standard error.
        var errors: String

        var status: Int32

        /// The output as text, without the newline at the end.
        var text: String {
            let text = String(decoding: output, as: UTF8.self)
            return text.hasSuffix("\n") ? String(text.dropLast()) : text
        }
    }

    /// Runs git to its end, and returns the answer whatever the exit status.
    ///
    /// - Parameters:
    ///   - arguments: The words after `git`.
    ///   - input: The text for standard input.
    ///   - name: What messages say the run is about: `git:main`.
    /// - Returns: The answer.
    /// - Throws: ``ReadingError`` if git can't be run.
    func run(_ arguments: [String], input: [UInt8] = [], about name: String) throws(ReadingError) -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: context.workingFolder)
        // Messages must be in English, because they are parsed, and git must not ask for passwords.
        let own = ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"]
        process.environment = context.variables.merging(own) { $1 }.merging(variables) { $1 }
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        do {
            try Self.start(process)
        } catch {
            throw ReadingError("git cannot be run", at: Place(file: name), fix: "install git")
        }
        let writing = standardInput.fileHandleForWriting
        Thread.detachNewThread {
            try? writing.write(contentsOf: Data(input))
            try? writing.close()
        }
        guard let (bytes, said) = Self.read(output, errors, within: patience) else {
            Self.stop(process)
            throw ReadingError(
                "The repository didn't answer within \(Int(patience ?? 0)) s",
                at: Place(file: name),
                fix: "try again later; --offline uses what was fetched before"
            )
        }
        process.waitUntilExit()
        guard process.terminationStatus != 127 else {
            throw ReadingError("git cannot be run", at: Place(file: name), fix: "install git")
        }
        let line = said.split(separator: "\n").first.map(String.init) ?? ""
        return Answer(output: bytes, errors: line, status: process.terminationStatus)
    }

    /// Starts a process that SIGTERM can stop.
    ///
    /// A process inherits the blocked signals of the thread that starts it, and Dispatch's threads block SIGTERM.
    static func start(_ process: Process) throws {
        var (stopping, before) = (sigset_t(), sigset_t())
        sigemptyset(&stopping)
        sigaddset(&stopping, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &stopping, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Stops git and its helpers, which hold the connections and would outlive git.
    static func stop(_ process: Process) {
        // Foundation starts each process in a group of its own; if there is no such group, only git is stopped.
        if kill(-process.processIdentifier, SIGTERM) != 0 { process.terminate() }
    }

    /// Reads both outputs to their ends, or returns `nil` if that takes longer than allowed.
    private static func read(
        _ output: Pipe,
        _ errors: Pipe,
        within patience: Double?
    ) -> (bytes: [UInt8], said: String)? {
        let results = Mutex<[Data]>([Data(), Data()])
        let group = DispatchGroup()
        for (index, pipe) in [output, errors].enumerated() {
            // Dispatch's threads are few, and callers that wait for git hold them.
            group.enter()
            Thread.detachNewThread {
                let data = pipe.fileHandleForReading.readDataToEndOfFile()
                results.withLock { $0[index] = data }
                group.leave()
            }
        }
        if let patience {
            guard group.wait(timeout: .now() + patience) == .success else { return nil }
        } else {
            group.wait()
        }
        let all = results.withLock { $0 }
        return ([UInt8](all[0]), String(decoding: all[1], as: UTF8.self))
    }

    /// The commit of a revision.
    func commit(of revision: String) throws(ReadingError) -> String {
        let name = "git:\(revision)"
        let inside = try run(["rev-parse", "--git-dir"], about: name)
        guard inside.status == 0 else {
            let isNone = inside.errors.contains("not a git repository")
            throw ReadingError(
                isNone ? "This folder isn't in a git repository" : "git refuses: \(inside.errors)",
                at: Place(file: name),
                fix: isNone ? "run the command in a checkout of the repository" : nil
            )
        }
        let found = try run(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"],
            about: name
        )
        guard found.status == 0, !found.text.isEmpty else {
            throw ReadingError(
                "git has no revision '\(revision)'",
                at: Place(file: name),
                fix: "fetch the revision first; a CI job's clone often has only the newest commit"
            )
        }
        return found.text
    }

    /// The time of the last commit that changed a path, in seconds since 1970, or `nil` if no commit did.
    ///
    /// - Throws: ``ReadingError`` if git can't be run, or if a shallow clone lacks that commit: the oldest commit of
    ///   such a clone looks as if it had changed everything.
    func date(of path: String, in revision: String = "HEAD") throws(ReadingError) -> Int? {
        let answer = try run(
            ["log", "-1", "--format=%ct %D", "--end-of-options", revision, "--", path],
            about: "git:\(revision)"
        )
        guard answer.status == 0 else { return nil }
        let parts = answer.text.split(separator: " ", maxSplits: 1)
        guard parts.last?.hasPrefix("grafted") != true else {
            throw ReadingError(
                "The clone has too few commits to show when '\(path)' changed",
                at: Place(file: "git:\(revision)"),
                fix: "fetch the whole history; docs/gate.md shows how, for each CI server"
            )
        }
        return parts.first.flatMap { Int($0) }
    }
}
