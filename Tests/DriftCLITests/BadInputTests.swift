import Foundation
import TestSupport
import Testing

/// Each kind of bad input gives the expected message, and never "in sync".
struct BadInputTests {
    /// A file that replaces the contract, and the expected message.
    struct BadContract: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var message: String
        var testDescription: String { name }
    }

    static let contracts = [
        BadContract(
            name: "empty",
            text: "",
            message:
                "specs/order-status.yaml: The file is empty; write a contract into the file, or restore the file from git"
        ),
        BadContract(
            name: "truncated",
            text: String(Project.contract.prefix(70)) + "\n  inputs: {",
            message: "error: specs/order-status.yaml:5:9: "
        ),
        BadContract(
            name: "unknown key",
            text: Project.contract.replacing("owner", with: "ownr"),
            message: "specs/order-status.yaml:3:1: Unknown key 'ownr' in a contract; did you mean 'owner'?"
        ),
        BadContract(
            name: "unknown type",
            text: Project.contract.replacing("boolean", with: "bool"),
            message: "specs/order-status.yaml:8:20: Unknown type 'bool'; did you mean 'boolean'?"
        ),
        BadContract(
            name: "declared twice",
            text: Project.contract.replacing("Flow.isUrgent: boolean", with: "Flow.ordernumber: string"),
            message:
                "specs/order-status.yaml:8:5: Input 'Flow.ordernumber' is listed twice, first as 'Flow.orderNumber' at line 7"
        ),
        BadContract(
            name: "the same key twice",
            text: Project.contract.replacing("Flow.isUrgent: boolean", with: "Flow.orderNumber: string"),
            message: "specs/order-status.yaml:8:5: "
        ),
        BadContract(
            name: "nothing in it",
            text: "flowdrift: 1\ncontract: order-status\nflow: workflow/Order Status\n",
            message: "specs/order-status.yaml:1:1: Contract 'order-status' has neither `launch` nor `triggers`"
        ),
        BadContract(
            name: "another format",
            text: Project.contract.replacing("flowdrift: 1", with: "flowdrift: 2"),
            message: "specs/order-status.yaml:1:12: Unknown format '2'; this version of flowdrift reads format 1"
        ),
        BadContract(
            name: "a tab",
            text: Project.contract.replacing("    Flow.isUrgent", with: "\tFlow.isUrgent"),
            message: "specs/order-status.yaml:8:1: "
        ),
    ]

    @Test(arguments: contracts)
    func saysWhatIsWrongWithAContract(_ bad: BadContract) async throws {
        let project = try await Project.inSync()
        try project.folder.write(bad.text, to: "specs/order-status.yaml")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains(bad.message), "\(run.errors)")
    }

    @Test func saysWhereTwoContractsShareAName() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract, to: "specs/second.yaml")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "specs/second.yaml:2:11: Contract 'order-status' has the same name as the contract at specs/order-status.yaml:2:11"
            )
        )
    }

    @Test func readsNoFolderPipeOrLockedFileAsAContract() async throws {
        let project = try await Project.inSync()
        try FileManager.default.createDirectory(
            atPath: project.folder.path + "/specs/a.yaml",
            withIntermediateDirectories: true
        )
        mkfifo(project.folder.path + "/specs/pipe.yaml", 0o644)
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors == "error: specs/pipe.yaml: Expected a file, found a pipe, a socket or a device\n")
    }

    @Test(arguments: [
        ["check"], ["check", "--from", "exports"], ["gate", "--environment", "prod"], ["waive"], ["init"],
        ["lint", "request.json"], ["contract", "Order Status"], ["diff", "prod", "exports"],
    ])
    func takesNoFolderThatCannotBeListedForAbsent(_ command: [String]) async throws {
        let project = try await Project.inSync()
        try project.folder.write("{}", to: "request.json")
        let path = project.folder.path + "/snapshots"
        try FileManager.default.removeItem(atPath: path)
        try project.folder.write("", to: "snapshots")
        let run = await CommandRun(command, in: project.folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors == "error: snapshots: Expected a folder, found a file\n")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        let again = await CommandRun(command, in: project.folder.path)
        #expect(again.status == 2)
        #expect(
            again.errors.contains(": Cannot list the path: too many levels of symbolic links\n"),
            "\(again.errors)"
        )
    }

    @Test(arguments: [
        ["plan", "plan.json", "--environment", "prod"], ["check", "--from", "exports", "--environment", "prod"],
        ["snapshot", "--from", "exports", "--environment", "prod", "--check"],
    ])
    func takesNoSnapshotsThatCannotBeListedForAbsent(_ command: [String]) async throws {
        let project = try await Project.inSync()
        try project.folder.write("{ \"format_version\": \"1.2\", \"resource_changes\": [] }", to: "plan.json")
        try FileManager.default.removeItem(atPath: project.folder.path + "/snapshots/prod")
        try project.folder.write("", to: "snapshots/prod")
        let run = await CommandRun(command, in: project.folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors == "error: snapshots/prod: Expected a folder, found a file\n")
    }

    @Test func followsALinkThatLeadsInACircleOnce() async throws {
        let project = try await Project.inSync()
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path + "/specs/again",
            withDestinationPath: ".."
        )
        let run = await project.run("check", "--contracts", "specs")
        #expect(run.status == 2)
        try FileManager.default.removeItem(atPath: project.folder.path + "/specs/again")
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.path + "/specs/again",
            withDestinationPath: "."
        )
        #expect(await project.run("check").status == 0)
    }

    @Test func escapesControlCharactersInNames() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "\"Flow.\\e[31mred\\a\"")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("Input 'Flow.\\u{1B}[31mred\\u{7}'"))
        #expect(!run.transcript.contains("\u{1B}"))
    }

    @Test(arguments: ["truncated.i3WorkFlow", "half.json", "list.json"])
    func saysWhatIsWrongWithAnExport(_ name: String) async throws {
        let project = try await Project.inSync()
        let texts = [
            "truncated.i3WorkFlow": "eyUyMm5hbWUlMjI6",
            "half.json": "{\"entities\": [{\"name\": \"A\",\n \"type\": ",
            "list.json": "{\"entities\": [{\"id\": \"x\", \"type\": \"WORKFLOW\", \"name\": \"\"}]}",
        ]
        let messages = [
            "truncated.i3WorkFlow": "exports/truncated.i3WorkFlow: The export's content is not valid JSON",
            "half.json": "exports/half.json:2:9: The file is not valid JSON: the text ends before the value of 'type'",
            "list.json": "exports/list.json: A flow has no name or no type (id x)",
        ]
        try project.folder.write(texts[name] ?? "", to: "exports/" + name)
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains(messages[name] ?? "?"), "\(run.errors)")
    }

    @Test func refusesSettingsThatDoNotExist() async throws {
        let run = try await Project.inSync().run("check", "--config", "other.yaml")
        #expect(run.status == 2)
        #expect(run.errors == "error: other.yaml: there is no such file; name the settings file with --config\n")
    }

    @Test(arguments: [
        ["check", "--environmnt", "prod"], ["chek"], [], ["check", "--set", "a=b"],
        ["snapshot", "--set", "a=b"],
        ["check", "--from", "exports", "--set", "nothing"], ["check", "--environment", "../x"],
        ["rules", "input-undeclred"],
    ])
    func callsAMisspelledCommandBadUsage(_ arguments: [String]) async throws {
        let project = try await Project.inSync()
        let run = await CommandRun(arguments, in: project.folder.path)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }
}
