import Foundation
import TestSupport
import Testing

/// A new user's first day, and the guide, with the built program.
struct NewUserTests {
    @Test func goesFromNothingToAWaivedDrift() async throws {
        let folder = try TemporaryFolder()
        let script = Folders.package.appending(path: "Tests/Story/new-user").path
        let examples = Folders.package.appending(path: "Examples").path
        let run = try await BuiltProgram.run(["sh", script, BuiltProgram.path, examples], in: folder)
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.hasSuffix("new user: all went as described\n"))
    }

    /// Verifies that the story fails with a program that does nothing.
    @Test func doesNotPassWithAProgramThatDoesNothing() async throws {
        let folder = try TemporaryFolder()
        let script = Folders.package.appending(path: "Tests/Story/new-user").path
        let run = try await BuiltProgram.run(["sh", script, "/bin/true", folder.path], in: folder)
        #expect(run.status == 1)
    }

    /// The guide is its own golden file: it shows the output of its commands.
    @Test func showsWhatItsCommandsPrint() async throws {
        let file = Folders.package.appending(path: "docs/guide.md")
        let guide = Guide(try String(contentsOf: file, encoding: .utf8))
        try expectGolden(try await guide.rendered(), at: file)
    }
}
