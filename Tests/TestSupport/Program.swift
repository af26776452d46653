public import Foundation

/// A program that a test runs to its end.
public enum Program {
    /// What a run came to.
    public struct Outcome: Sendable {
        /// What went to standard output and standard error, as one text.
        public let said: String

        /// The exit status.
        public let status: Int32
    }

    /// Runs a program in a folder.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments.
    ///   - folder: The folder it runs in.
    /// - Returns: What it came to, whatever its status.
    /// - Throws: Where it cannot be run.
    public static func run(_ command: [String], in folder: URL = Folders.package) async throws -> Outcome {
        // A file rather than a pipe: however much is written, nobody has to read meanwhile.
        let outputs = try TemporaryFolder()
        try outputs.write("", to: "said")
        let said = FileHandle(forWritingAtPath: outputs.path + "/said")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = said
        process.standardError = said
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        return Outcome(said: outputs.read("said") ?? "", status: process.terminationStatus)
    }
}
