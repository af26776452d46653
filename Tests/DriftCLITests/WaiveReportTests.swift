import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift waive --from-report` accepts findings without another check.
struct WaiveReportTests {
    private static let terms = ["--reason", "it: was replaced", "--owner", "team-orders", "--expires", "2026-12-31"]

    /// A repository with the snapshots of two orgs that have lost an input since, and the report on both.
    private func reported(_ body: (LiveProject) async throws -> Void) async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            for environment in ["test", "prod"] {
                let words = ["snapshot", "--environment", environment, "--host", live.host]
                #expect(await CommandRun(words, in: live.folder.path, variables: LiveProject.client).status == 0)
            }
            live.server.serve(.orders(.orderStatus(version: "2.0", inputs: ["Flow.orderNumber": "string"])))
            for environment in ["test", "prod"] {
                let words = [
                    "check", "--live", "--environment", environment, "--host", live.host, "--report",
                    "json=\(environment).json",
                ]
                #expect(await CommandRun(words, in: live.folder.path, variables: LiveProject.client).status == 1)
            }
            try await body(live)
        }
    }

    private func waive(_ live: LiveProject, _ words: String...) async -> CommandRun {
        await CommandRun(["waive"] + words, in: live.folder.path)
    }

    @Test func acceptsLiveFindingsOfSeveralEnvironments() async throws {
        try await reported { live in
            let list = await waive(live, "--from-report", "test.json")
            #expect(list.status == 0, "\(list.transcript)")
            let lines = list.output.split(separator: "\n")
            #expect(lines.map { $0.prefix(1) } == ["1", "2"])
            #expect(list.output.contains("[live-input-removed]") && list.output.contains("[input-undeclared]"))
            for environment in ["test", "prod"] {
                let words = ["waive", "--from-report", "\(environment).json", "1", "2", "2"] + Self.terms
                let run = await CommandRun(words, in: live.folder.path)
                #expect(run.status == 0, "\(run.transcript)")
            }
            let settings = try #require(live.folder.read("flowdrift.yaml"))
            #expect(settings.matches(of: /- rule:/).count == 4)
            #expect(settings.matches(of: /environments: \[(test|prod)\]/).count == 4)
            #expect(settings.matches(of: /subject: Flow.isUrgent/).count == 4)
            for environment in ["test", "prod"] {
                let words = ["check", "--live", "--environment", environment, "--host", live.host]
                let run = await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
                #expect(run.status == 0, "\(run.transcript)")
                #expect(run.output.contains("no findings, 2 waived"))
            }
        }
    }

    @Test func writesAllOrNothing() async throws {
        try await reported { live in
            let run = await CommandRun(
                ["waive", "--from-report", "test.json", "1", "9"] + Self.terms,
                in: live.folder.path
            )
            #expect(run.status == 2)
            #expect(run.errors.contains("the report has no finding '9'; name findings by number, from 1 to 2,"))
            #expect(live.folder.read("flowdrift.yaml") == nil)
        }
    }

    @Test func refusesWhatIsAlreadyAccepted() async throws {
        try await reported { live in
            let words = ["waive", "--from-report", "test.json", "1"] + Self.terms
            #expect(await CommandRun(words, in: live.folder.path).status == 0)
            let again = await CommandRun(words, in: live.folder.path)
            #expect(again.status == 64)
            #expect(
                again.errors.contains(
                    "the finding '1' is waived until 2026-12-31, by team-orders: it: was replaced; to "
                )
            )
            #expect(again.errors.contains("renew the waiver, write a new date for `expires` at flowdrift.yaml:3:5"))
        }
    }

    @Test func saysWhatHasTheSameCause() async throws {
        try await LiveProject.serving(.orders(others: 1)) { live in
            for name in ["order-status", "order-app"] {
                let contract = Project.contract.replacing("order-status", with: name)
                try live.folder.write(contract, to: "specs/\(name).yaml")
            }
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(StubOrg(flows: [.workflow("Flow 0")]))
            #expect(await live.run("check", "--live", "--report", "json=report.json").status == 1)
            let list = await waive(live, "--from-report", "report.json")
            let notes = list.output.split(separator: "\n").map { $0.hasSuffix("(same cause as 1)") }
            #expect(notes == [false, true, true], "\(list.output)")
            let words = ["waive", "--from-report", "report.json", "1"] + Self.terms
            let first = await CommandRun(words, in: live.folder.path)
            #expect(first.output.hasSuffix("2 more have the same cause, and still count: 2, 3\n"), "\(first.output)")
            #expect(await waive(live, "--from-report", "report.json").output.contains("[live-flow-removed] (waived)\n"))
            let rest = ["waive", "--from-report", "report.json", "2", "3"] + Self.terms
            #expect(await !CommandRun(rest, in: live.folder.path).output.contains("same cause"))
            #expect(await live.run("check", "--live").status == 0)
        }
    }

    @Test func writesNothingWhereThereIsNoProject() async throws {
        try await reported { live in
            let folder = try TemporaryFolder()
            try folder.write(try #require(live.folder.read("test.json")), to: "test.json")
            let run = await CommandRun(["waive", "--from-report", "test.json", "1"] + Self.terms, in: folder.path)
            #expect(run.status == 2)
            #expect(run.errors.contains("run the command in the repository that the report is of"))
            #expect(folder.read("flowdrift.yaml") == nil)
        }
    }

    @Test(arguments: [
        (["1"], "'1' is not a fingerprint; to name findings by number, add --from-report FILE"),
        (["0123456789abcdef"], "for findings of a live org, add --live or --from-report FILE"),
    ])
    func saysWhereAFindingMayBe(_ names: [String], _ message: String) async throws {
        let project = try await Project.inSync()
        let run = await CommandRun(["waive"] + names + Self.terms, in: project.folder.path)
        #expect(run.status == 2 && run.errors.contains(message), "\(run.transcript)")
    }

    @Test func asksForTheFindingsToAccept() async throws {
        let run = await CommandRun(["waive"] + Self.terms, in: try TemporaryFolder().path)
        #expect(run.status == 64 && run.errors.contains("name the findings"), "\(run.transcript)")
    }

    @Test(arguments: [
        ("[", "report.json:1:2"), ("{}", "has no 'flowdrift'"),
        ("{\"flowdrift\":1,\"findings\":[{\"rule\":\"input-undeclared\"}]}", "has no 'severity'"),
        (
            "{\"flowdrift\":1,\"findings\":[{\"rule\":\"nothing\",\"severity\":\"error\",\"message\":\"m\",\"fix\":\"f\","
                + "\"fingerprint\":\"0\"}]}",
            "'findings[0]' has the rule 'nothing', which this version of flowdrift doesn't have"
        ),
        (
            "{\"flowdrift\":1,\"findings\":[{\"rule\":\"input-undeclared\",\"severity\":\"error\",\"message\":\"m\","
                + "\"fix\":\"f\",\"fingerprint\":\"0\"}]}",
            "'findings[0]' was edited"
        ),
    ])
    func saysWhatIsWrongWithAReport(_ text: String, _ message: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "report.json")
        let run = await CommandRun(["waive", "--from-report", "report.json"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.transcript)")
        #expect(run.errors.contains("flowdrift check --report json=report.json"))
    }

    @Test(arguments: [
        ["--list", "1"], ["--list", "--from-report", "r.json"], ["--from-report", "r.json", "--live"],
        ["--list", "--environment", "prod"],
    ])
    func refusesOptionsThatExcludeEachOther(_ words: [String]) async throws {
        let folder = try TemporaryFolder()
        #expect(await CommandRun(["waive"] + words, in: folder.path).status == 64)
    }

    @Test func listsTheWaiversThatEndSoon() async throws {
        let folder = try TemporaryFolder()
        #expect(await CommandRun(["waive", "--list"], in: folder.path).output == "there are no waivers\n")
        let days = ["2026-11-01", "2026-11-20", "2026-11-21", "2026-12-20", "2026-12-21", "2027-11-20"]
        let waivers = days.map { day in
            "  - { rule: flow-missing, contract: c-\(day), reason: r, owner: o, expires: \(day) }\n"
        }
        try folder.write("flowdrift: 1\nwaivers:\n" + waivers.joined(), to: "flowdrift.yaml")
        let run = await CommandRun(["waive", "--list"], in: folder.path)
        #expect(run.status == 0)
        #expect(
            run.output == """
                flowdrift.yaml:3:5: ended on 2026-11-01: flow-missing for contract 'c-2026-11-01', by o: r
                flowdrift.yaml:4:5: last day 2026-11-20 (today): flow-missing for contract 'c-2026-11-20', by o: r
                flowdrift.yaml:5:5: last day 2026-11-21 (tomorrow): flow-missing for contract 'c-2026-11-21', by o: r
                flowdrift.yaml:6:5: last day 2026-12-20 (in 30 days): flow-missing for contract 'c-2026-12-20', by o: r
                2 other waivers end later

                """
        )
    }

    @Test func isMentionedByTheNightlyCheck() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            let waiver =
                "  - { rule: flow-missing, contract: order-status, reason: r, owner: o, expires: 2026-12-01 }\n"
            try live.folder.write(
                "flowdrift: 1\nseverity: { waiver-unused: off }\nwaivers:\n" + waiver,
                to: "flowdrift.yaml"
            )
            let line = "1 waiver ends within 30 days, the last day is 2026-12-01; `flowdrift waive --list` lists them"
            #expect(await live.run("check", "--live").output.contains(line))
            #expect(await !live.run("check").output.contains("waiver"))
        }
    }
}
