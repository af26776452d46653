import Foundation
import TestSupport
import Testing

/// Each story under Examples/: its commands give what its expected.txt says.
struct ExampleTests {
    @Test(arguments: try Story.all().filter { !$0.needsTerraform })
    func givesWhatItsStorySays(_ story: Story) async throws {
        try await expectTranscript(of: story)
    }

    @Test(
        .enabled("terraform, Python or the package 'tf' is missing") { await Terraform.isReady() },
        arguments: try Story.all().filter(\.needsTerraform)
    )
    func givesWhatItsStorySaysOfPlans(_ story: Story) async throws {
        try await expectTranscript(of: story)
    }

    private func expectTranscript(of story: Story) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(at: story.folder, to: URL(filePath: folder.path))
        var transcript = ""
        for command in story.commands {
            let (said, status) = try await run(command, in: folder)
            transcript += "$ \(command)\n\(said)exit status \(status)\n"
        }
        try expectGolden(transcript, at: story.folder.appending(path: "expected.txt"))
    }

    /// What a command says, and its status.
    private func run(_ command: String, in folder: TemporaryFolder) async throws -> (said: String, status: Int32) {
        let halves = command.components(separatedBy: " > ")
        let words = halves[0].split(separator: " ").map(String.init)
        let arguments = Array(words.dropFirst())
        switch words.first {
        case "git":
            let (output, status) = try GitRepository.run(arguments, in: folder.path, at: "2026-11-01T08:00:00Z")
            return (output, status)
        case "terraform":
            // What terraform says differs from version to version; what it writes into a file is read after.
            let output = try await Terraform.run(arguments, in: folder.path)
            if halves.count == 2 { try folder.write(output, to: halves[1]) }
            return ("", 0)
        default:
            #expect(words.first == "flowdrift")
            let run = await CommandRun(arguments, in: folder.path)
            return (run.transcript, run.status)
        }
    }

    @Test func areAllExplained() throws {
        for story in try Story.all() {
            let readme = try String(contentsOf: story.folder.appending(path: "README.md"), encoding: .utf8)
            #expect(readme.hasPrefix("# "))
        }
    }
}

/// A folder under Examples/ with commands to run.
struct Story: Sendable, CustomTestStringConvertible {
    /// The story's folder.
    let folder: URL

    /// The commands, one a line.
    let commands: [String]

    var testDescription: String { folder.lastPathComponent }

    /// Whether a command of it is terraform's.
    var needsTerraform: Bool { commands.contains { $0.hasPrefix("terraform ") } }

    /// Every story, in order of name.
    static func all() throws -> [Story] {
        let examples = Folders.package.appending(path: "Examples")
        let names = try FileManager.default.contentsOfDirectory(atPath: examples.path).sorted()
        return try names.compactMap { name in
            let folder = examples.appending(path: name)
            let file = folder.appending(path: "commands.txt")
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            let commands = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            return Story(folder: folder, commands: commands)
        }
    }
}
