import Foundation
import TestSupport

/// The program as it was built beside the tests, for what only a process of its own can show.
enum BuiltProgram {
    /// The folder that it is in.
    static let folder = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path

    /// The program's path.
    static let path = folder + "/flowdrift"

    /// Runs a program to its end, without a user's settings and without a proxy.
    ///
    /// - Parameters:
    ///   - words: The program and its arguments.
    ///   - folder: The folder that it runs in, which is its user's home too.
    /// - Returns: All that it said, and its exit status.
    /// - Throws: Where it could not be started.
    static func run(_ words: [String], in folder: TemporaryFolder) async throws -> (output: String, status: Int32) {
        let file = URL(filePath: folder.path + "-said")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = try FileHandle(forWritingTo: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = [
            "PATH": Self.folder + ":/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "NO_PROXY": "127.0.0.1",
            "LC_ALL": "C.UTF-8", "TERM": "dumb",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        // Waiting must not hold a thread that other tests need.
        let status = try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return (String(decoding: try Data(contentsOf: file), as: UTF8.self), status)
    }
}
