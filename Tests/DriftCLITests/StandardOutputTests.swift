import Foundation
import TestSupport
import Testing

/// A verdict that nobody can read is none.
struct StandardOutputTests {
    private static let full = "/dev/full"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: full), "there is no device that is always full"))
    func isNotInSyncWhereStandardOutputCannotBeWritten() async throws {
        let project = try await Project.inSync()
        let process = Process()
        process.executableURL = BuiltProgram.url
        process.arguments = ["check"]
        process.currentDirectoryURL = URL(filePath: project.folder.path)
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: Self.full))
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = try errors.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) }
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(said == "error: standard output could not be written: No space left on device\n")
    }
}
