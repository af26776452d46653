import Foundation
import TestSupport
import Testing

/// A run whose verdict can't be printed must not succeed.
struct StandardOutputTests {
    private static let full = "/dev/full"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: full), "there is no device that is always full"))
    func isNotInSyncWhereStandardOutputCannotBeWritten() async throws {
        let project = try await Project.inSync()
        let run = try await BuiltProgram.run(["sh", "-c", "flowdrift check > \(Self.full)"], in: project.folder)
        #expect(run.status == 2)
        #expect(run.output == "error: standard output could not be written: No space left on device\n")
    }
}
