import Foundation
import GenesysStub
import TestSupport
import Testing

/// A page whose commands can be run: blocks of `sh` hold only commands, blocks of `console` hold commands after `$` and
/// their output.
struct Guide {
    private let lines: [Substring]

    /// The port in the page, which the test replaces by a free one.
    private static let port = "8085"

    /// Separates the outputs of two commands.
    private static let mark = "@@ end of a command @@"

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The page with the real output of its commands, which all run in one shell, one after another.
    func rendered() async throws -> String {
        let folder = try TemporaryFolder()
        let port = try await Self.freePort()
        let script = commands.map { command in
            // A person takes longer to type the next command than the stand-in needs to start.
            let start = "until (: >/dev/tcp/127.0.0.1/\(port)) 2>/dev/null; do sleep 0.05; done\n"
            let text = command.text.replacing(Self.port, with: port) + (command.text.hasSuffix(" &\n") ? start : "")
            // Keeps the command's status for the next command, which may ask for it.
            return text + "\nstatus=$?; echo '\(Self.mark)'; (exit $status)\n"
        }
        try folder.write("exec 2>&1\ntrap 'kill $(jobs -p) 2>/dev/null' EXIT\n" + script.joined(), to: "guide.sh")
        let run = try await BuiltProgram.run(["bash", "guide.sh"], in: folder)
        let outputs = run.output.replacing(port, with: Self.port).components(separatedBy: Self.mark + "\n")
        try #require(outputs.count == commands.count + 1, "\(run.output)")
        for (command, output) in zip(commands, outputs) where !command.showsOutput {
            #expect(output.isEmpty, "\(command.text)")
        }
        return page(outputs)
    }

    /// A command of the page, and whether the page shows its output.
    private struct Command {
        var text: String
        var showsOutput: Bool
    }

    private var commands: [Command] {
        var commands: [Command] = []
        var language: Substring?
        for line in lines {
            if line.hasPrefix("```") {
                language = language == nil ? line.dropFirst(3) : nil
                if language == "sh" { commands.append(Command(text: "", showsOutput: false)) }
            } else if language == "sh" {
                commands[commands.count - 1].text += line + "\n"
            } else if language == "console", line.hasPrefix("$ ") {
                commands.append(Command(text: String(line.dropFirst(2)), showsOutput: true))
            }
        }
        return commands
    }

    private func page(_ outputs: [String]) -> String {
        let shown = zip(commands, outputs).filter(\.0.showsOutput).map(\.1)
        var (page, number): ([Substring], Int) = ([], 0)
        var language: Substring?
        for line in lines {
            if line.hasPrefix("```") {
                language = language == nil ? line.dropFirst(3) : nil
                page.append(line)
            } else if language != "console" {
                page.append(line)
            } else if line.hasPrefix("$ ") {
                page.append(line)
                page += shown[number].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                number += 1
            }
        }
        return page.joined(separator: "\n")
    }

    private static func freePort() async throws -> String {
        let server = StubServer(StubOrg())
        let url = try await server.start()
        await server.stop()
        return String(try #require(url.port))
    }
}
