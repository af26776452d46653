import ArgumentParser
import Foundation
import GenesysStub
import Synchronization
import TestSupport
import Testing

@testable import DriftCLI

/// What `--help` says can be typed as it stands.
struct HelpTests {
    @Test(arguments: HelpPage.all)
    func showsAnExampleAndWhatTheStatusMeans(_ page: HelpPage) async throws {
        #expect(!page.examples.isEmpty)
        #expect(page.text.contains("Exit status:"))
        // A line that stands further in is a line of its own, and would be broken at the terminal's edge.
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
            return words.first == "stub" ? try await Self.stopped(words, in: folder) : await Self.run(words, in: folder)
        }
        #expect(run.status == 0 || run.status == 1, "\(run.transcript)")
        #expect(!run.errors.contains("error:"), "\(run.errors)")
    }

    private static func run(_ words: [String], in folder: TemporaryFolder) async -> CommandRun {
        await CommandRun(words, in: folder.path, variables: LiveProject.client)
    }

    /// A stand-in that is stopped once it says something: that it serves, or why not.
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

/// What `--help` says of a command, or of the program.
struct HelpPage: Sendable, CustomTestStringConvertible {
    /// The command's name.
    let name: String

    /// What is said beside its options.
    let text: String

    var testDescription: String { name }

    /// The program's page and that of each command.
    static var all: [HelpPage] {
        let configuration = FlowdriftCommand.configuration
        return [HelpPage(name: "flowdrift", text: configuration.discussion)]
            + configuration.subcommands.map { command in
                HelpPage(name: command.configuration.commandName ?? "", text: command.configuration.discussion)
            }
    }

    /// The commands that the page shows.
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

        /// The words behind the program's name, what differs from org to org put in.
        func words(for project: LiveProject) async throws -> [String] {
            var words = Self.split(command).dropFirst().map {
                $0.replacing("http://127.0.0.1:8085", with: project.host)
            }
            if let port = words.firstIndex(of: "8085") { words[port] = "0" }
            if words.first == "waive", words.count > 1 { words[1] = try await HelpPage.fingerprint(project) }
            let isOfExports = words.contains("--from") || words.contains("--host")
            let isLive = words.contains("--live") || words.contains("live") || words.first == "doctor"
            return isLive || words.first == "snapshot" && !isOfExports ? words + ["--host", project.host] : words
        }

        /// The words of a command line; those in quotes are one.
        private static func split(_ line: String) -> [String] {
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
                number.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
            }
        }
    }

    /// A repository where every example has what it names: two environments, exports, a contract that drifts, releases.
    static func repository() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(atPath: await original.value.path, toPath: folder.path)
        return folder
    }

    /// The repository that each example gets a copy of: git takes longer than most examples.
    private static let original = Task { try await makeRepository() }

    private static func makeRepository() async throws -> TemporaryFolder {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        let other = Project.export.replacing("Order Status", with: "Callback Request")
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
        let git = try GitRepository(project.folder.path)
        try git.commit("Promise what the shop sends")
        for tag in ["v1.4.0", "v1.5.0"] { try git.git("tag", tag) }
        return project.folder
    }

    /// A plan that leaves one flow, as `terraform show -json` tells it, with most of it left out.
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

    /// The fingerprint of what drifts there.
    private static func fingerprint(_ project: LiveProject) async throws -> String {
        let run = await CommandRun(["waive"], in: project.folder.path)
        return try #require(run.output.split(separator: " ").first.map(String.init))
    }
}
