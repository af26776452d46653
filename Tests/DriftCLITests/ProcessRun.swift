import Foundation
import TestSupport

/// A process that ran to its end, with all it said.
struct ProcessRun {
    /// All that it said, errors too.
    let output: String

    /// The exit status.
    let status: Int32

    /// Runs a program to its end, without a user's settings and without a proxy.
    ///
    /// - Parameters:
    ///   - words: The program and its arguments.
    ///   - folder: The folder that it runs in, which is its user's home too.
    /// - Throws: Where it could not be started.
    init(_ words: [String], in folder: TemporaryFolder) async throws {
        let file = URL(filePath: folder.path + "-said")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let written = try FileHandle(forWritingTo: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = [
            "PATH": BuiltProgram.url.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
            "HOME": folder.path, "NO_PROXY": "127.0.0.1",
            "LC_ALL": "C.UTF-8", "TERM": "dumb",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = written
        process.standardError = written
        // Waiting must not hold a thread that other tests need.
        status = try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        output = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
