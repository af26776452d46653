import Foundation
import TestSupport
import Testing

/// `flowdrift scan` finds launches, launches that no contract covers, and names of inputs that no flow declares.
struct ScanCommandTests {
    private static let id = "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10"

    private static func source(_ name: String = "Flow.orderNumber", flow: String = "\"\(id)\"") -> String {
        """
        import requests

        def ask(order):
            body = {"flowId": \(flow), "inputData": {"\(name)": order, "Flow.isUrgent": True}}
            return requests.post("https://api.mypurecloud.ie/api/v2/flows/executions", json=body)

        """
    }

    /// A repository with a contract of 'Order Status', whose id the snapshots know, and a source that starts it.
    private static func project(_ text: String = source(), file: String = "src/ask.py") async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status-WORKFLOW-\(id).yaml")
        try project.folder.write(Project.contract, to: "specs/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0, "\(run.transcript)")
        try project.folder.write(text, to: file)
        return project
    }

    @Test func listsEachLaunchWithItsContract() async throws {
        let project = try await Self.project()
        let run = await project.run("scan", "src")
        #expect(
            run.output == """
                src/ask.py:5:26: Python: workflow/Order Status (order-status)
                    in the body: Flow.orderNumber, Flow.isUrgent

                scanned: 1 file; 1 launch in 1 file
                in sync: no findings

                """
        )
        #expect(run.status == 0 && run.errors == "", "\(run.transcript)")
    }

    @Test func namesTheInputThatWasMeant() async throws {
        let project = try await Self.project(Self.source("Flow.orderNumbr"))
        let run = await project.run("scan", "src", "--fail-on", "warning")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "src/ask.py:4:78: warning: The code mentions input 'Flow.orderNumbr', but no flow declares it; "
                    + "did you mean 'Flow.orderNumber'? [code-name-unknown]"
            ),
            "\(run.transcript)"
        )
    }

    @Test func saysWhichFlowHasNoContract() async throws {
        let project = try await Self.project()
        try project.folder.remove("specs/order-status.yaml")
        let run = await project.run("scan", "src")
        #expect(run.status == 0)
        #expect(
            run.output.contains(
                "The code starts 'workflow/Order Status', but no contract covers the flow [code-launch-uncovered]"
            ),
            "\(run.transcript)"
        )
    }

    @Test func writesAFirstContract() async throws {
        let project = try await Self.project(Self.source("Flow.orderNumbr"))
        try project.folder.remove("specs/order-status.yaml")
        let run = await project.run("scan", "src", "--write-contracts")
        #expect(run.errors.contains("specs/order-status.yaml: written, from src/ask.py\n"), "\(run.transcript)")
        #expect(
            project.folder.read("specs/order-status.yaml") == """
                # The inputs of this flow that the code mentions. Write `always` if every launch sends an input, and list the
                # outputs that the code reads.
                # Made from src/ask.py; from here on it is yours to edit.
                flowdrift: 1
                contract: order-status
                # owner: team-name    # who is responsible for the code; reports print it
                flow: workflow/Order Status
                launch:
                  inputs:
                    # src/ask.py:4:78 mentions Flow.orderNumbr, which is not an input of the flow.
                    # Mentioned at src/ask.py:4:104.
                    Flow.isUrgent: { type: boolean, sent: sometimes }
                    # Not mentioned: Flow.orderNumber. Needed: the flow reads it, and it has no default.
                code:
                  - ../src/ask.py

                """
        )
        let again = await project.run("scan", "src", "--write-contracts")
        #expect(again.errors.contains("no contract was written"), "\(again.transcript)")
        // The contract names its source, so `check` compares it from now on.
        let check = await project.run("check")
        #expect(check.output.contains("[code-input-undeclared]"), "\(check.transcript)")
        #expect(check.output.contains("code: 1 of 1 contract compared (1 mentioned)"), "\(check.transcript)")
    }

    @Test func writesNoContractOfAnUnknownFlow() async throws {
        let project = try await Self.project(Self.source(flow: "FLOW"))
        try project.folder.remove("specs/order-status.yaml")
        let run = await project.run("scan", "src", "--write-contracts")
        #expect(run.output.contains("Python: flow unknown: "), "\(run.transcript)")
        #expect(run.status == 0 && project.folder.read("specs/order-status.yaml") == nil)
    }

    @Test func givesALaunchOfAnUnknownFlowToTheContractThatNamesItsFile() async throws {
        let project = try await Self.project(Self.source(flow: "FLOW"))
        try project.folder.write(Project.contract + "code: [ ../src/** ]\n", to: "specs/order-status.yaml")
        let run = await project.run("scan", "src")
        #expect(run.output.contains(" (order-status)\n"), "\(run.transcript)")
        #expect(run.output.contains("scanned: 1 file; 1 launch in 1 file\n"), "\(run.transcript)")
    }

    @Test func givesNoContractALaunchOfAnUnknownFlowBesidesAKnownOne() async throws {
        let both = Self.source() + Self.source("Flow.other", flow: "FLOW").replacing("def ask", with: "def other")
        let project = try await Self.project(both)
        try project.folder.write(Project.contract + "code: [ ../src/** ]\n", to: "specs/order-status.yaml")
        let run = await project.run("scan", "src")
        #expect(run.output.contains("src/ask.py:10:26: Python: flow unknown: "), "\(run.transcript)")
        let check = await project.run("check", "--environment", "prod")
        #expect(!check.output.contains("Flow.other"), "\(check.transcript)")
    }

    @Test func findsTheFlowByTheNameThatGivesItsID() async throws {
        let project = try await Self.project(Self.source(flow: "find(NAME)") + "NAME = \"Order Status\"\n")
        let run = await project.run("scan", "src")
        #expect(run.output.contains("Python: workflow/Order Status (order-status)"), "\(run.transcript)")
    }

    @Test func limitsTheClaimWhereAFlowIsUnknown() async throws {
        let project = try await Self.project(Self.source(flow: "FLOW"))
        let run = await project.run("scan", "src")
        #expect(run.output.hasSuffix("\nin sync for what could be checked: no findings\n"), "\(run.transcript)")
        #expect(run.status == 0)
        let strict = await project.run("scan", "src", "--strict")
        #expect(
            strict.output.hasSuffix("\ncould not check: 1 unknown result, and this run allows none\n"),
            "\(strict.transcript)"
        )
        #expect(strict.status == 2)
    }

    @Test func takesNoStringThatIsOnlyNearForTheFlow() async throws {
        let text = Self.source(flow: "FLOW").replacing("    return", with: "    print(\"Order Status\")\n    return")
        let project = try await Self.project(text)
        let run = await project.run("scan", "src")
        #expect(run.output.contains("Python: flow unknown: "), "\(run.transcript)")
    }

    @Test func skipsWhatPeopleDidNotWriteAndCountsIt() async throws {
        let project = try await Self.project()
        let folder = project.folder
        try folder.write(Self.source(), to: "src/node_modules/x/a.py")
        try folder.write("// @generated\nfetch('/api/v2/flows/executions')\n", to: "src/made.js")
        try folder.write("fetch('/api/v2/flows/executions');" + String(repeating: "a", count: 11_000), to: "src/min.js")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/src/link.py",
            withDestinationPath: "/etc/hostname"
        )
        let run = await project.run("scan", "src")
        #expect(
            run.output.contains("scanned: 1 file; 1 launch in 1 file; skipped: 2 generated, 1 linked, 1 minified\n"),
            "\(run.transcript)"
        )
    }

    @Test func followsNoLinkWithoutGit() async throws {
        let project = try await Self.project()
        for (name, target) in [("out", "/etc"), ("again", "."), ("nowhere", "missing")] {
            try FileManager.default.createSymbolicLink(
                atPath: project.folder.path + "/src/" + name,
                withDestinationPath: target
            )
        }
        let run = await project.run("scan", "src")
        #expect(run.output.contains("scanned: 1 file; 1 launch in 1 file; skipped: 3 linked\n"), "\(run.transcript)")
        #expect(run.status == 0)
    }

    @Test func scansWhatGitDoesNotIgnore() async throws {
        let project = try await Self.project()
        try project.folder.write("ignored/\n", to: ".gitignore")
        try project.folder.write(Self.source(), to: "ignored/other.py")
        _ = try GitRepository(project.folder.path)
        let run = await project.run("scan")
        #expect(run.output.contains("1 launch in 1 file"), "\(run.transcript)")
        #expect(!run.output.contains("ignored"))
    }

    @Test func couldNotCheckWhereNothingWasScanned() async throws {
        let project = try await Self.project()
        try FileManager.default.createDirectory(
            atPath: project.folder.path + "/empty",
            withIntermediateDirectories: true
        )
        let run = await project.run("scan", "empty")
        #expect(run.status == 2, "\(run.transcript)")
        let nothing = "scanned: 0 files; no launch\ncould not check: no file was scanned\n"
        #expect(run.output == nothing, "\(run.transcript)")
        let missing = await project.run("scan", "nowhere")
        #expect(missing.status == 2)
        #expect(
            missing.errors.contains("nowhere: There is no such file or folder; correct the path"),
            "\(missing.transcript)"
        )
    }

    @Test func worksBeforeTheFirstSnapshot() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.source(), to: "ask.py")
        let run = await CommandRun("scan", in: folder)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("notice: there are no snapshots, so names of inputs are not compared with flows\n"))
        #expect(run.output.contains("Python: flow \(Self.id)\n"), "\(run.transcript)")
    }

    @Test func listsTheLaunchesForPrograms() async throws {
        let project = try await Self.project()
        let run = await project.run("scan", "src", "--report", "json")
        struct Report: Decodable {
            struct Launch: Decodable, Equatable {
                struct Input: Decodable, Equatable {
                    var name: String
                    var line: Int
                    var column: Int
                    var certainty: String
                }

                var file: String
                var line: Int
                var column: Int
                var language: String
                var flow: String?
                var inputs: [Input]
                var mayMentionMore: Bool
                var contract: String?
            }

            var launches: [Launch]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        #expect(
            report.launches == [
                Report.Launch(
                    file: "src/ask.py",
                    line: 5,
                    column: 26,
                    language: "Python",
                    flow: "workflow/Order Status",
                    inputs: [
                        Report.Launch.Input(name: "Flow.orderNumber", line: 4, column: 78, certainty: "body"),
                        Report.Launch.Input(name: "Flow.isUrgent", line: 4, column: 105, certainty: "body"),
                    ],
                    mayMentionMore: false,
                    contract: "order-status"
                )
            ]
        )
    }
}
