import DriftEngine
import Foundation
import ArgumentParser
import DriftCore
import TestSupport
import Testing

@testable import DriftCLI

/// A command examines everything that was named, or says what it left out.
struct SelectionTests {
    private static let commands: [any ParsableCommand.Type] = FlowdriftCommand.configuration.subcommands

    @Test func refusesEveryOptionOfOneValueThatIsGivenTwice() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        for command in Self.commands {
            let name = try #require(command.configuration.commandName)
            for names in RepeatedOptions(of: command).names {
                for (first, second) in zip(names, names.dropFirst() + [names[0]]) {
                    // The values needn't be valid, because the repetition is rejected first.
                    let failure = #expect(throws: RunFailure.self) {
                        try RepeatedOptions.refuse(in: [name, first, "a", second + "=b"], of: command)
                    }
                    #expect(failure?.status == .badUsage)
                    #expect(failure?.description.contains(first) == true)
                    count += 1
                }
            }
        }
        #expect(count > 60)
        let run = await CommandRun(["check", "--config", "a.yaml", "--config", "b.yaml"], in: folder.path)
        #expect(run.status == 64)
        #expect(run.errors == "error: --config: given twice, but only one value is allowed\n")
    }

    @Test func takesAnOptionOfSeveralValuesAgain() throws {
        for words in [["--environment", "a", "--environment", "b"], ["--contracts", "a", "--contracts", "b"]] {
            try RepeatedOptions.refuse(in: ["check"] + words, of: CheckCommand.self)
        }
        try RepeatedOptions.refuse(in: ["lint", "--", "--flow", "--flow"], of: LintCommand.self)
    }

    @Test func readsEveryFolderOfContractsThatIsNamed() async throws {
        let project = try await Project.inSync()
        let broken = Project.contract.replacing("order-status", with: "other").replacing("boolean", with: "string")
        try project.folder.write(broken, to: "more/other.yaml")
        let folders = ["more", "specs"]
        for (first, second) in [(folders[0], folders[1]), (folders[1], folders[0])] {
            let run = await project.run("check", "--contracts", first, "--contracts", second)
            #expect(run.status == 1)
            #expect(run.output.contains("2 contracts"), "\(run.output)")
        }
        let twice = await project.run("check", "--contracts", "specs", "--contracts", "./specs/order-status.yaml")
        #expect(twice.status == 0, "\(twice.transcript)")
        let none = await project.run("check", "--contracts", "specs", "--contracts", "nothing-here")
        #expect(none.status == 2)
        #expect(none.transcript.contains("nothing-here"), "\(none.transcript)")
    }

    @Test(arguments: [
        ["check"], ["gate"], ["waive"], ["diff", "prod", "prod"], ["contract", "workflow/Order Status"],
        ["lint", "request.json"],
    ])
    func refusesAnEnvironmentThatNobodyKnows(_ words: [String]) async throws {
        let project = try await Project.inSync()
        try project.folder.write("{}", to: "request.json")
        let run = await CommandRun(words + ["--environment", "prd"], in: project.folder.path)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains("there is no such environment; did you mean 'prod'?"), "\(run.errors)")
    }

    @Test func takesANewEnvironmentOfExports() async throws {
        let project = try await Project.inSync()
        let run = await project.run("check", "--from", "exports", "--environment", "prd")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func knowsTheEnvironmentsOfSettingsAndContracts() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nenvironments: { prod: , stage: }\n", to: "flowdrift.yaml")
        #expect(await project.run("check", "--environment", "stage").status == 2)
        try project.edit("specs/order-status.yaml", "launch:", "environments: { prod: , test: }\nlaunch:")
        #expect(await project.run("check", "--environment", "test").status == 2)
        #expect(await project.run("check", "--environment", "tset").status == 64)
    }

    @Test func saysWhichSnapshotsTheSettingsLeaveOut() async throws {
        let project = try await Project.inSync()
        _ = await project.run("snapshot", "--from", "exports", "--environment", "test")
        try project.folder.write("flowdrift: 1\nenvironments: { test: }\n", to: "flowdrift.yaml")
        let run = await project.run("check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("notice: flowdrift.yaml: `environments` does not list snapshots/prod"))
        #expect(!(await project.run("check", "--environment", "test").errors.contains("snapshots/prod")))
    }

    @Test func keepsANameOnOneLine() async throws {
        let project = try await Project.inSync()
        try project.folder.write("{}", to: "request.json")
        let name = "A\n::error::x"
        let runs = [await project.run("lint", "request.json", "--flow", name), await project.run("contract", name)]
        for run in runs {
            #expect(run.errors.contains("::error::x"), "\(run.transcript)")
            #expect(!run.errors.contains("\n::error"), "\(run.transcript)")
        }
    }

    @Test func saysWhichFilesLookLikeContracts() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract, to: "specs/a.yaml.bak")
        try project.folder.write("{\"flowdrift\": 1, \"contract\": \"b\"}", to: "specs/b.json")
        try project.folder.write(Project.contract, to: "specs/inner/c")
        try project.folder.write("{\"flowdrift\": 1}", to: "specs/d.json")
        try project.folder.write("# How\n\n    flowdrift: 1\n    contract: e\n", to: "specs/README.md")
        let run = await project.run("check")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "notice: specs/a.yaml.bak, specs/b.json, specs/inner/c: look like contracts, but aren't read, because "
                + "only files whose names end in .yaml or .yml are read; rename the files, or move the files to another "
                + "folder\n"
        )
    }

    @Test(arguments: [
        "specs/.order-status.yaml", "specs/.old/order-status.yaml", "specs/.old/deep/a.json", "specs/in/.a",
        "specs/.a.bak",
    ])
    func namesAHiddenContract(_ file: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract.replacing(": order-status", with: ": other"), to: file)
        try project.folder.write("swap", to: "specs/.order-status.yaml.swp")
        try project.folder.write(Project.contract, to: "specs/.git/a.yaml")
        let repository = try GitRepository(project.folder.path)
        try repository.commit("all", at: "2026-11-20T11:00:00Z")
        for words in [
            ["check"], ["gate", "--environment", "prod"],
            ["gate", "--environment", "prod", "--contracts-from", "git:HEAD"],
        ] {
            let run = await CommandRun(words, in: project.folder.path)
            let prefix = words.contains("git:HEAD") ? "HEAD:" : ""
            let text =
                "notice: \(prefix)\(file): looks like a contract, but isn't read, because files and folders whose names "
                + "begin with a dot are skipped; rename the file, or move the file to another folder\n"
            #expect(run.errors.contains(text), "\(words): \(run.errors)")
            #expect(run.status == 0, "\(run.transcript)")
        }
    }

    @Test func tellsAPageAboutContractsFromAContractNamedAsOne() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract, to: "specs/order.md")
        try project.folder.write("# How\n\n```yaml\n\(Project.contract)```\n", to: "specs/how.md")
        let run = await project.run("check")
        #expect(run.errors.hasPrefix("notice: specs/order.md: looks like a contract, but isn't read"), "\(run.errors)")
    }

    @Test func knowsAFolderInEverySpelling() async throws {
        let project = try await Project.inSync()
        let whole = project.folder.path
        for spelling in [".", "./", "./.", "./exports", "exports/", whole, whole + "/exports/", "exports/../exports"] {
            let run = await CommandRun(["diff", "prod", spelling], in: whole)
            #expect(run.status == 0, "\(spelling): \(run.transcript)")
        }
        for spelling in ["snapshots/prod", "./snapshots/prod/", whole + "/snapshots/prod", "specs/../snapshots/prod"] {
            let run = await CommandRun(["diff", spelling, "live"], in: whole)
            #expect(!run.transcript.contains("name the environment"), "\(spelling): \(run.transcript)")
        }
        try project.folder.write(Project.contract.replacing(": order-status", with: ": a"), to: "specs/in/a.yaml")
        for spelling in ["specs/in", "./specs/in", whole + "/specs/in", "specs/in/a.yaml", "./specs/in/a.yaml"] {
            let run = await CommandRun(["check", "--contracts", spelling, "--report", "json"], in: whole)
            #expect(run.output.contains("\"specs/in/a.yaml\"") || !run.output.contains("a.yaml"), "\(run.output)")
            #expect(run.status == 0, "\(run.transcript)")
        }
    }

    @Test func takesAnEmptyListingOfTriggersAtItsWord() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:", "triggers: [{ name: Ended }]\nlaunch:")
        let unknown = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(unknown.status == 0, "\(unknown.transcript)")
        try project.folder.write("{\"entities\": []}", to: "exports/triggers.json")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("[trigger-missing]"))
        let renamed = "{\"entities\": [], \"selfUri\": \"/api/v2/processautomation/triggers?pageSize=200\"}"
        try FileManager.default.removeItem(atPath: project.folder.path + "/exports/triggers.json")
        try project.folder.write(renamed, to: "exports/page.json")
        #expect(
            await project.run("check", "--from", "exports", "--environment", "prod").output.contains(
                "[trigger-missing]"
            )
        )
    }

    /// The result of each command if there is nothing to judge.
    @Test(arguments: [
        ["check"], ["check", "--from", "empty"], ["gate", "--environment", "prod"], ["waive"],
        ["plan", "empty.json", "--environment", "prod"], ["lint", "empty/readme.txt"], ["diff", "empty", "empty"],
        ["diff", "empty", "empty", "--contracts"], ["snapshot", "--from", "empty", "--environment", "prod"],
        ["snapshot", "--check", "--from", "empty", "--environment", "prod"], ["contract", "workflow/A"],
    ])
    func couldNotCheckWhereNothingIsJudged(_ words: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("nothing", to: "empty/readme.txt")
        try folder.write("{}", to: "empty.json")
        let run = await CommandRun(words, in: folder.path)
        #expect(run.status == 2, "\(run.transcript)")
    }

    @Test func isInSyncWithAPlanThatChangesNothing() async throws {
        let folder = try TemporaryFolder()
        let plan =
            "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.0\", \"complete\": true, \"resource_changes\": []}"
        try folder.write(plan, to: "plan.json")
        let run = await CommandRun(["plan", "plan.json", "--environment", "prod"], in: folder.path)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("the plan changes no flow and no trigger"))
    }
}
