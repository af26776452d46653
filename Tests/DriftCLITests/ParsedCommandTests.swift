import ArgumentParser
import Testing

@testable import DriftCLI

/// A command that is parsed alone, as tests do, gives the same result as in the program.
struct ParsedCommandTests {
    /// The commands of all stories and pipelines.
    private static let calls: [[String]] = {
        let stories = ((try? Story.all()) ?? []).flatMap(\.commands).map { $0.split(separator: " ").map(String.init) }
        let calls = stories.filter { $0.first == "flowdrift" }.map { Array($0.dropFirst()) }
        let pipelines = ((try? Pipeline.all()) ?? []).flatMap(\.commands)
        return Dictionary(grouping: calls + pipelines) { $0[0] }.values
            .compactMap { $0.max { $0.count < $1.count } }
            .sorted { $0[0] < $1[0] }
    }()

    @Test func readsCommandsOfStoriesAndPipelines() {
        #expect(Self.calls.count > 6)
    }

    @Test(arguments: calls)
    func parsesAsTheProgramDoes(_ arguments: [String]) throws {
        let command = try #require(ParsedCommands.ofItsOwn(arguments))
        #expect(Self.text(of: command) == Self.text(of: try FlowdriftCommand.parseAsRoot(arguments)))
    }

    @Test func parsesForAStandInAsTheProgramDoes() throws {
        let arguments = ["snapshot", "--host", "http://127.0.0.1:40123", "--environment", "test"]
        let command = try #require(try ParsedCommands.onStandIn(arguments))
        #expect(Self.text(of: command) == Self.text(of: try FlowdriftCommand.parseAsRoot(arguments)))
    }

    @Test(arguments: [["check", "--help"], ["check", "--life"], ["check", "--version"], ["chekc"], []])
    func leavesToTheProgramWhatIsNoCommand(_ arguments: [String]) {
        #expect(ParsedCommands.ofItsOwn(arguments) == nil)
    }

    private static func text(of command: Any) -> String {
        var text = ""
        dump(command, to: &text)
        return text
    }
}
