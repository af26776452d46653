import DriftReports
import Foundation
import TestSupport
import Testing

@testable import DriftCLI

struct ReportOptionTests {
    private func drifted() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        return project
    }

    @Test func writesSeveralReportsOfOneRun() async throws {
        let project = try await drifted()
        let run = await project.run(
            "check",
            "--report",
            "sarif=out/drift.sarif",
            "--report",
            "junit=drift.xml",
            "--report",
            "text"
        )
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("checked: 1 contract, 2 of 2 inputs, 1 of 1 output\ndrift: 1 error\n"))
        #expect(project.folder.read("out/drift.sarif")?.contains("\"uri\" : \"specs/order-status.yaml\"") == true)
        #expect(project.folder.read("drift.xml")?.contains("failures=\"1\"") == true)
    }

    @Test(arguments: ReportFormat.allCases)
    func writesAFileAndTheVerdictToStandardError(_ format: ReportFormat) async throws {
        let project = try await drifted()
        let run = await project.run("check", "--report", "\(format.rawValue)=report")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors == "drift: 1 error\n")
        let file = try #require(project.folder.read("report"))
        let printed = await project.run("check", "--report", format.rawValue)
        #expect(file == printed.output)
    }

    @Test func colorsNoFile() async throws {
        let project = try await drifted()
        let run = await CommandRun(["check", "--report", "text=report.txt"], in: project.folder.path, isTerminal: true)
        #expect(run.output.isEmpty)
        #expect(project.folder.read("report.txt")?.contains("\u{1B}") == false)
    }

    @Test(arguments: [
        (["--report", "xml"], "'xml' is invalid"), (["--report", "sarif="], "'sarif=' is invalid"),
        (["--report", ""], "'' is invalid"),
        (["--report", "text", "--report", "json"], "Only one report can go to standard output"),
        (["--report", "sarif=a", "--report", "junit=a"], "Two reports can't go to the same file, 'a'"),
    ])
    func refusesWhatItCannotMean(_ arguments: [String], _ message: String) async throws {
        let run = await CommandRun(["check"] + arguments, in: try TemporaryFolder().path)
        #expect(run.status == 64)
        #expect(run.errors.contains(message))
    }

    /// The built program, because only a process knows its own words.
    @Test func saysInReportsWhichRunTheyAreOf() async throws {
        let project = try await Project.inSync()
        try GitRepository(project.folder.path).commit("all")
        let words = ["check", "--report", "json=out.json", "--report", "html=it's.html", "--report", "markdown=out.md"]
        let run = try await BuiltProgram.run([BuiltProgram.path] + words, in: project.folder)
        #expect(run.status == 0, "\(run.output)")
        let json = project.folder.read("out.json") ?? ""
        #expect(json.contains("\"environments\" : [\n      \"prod\"\n    ]"), "\(json)")
        #expect(json.contains("flowdrift check --report json=out.json --report 'html=it'\\\\''s.html'"), "\(json)")
        #expect(project.folder.read("it's.html")?.contains("<p class=\"run\">flowdrift ") == true)
        #expect(project.folder.read("out.md")?.contains("<sub>flowdrift ") == true)
        #expect(json.contains("\"commit\" : \""))
    }

    @Test func listsTheFormatsWhereOneIsUnknown() async throws {
        let help = await CommandRun(["help", "check"], in: try TemporaryFolder().path)
        for format in ReportFormat.allCases { #expect(help.output.contains(format.rawValue)) }
    }

    @Test func namesAReportThatCannotBeWritten() async throws {
        let project = try await Project.inSync()
        try project.folder.write("", to: "taken/file")
        let run = await project.run("check", "--report", "sarif=taken", "--report", "junit=ok.xml")
        #expect(run.status == 2)
        #expect(
            run.errors == "error: taken: Cannot write the file: expected a file, found a folder\nin sync: no findings\n"
        )
        #expect(project.folder.read("ok.xml") != nil)
    }

    @Test func isDriftEvenWhereAReportCannotBeWritten() async throws {
        let project = try await drifted()
        let run = await project.run("check", "--report", "sarif=specs/order-status.yaml/drift.sarif")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("error: specs/order-status.yaml/drift.sarif: Cannot make the folder of the file"))
    }

    /// It would be a surprise if a link such as `/dev/stdout` were replaced by a file.
    @Test func replacesNoLink() async throws {
        let project = try await Project.inSync()
        try project.folder.write("kept", to: "target")
        let link = project.folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
        let run = await project.run("check", "--report", "text=link")
        #expect(run.status == 2)
        #expect(
            run.errors.contains("error: link: Cannot write the file: expected a file, found a link, a pipe or a device")
        )
        #expect(project.folder.read("target") == "kept")
    }

    @Test func leavesNothingBesideTheReport() async throws {
        let project = try await Project.inSync()
        _ = await project.run("check", "--report", "json=out/report.json")
        #expect(try project.folder.tree().keys.filter { $0.hasPrefix("out/") } == ["out/report.json"])
    }

    /// A job reads the file that it finds, and a report from the run before would look like this run's.
    @Test(arguments: ReportFormat.allCases)
    func writesAReportEvenWhereTheSettingsCannotBeRead(_ format: ReportFormat) async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: [", to: "flowdrift.yaml")
        let run = await project.run("check", "--report", "\(format.rawValue)=report")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("error: flowdrift.yaml:1:13: "))
        #expect(
            project.folder.read("report")?.contains(format == .text ? "could not check: 1 problem" : "flowdrift.yaml")
                == true
        )
    }

    @Test(arguments: [["check"], ["gate", "--environment", "prod"]])
    func putsWhatEndedTheRunIntoTheReport(_ command: [String]) async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nfail-on: sometimes\n", to: "flowdrift.yaml")
        let run = await CommandRun(command + ["--report", "json"], in: project.folder.path)
        #expect(run.status == 2)
        let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary)
        #expect(report["status"] as? String == "could-not-check")
        #expect(report["complete"] as? Bool == false)
        #expect(run.output.contains("\"file\" : \"flowdrift.yaml\""))
        #expect(run.errors.hasPrefix("error: flowdrift.yaml:2:10: "))
    }

    @Test func saysOnceWhatEndedTheRun() async throws {
        let project = try await Project.inSync()
        let run = await project.run("check", "--owner", "nobody", "--report", "json")
        #expect(run.status == 2)
        #expect(
            run.errors == "error: no contract is owned by 'nobody'; name one of these: team-orders\n"
                + "could not check: 1 problem to fix first\n"
        )
        #expect(run.output.contains("no contract is owned by 'nobody'"))
    }

    @Test func writesNoReportOfACallThatItDoesNotKnow() async throws {
        let run = await CommandRun(["check", "--report", "json", "--nonsense"], in: try TemporaryFolder().path)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }

    @Test func addsToTheSummaryOfAJob() async throws {
        let project = try await drifted()
        try project.folder.write("# Before\n", to: "summary.md")
        let run = await CommandRun(
            ["check", "--report", "github"],
            in: project.folder.path,
            variables: ["GITHUB_STEP_SUMMARY": project.folder.path + "/summary.md"]
        )
        #expect(run.output.hasPrefix("::error file=specs/order-status.yaml,line=8,col=20,title=input-type-changed"))
        let summary = try #require(project.folder.read("summary.md"))
        let mark = "<!-- flowdrift run=0 attempt=0 status=1 -->\n"
        #expect(summary.hasPrefix("# Before\n\(mark)## flowdrift\n\n**Drift: 1 error.**"))
    }

    @Test func addsNoHalfSummaryWhereThereIsNoRoom() async throws {
        let project = try await Project.inSync()
        let before = "# Before\n" + String(repeating: "A step that ran earlier wrote this line.\n", count: 398)
        try project.folder.write(before, to: "summary.md")
        // No file may grow beyond 16 KiB, so the disk is full in the middle of what is added.
        let limited = "(trap '' XFSZ; ulimit -f 16; flowdrift check --report github) 2>&1 | cat"
        let run = try await BuiltProgram.run(
            ["env", "GITHUB_STEP_SUMMARY=summary.md", "bash", "-c", "set -o pipefail; " + limited],
            in: project.folder
        )
        #expect(run.status == 2, "\(run.output)")
        #expect(run.output.contains("error: summary.md: Cannot write the file: file too large\n"))
        #expect(project.folder.read("summary.md") == before)
    }

    @Test func addsNoSummaryInOtherFormats() async throws {
        let project = try await drifted()
        _ = await CommandRun(
            ["check", "--report", "markdown"],
            in: project.folder.path,
            variables: ["GITHUB_STEP_SUMMARY": project.folder.path + "/summary.md"]
        )
        #expect(project.folder.read("summary.md") == nil)
    }

    @Test func namesASummaryThatCannotBeWritten() async throws {
        let project = try await Project.inSync()
        let run = await CommandRun(
            ["check", "--report", "github=out.txt"],
            in: project.folder.path,
            variables: ["GITHUB_STEP_SUMMARY": project.folder.path + "/specs"]
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("/specs: Cannot write the file: is a directory"))
        #expect(project.folder.read("out.txt") != nil)
    }

    @Test func showsAContractWhoseFlowCannotBeReadAsNotRead() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: [", to: "snapshots/prod/workflow/order-status.yaml")
        let run = await project.run("check", "--report", "junit")
        #expect(run.status == 2)
        #expect(
            run.output.contains("<testcase classname=\"flowdrift.prod\" name=\"order-status: workflow/Order Status\"")
        )
        #expect(run.output.contains("tests=\"2\" failures=\"0\" errors=\"2\""))
    }

    @Test func showsNoSecretOfTheCommand() {
        let words = ["check", "--set", "token=s3cret", "--set=a=b", "--host", "https://ada:pw@api.example.org/x"]
        #expect(
            ReportArguments.shown(words)
                == ["check", "--set", "token=…", "--set=a=…", "--host", "https://…@api.example.org/x"]
        )
    }
}
