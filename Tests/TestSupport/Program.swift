public import Foundation

/// Runs a program to its end.
public enum Program {
    /// The result of a run.
    public struct Outcome: Sendable {
        /// The text on standard output and standard error together.
        public let said: String

        /// The exit status.
        public let status: Int32
    }

    /// Runs a program in a folder, and waits for its end.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments.
    ///   - folder: The folder that the program runs in.
    /// - Returns: The output and the status.
    /// - Throws: An error if the program can't be run.
    public static func run(_ command: [String], in folder: URL = Folders.package) async throws -> Outcome {
        // A file rather than a pipe, which somebody would have to read meanwhile.
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
