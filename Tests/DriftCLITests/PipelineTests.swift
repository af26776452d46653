import Foundation
import TestSupport
import Testing

/// The pipelines in pages are complete, and call the program correctly.
struct PipelineTests {
    @Test(arguments: Pipeline.pages, Pipeline.tools)
    func showsOneForEachUseAndTool(_ page: String, _ tool: String) throws {
        let pipelines = try Pipeline.all().filter { $0.page == page && $0.tool == tool }
        #expect(pipelines.count == 1)
        #expect(pipelines.allSatisfy { !$0.commands.isEmpty })
    }

    @Test(arguments: try Pipeline.all())
    func callsTheProgramAsItIs(_ pipeline: Pipeline) async throws {
        let folder = try TemporaryFolder()
        for command in pipeline.commands {
            let run = await CommandRun(command, in: folder.path)
            #expect(run.status != 64, "\(command): \(run.errors)")
        }
    }

    @Test func refusesACallThatTheProgramDoesNotKnow() async throws {
        let text = "script:\n  - >\n    flowdrift check\n    --life\n"
        let commands = Pipeline(page: "page", tool: "GitLab CI", text: text).commands
        #expect(commands == [["check", "--life"]])
        #expect(await CommandRun(commands[0], in: try TemporaryFolder().path).status == 64)
    }
}

/// External tools verify the pipelines: the schemas of their vendors, a parser for Groovy, and bash.
@Suite(
    .enabled("Python, or a package of Tests/Pipelines/requirements.txt, is missing") { await JudgedPipelines.isReady }
)
struct JudgedPipelineTests {
    @Test func keepToWhatTheirToolsPublish() async throws {
        let outcome = try await Program.run(["Tests/Pipelines/judge"])
        #expect(outcome.status == 0, "\(outcome.said)")
        for judged in ["as vendor.github-workflows says", "as vendor.gitlab-ci says", "Jenkinsfiles read as Groovy"] {
            #expect(outcome.said.contains(judged), "\(outcome.said)")
        }
    }

    @Test(arguments: [
        ("runs-on: ubuntu-latest", "runs-at: ubuntu-latest"), ("    when: always", "    when: [always, never]"),
        ("      steps {", "      step {"), ("stage('Plan') {", "stage('Plan' {"),
        ("terraform init -input=false\n          terraform", "terraform init 'input\n          terraform"),
    ])
    func areRefusedWhereTheyDoNot(_ old: String, _ new: String) async throws {
        let file = Folders.package.appending(path: "docs/plan.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        try #require(page.contains(old))
        let folder = try TemporaryFolder()
        try folder.write(page.replacing(old, with: new), to: "plan.md")
        #expect(try await Program.run(["Tests/Pipelines/judge", folder.path + "/plan.md"]).status != 0)
    }
}

private enum JudgedPipelines {
    static var isReady: Bool {
        get async {
            let outcome = try? await Program.run(["Tests/Pipelines/judge", "--ready"])
            if outcome?.status == 0 { return true }
            let reason = "tests that judge pipelines are skipped: \(outcome?.said ?? "no shell")\n"
            FileHandle.standardError.write(Data(reason.utf8))
            return false
        }
    }
}

/// A pipeline in a page.
struct Pipeline: Sendable, CustomTestStringConvertible {
    /// The page's name: `gate`.
    let page: String

    /// The CI tool that runs it: `GitLab CI`.
    let tool: String

    let text: String

    var testDescription: String { "\(page): \(tool)" }

    /// The pages with pipelines, and the CI tools that each page covers.
    static let (pages, tools) = (["nightly", "gate", "plan"], ["GitHub Actions", "GitLab CI", "Jenkins"])

    static func all() throws -> [Pipeline] {
        let head = "\n(\(tools.joined(separator: "|"))), `[^`]+`:\n\n```(?:yaml|groovy)\n((?:.|\n)*?)```\n"
        let blocks = try Regex(head, as: (Substring, Substring, Substring).self)
        return try pages.flatMap { page in
            let file = Folders.package.appending(path: "docs/\(page).md")
            let text = try String(contentsOf: file, encoding: .utf8)
            return text.matches(of: blocks).map { block in
                Pipeline(page: page, tool: String(block.output.1), text: String(block.output.2))
            }
        }
    }

    /// The words after `flowdrift` in each call; `v1` replaces what the tool or the shell would fill in.
    var commands: [[String]] {
        var lines: [String] = []
        var continues = false
        for line in text.split(separator: "\n") {
            let line = String(line.trimmingPrefix(/[ ]*(?:- )?/)).replacing(/\$\{\{.*?\}\}|\$\w+/, with: "v1")
            // A command continues after such a line end, and in a folded text if the next line begins with an option.
            if continues || line.hasPrefix("--") && !lines.isEmpty {
                lines[lines.count - 1] += " " + line
            } else {
                lines.append(line)
            }
            continues = line.hasSuffix("\\")
        }
        return lines.compactMap { line in
            guard let call = line.firstMatch(of: /(?:^|'|run: )flowdrift (.*)$/) else { return nil }
            let words = call.1.replacing("'''", with: "").replacing("\"", with: "").replacing("\\", with: "")
            return words.split(separator: " ").map(String.init)
        }
    }
}
