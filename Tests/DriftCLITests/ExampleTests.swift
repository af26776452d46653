import Foundation
import TestSupport
import Testing

/// Each story under Examples/: its commands give what its expected.txt says.
struct ExampleTests {
    @Test(arguments: try Story.all())
    func givesWhatItsStorySays(_ story: Story) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(at: story.folder, to: URL(filePath: folder.path))
        var transcript = ""
        for command in story.commands {
            let words = command.split(separator: " ").map(String.init)
            let arguments = Array(words.dropFirst())
            transcript += "$ \(command)\n"
            if words.first == "git" {
                let (output, status) = try GitRepository.run(arguments, in: folder.path, at: "2026-11-01T08:00:00Z")
                transcript += "\(output)exit status \(status)\n"
                continue
            }
            #expect(words.first == "flowdrift")
            let run = await CommandRun(arguments, in: folder.path)
            transcript += "\(run.transcript)exit status \(run.status)\n"
        }
        try expectGolden(transcript, at: story.folder.appending(path: "expected.txt"))
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
