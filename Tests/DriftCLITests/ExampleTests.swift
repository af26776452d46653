import DriftEngine
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// The commands of each story under Examples/ give the output in its expected.txt.
struct ExampleTests {
    @Test(arguments: try Story.all().filter { !$0.needsTerraform && !$0.needsPython })
    func givesWhatItsStorySays(_ story: Story) async throws {
        try await expectTranscript(of: story, in: try copy(of: story))
    }

    @Test(
        .enabled("terraform, Python or the package 'tf' is missing") { await Terraform.isReady() },
        arguments: try Story.all().filter(\.needsTerraform)
    )
    func givesWhatItsStorySaysOfPlans(_ story: Story) async throws {
        let folder = try copy(of: story)
        try await Terraform.serving(folder.path + "/infrastructure") { terraform in
            try await expectTranscript(of: story, in: folder, with: terraform)
        }
    }

    @Test(
        .enabled("python3 is missing") { try await Self.hasPython() },
        arguments: try Story.all().filter(\.needsPython)
    )
    func givesWhatItsStorySaysOfAService(_ story: Story) async throws {
        try await expectTranscript(of: story, in: try copy(of: story))
    }

    private static func hasPython() async throws -> Bool {
        try await BuiltProgram.run(["python3", "--version"], in: try TemporaryFolder()).status == 0
    }

    private func copy(of story: Story) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(at: story.folder, to: URL(filePath: folder.path))
        return folder
    }

    private func expectTranscript(
        of story: Story,
        in folder: TemporaryFolder,
        with terraform: Terraform? = nil
    ) async throws {
        var transcript = ""
        for command in story.commands {
            let (said, status) = try await run(command, in: folder, with: terraform)
            transcript += "$ \(command)\n\(said)exit status \(status)\n"
        }
        try expectGolden(transcript, at: story.folder.appending(path: "expected.txt"))
    }

    /// The output of a command, and its status.
    private func run(
        _ command: String,
        in folder: TemporaryFolder,
        with terraform: Terraform?
    ) async throws -> (said: String, status: Int32) {
        let halves = command.components(separatedBy: " > ")
        let words = halves[0].split(separator: " ").map(String.init)
        let arguments = Array(words.dropFirst())
        switch words.first {
        case "git":
            let (output, status) = try GitRepository.run(arguments, in: folder.path, at: "2026-11-01T08:00:00Z")
            return (output, status)
        case "terraform":
            // Terraform's output depends on its version; a later command reads the file that it writes.
            let output = try await #require(terraform).run(arguments, in: folder.path)
            if halves.count == 2 { try folder.write(output, to: halves[1]) }
            return ("", 0)
        default:
            #expect(words.first == "flowdrift")
            if arguments.first == "stub" { return try await runStandIn(arguments, in: folder) }
            guard arguments.contains("$ORG") else {
                let run = await CommandRun(arguments, in: folder.path)
                return (run.transcript, run.status)
            }
            return try await run(arguments, onTheOrgIn: folder)
        }
    }

    /// The output of the stand-in with the command that it runs, in a process of its own, with `$STUB` for its address.
    private func runStandIn(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) async throws -> (said: String, status: Int32) {
        let script = ["sh", "-c", "\"$@\" >output.txt 2>errors.txt", "sh", BuiltProgram.path]
        let (_, status) = try await BuiltProgram.run(script + arguments, in: folder)
        let said = (folder.read("errors.txt") ?? "") + (folder.read("output.txt") ?? "")
        return (said.replacing(/http:\/\/127\.0\.0\.1:\d+/, with: "$STUB"), status)
    }

    /// The output of a command while the stub server serves the story's `org` folder at the address `$ORG`.
    private func run(
        _ arguments: [String],
        onTheOrgIn folder: TemporaryFolder
    ) async throws -> (said: String, status: Int32) {
        let context = Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { Issue.record("\($0)") }
        )
        let org = try await StubCommand.org(in: ExportFolder(path: "org", of: DiskFiles(context: context)), context)
        let server = StubServer(org)
        let host = try await server.start().absoluteString
        let run = await CommandRun(
            arguments.map { $0 == "$ORG" ? host : $0 },
            in: folder.path,
            variables: LiveProject.client
        )
        await server.stop()
        return (run.transcript.replacing(host, with: "$ORG"), run.status)
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
    let folder: URL

    /// The commands, one per line.
    let commands: [String]

    var testDescription: String { folder.lastPathComponent }

    var needsTerraform: Bool { commands.contains { $0.hasPrefix("terraform ") } }

    var needsPython: Bool { commands.contains { $0.contains(" python3 ") } }

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
