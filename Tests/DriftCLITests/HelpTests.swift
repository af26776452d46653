import ArgumentParser
import Foundation
import GenesysStub
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI

/// The commands in `--help` can be typed as shown.
struct HelpTests {
    @Test(arguments: HelpPage.all)
    func showsAnExampleAndWhatTheStatusMeans(_ page: HelpPage) async throws {
        #expect(!page.examples.isEmpty)
        #expect(page.text.contains("Exit status:"))
        // An indented line is printed as it is, and the terminal would wrap it at its edge.
        let long = page.text.split(separator: "\n").filter {
            $0.hasPrefix("  ") && $0.count > ($0.hasPrefix("  flowdrift") ? 100 : 79)
        }
        #expect(long == [])
        let name = page.name == "flowdrift" ? [] : [page.name]
        let run = await CommandRun(name + ["--help"], in: try TemporaryFolder().path)
        #expect(run.status == 0)
        for example in page.examples { #expect(run.output.contains(example.command.prefix(40)), "\(example)") }
    }

    @Test(arguments: HelpPage.all.flatMap(\.examples))
    func showsOnlyExamplesThatRun(_ example: HelpPage.Example) async throws {
        let folder = try await HelpPage.repository()
        let org = StubOrg(flows: [.orderStatus(), .workflow("Callback Request")])
        let run = try await LiveProject.serving(org, in: folder) { project in
            let words = try await example.words(for: project)
            let isEndless = words.first == "stub" && !words.contains("--run")
            return isEndless ? try await Self.stopped(words, in: folder) : await Self.run(words, in: folder)
        }
        #expect(run.status == 0 || run.status == 1, "\(run.transcript)")
        #expect(!run.errors.contains("error:"), "\(run.errors)")
    }

    private static func run(_ words: [String], in folder: TemporaryFolder) async -> CommandRun {
        guard let sign = words.firstIndex(of: "<") else {
            return await CommandRun(words, in: folder.path, variables: LiveProject.client)
        }
        let input = folder.read(words[sign + 1]) ?? ""
        return await CommandRun(Array(words[..<sign]), in: folder.path, input: input)
    }

    /// Runs a stub server that is stopped after its first output: that it serves, or why not.
    private static func stopped(_ words: [String], in folder: TemporaryFolder) async throws -> CommandRun {
        let (said, saying) = AsyncStream.makeStream(of: String.self)
        let context = Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { saying.yield($0) }
        )
        let task = Task { await DriftCLI.run(words, in: context) }
        var errors = ""
        for await text in said {
            errors = text
            break
        }
        task.cancel()
        return CommandRun(output: "", errors: errors, status: await task.value)
    }
}

/// The `--help` text of a command, or of the program.
struct HelpPage: Sendable, CustomTestStringConvertible {
    let name: String

    /// The text without the options.
    let text: String

    var testDescription: String { name }

    /// The page of the program, and those of all commands.
    static var all: [HelpPage] {
        let configuration = FlowdriftCommand.configuration
        return [HelpPage(name: "flowdrift", text: configuration.discussion)]
            + configuration.subcommands.map { command in
                HelpPage(name: command.configuration.commandName ?? "", text: command.configuration.discussion)
            }
    }

    var examples: [Example] {
        text.split(separator: "\n").filter { $0.hasPrefix("  flowdrift ") }.map { line in
            let command = line.dropFirst(2)
            return Example(command: String(command.ranges(of: "  ").first.map { command[..<$0.lowerBound] } ?? command))
        }
    }

    /// A command as a page shows it.
    struct Example: Sendable, CustomTestStringConvertible {
        let command: String

        var testDescription: String { command }

        /// The words after the program's name, with the values that depend on the org filled in.
        func words(for project: LiveProject) async throws -> [String] {
            var words = Self.split(command).dropFirst().map {
                $0.replacing("http://127.0.0.1:8085", with: project.host)
            }
            if let port = words.firstIndex(of: "8085") { words[port] = "0" }
            // Not every machine has the commands that a page runs.
            if let end = words.firstIndex(of: "--") { words[(end + 1)...] = ["true"] }
            if words.first == "waive", words.count > 1, !words[1].hasPrefix("--") {
                words[1] = try await HelpPage.fingerprint(project)
            }
            let isOfExports = words.contains("--from") || words.contains("--host")
            let isLive = words.contains("--live") || words.contains("live") || words.first == "doctor"
            return isLive || words.first == "snapshot" && !isOfExports ? words + ["--host", project.host] : words
        }

        /// The words of a command line; a quoted text is one word.
        private static func split(_ line: String) -> [String] {
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
                number.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
            }
        }
    }

    /// A repository with everything that the examples name: two environments, exports, a drifted contract, releases.
    static func repository() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(atPath: await original.value.path, toPath: folder.path)
        return folder
    }

    /// The repository that is copied for each example, because git takes longer than most examples.
    private static let original = Task { try await makeRepository() }

    private static func makeRepository() async throws -> TemporaryFolder {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        let other = Project.export.replacing("Order Status", with: "Callback Request")
            .replacing("Flow.orderNumber", with: "Flow.callerNumber")
        try project.folder.write(other, to: "exports/callback-request.yaml")
        let drifting = Project.contract.replacing("Flow.isUrgent: boolean", with: "Flow.isUrgent: string")
        try project.folder.write(drifting, to: "specs/order-status.yaml")
        for environment in ["test", "prod"] {
            let run = await project.run("snapshot", "--from", "exports", "--environment", environment)
            try #require(run.status == 0)
        }
        for folder in ["infra", "infrastructure"] {
            try project.folder.write(Project.export, to: folder + "/order-status.yaml")
        }
        try project.folder.write(plan, to: "plan.json")
        let launch = #"{"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}}"#
        try project.folder.write(launch + "\n", to: "launches.ndjson")
        for file in ["request.json", "body.json"] { try project.folder.write(body, to: file) }
        let curl = "curl -X POST https://api.mypurecloud.ie/api/v2/flows/executions -H \"Authorization: Bearer $TOKEN\""
        let request = curl + " -H \"Content-Type: application/json\" -d '\(body)'\n"
        try project.folder.write(request, to: "request.sh")
        try project.folder.write(
            #"{"message": "It is wrong", "code": "bad.request", "status": 400}"#,
            to: "answer.json"
        )
        #expect(await project.run("check", "--report", "json=report.json").status == 1)
        let git = try GitRepository(project.folder.path)
        try git.commit("Promise what the shop sends")
        for tag in ["v1.4.0", "v1.5.0"] { try git.git("tag", tag) }
        return project.folder
    }

    private static let body = #"""
        {"flowId": "a1b2c3d4-e5f6-4890-abcd-ef1234567890", "inputData": {"Flow.orderNumber": "1024"}}
        """#

    /// A plan after which there is one flow, as `terraform show -json` writes it, with most of it left out.
    private static let plan = """
        {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
          {"address": "genesyscloud_flow.orders", "mode": "managed", "type": "genesyscloud_flow", "name": "orders",
           "values": {"filepath": "order-status.yaml"}}]}},
         "resource_changes": [
          {"address": "genesyscloud_flow.orders", "mode": "managed", "type": "genesyscloud_flow", "name": "orders",
           "change": {"actions": ["create"], "before": null, "after": {"filepath": "order-status.yaml"},
            "after_unknown": {"id": true}}}],
         "configuration": {"root_module": {"resources": [
          {"address": "genesyscloud_flow.orders", "mode": "managed", "type": "genesyscloud_flow", "name": "orders"}]}}}
        """

    /// The fingerprint of the finding there.
    private static func fingerprint(_ project: LiveProject) async throws -> String {
        let run = await CommandRun(["waive"], in: project.folder.path)
        return try #require(run.output.split(separator: " ").first.map(String.init))
    }
}
