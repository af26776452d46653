import Foundation
import TestSupport
import Testing

/// The built program, for tests that need a process of its own.
enum BuiltProgram {
    static let folder = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path

    static let path = folder + "/flowdrift"

    /// The variables that `Tests/Mutation/run` sets, so that the program has the same mutation as the tests.
    private static var mutation: [String: String] {
        var variables = ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("MUTANT") }
        if !variables.isEmpty { variables["MUTANT_TEST"] = Test.current.map { String(describing: $0.id) } }
        return variables
    }

    /// Runs a program to its end, without the user's settings and proxies; `folder` is also its home directory.
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
        ].merging(mutation) { own, _ in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        // Waiting must not block a thread that other tests need.
        let status = try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return (String(decoding: try Data(contentsOf: file), as: UTF8.self), status)
    }
}
