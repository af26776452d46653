import Foundation
import TestSupport

/// A git repository for one test, with the real git.
struct GitRepository {
    struct Failure: Error {
        let description: String
    }

    let path: String

    /// Makes a repository in a folder; ``commit(_:at:)`` commits everything in it.
    init(_ path: String) throws {
        self.path = path
        try git("init", "--quiet", "--initial-branch=main")
    }

    /// Commits everything, with the given date.
    func commit(_ message: String, at date: String = "2026-11-19T12:00:00Z") throws {
        try git("add", "--all")
        try git("commit", "--quiet", "--allow-empty", "--message", message, date: date)
    }

    func git(_ arguments: String..., date: String = "2026-11-19T12:00:00Z") throws {
        let (output, status) = try Self.run(arguments, in: path, at: date)
        guard status == 0 else {
            throw Failure(description: "git \(arguments.joined(separator: " ")): \(status)\n\(output)")
        }
    }

    /// Runs git in a folder, without the user's settings, at the given date.
    static func run(
        _ arguments: [String],
        in folder: String,
        at date: String
    ) throws -> (output: String, status: Int32) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_DATE": date,
        ]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
    }
}
