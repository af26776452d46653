import Foundation
import TestSupport
import Testing

struct WaiveCommandTests {
    private func drifted() async throws -> (project: Project, fingerprint: String) {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        let list = await project.run("waive")
        #expect(list.status == 0)
        return (project, String(list.output.prefix(16)))
    }

    private func waive(_ project: Project, _ fingerprint: String, until day: String = "2027-03-31") async -> CommandRun
    {
        await project.run("waive", fingerprint, "--reason", "until the app is out", "--owner", "app", "--expires", day)
    }

    @Test func listsFindingsWithTheirFingerprints() async throws {
        let (project, fingerprint) = try await drifted()
        let list = await project.run("waive")
        #expect(
            list.output == "\(fingerprint)  error in prod, order-status: Input 'Flow.isUrgent' is boolean in the flow; "
                + "the contract sends string [input-type-changed]\n"
        )
        #expect(await project.run("check", "--report", "json").output.contains("\"\(fingerprint)\""))
    }

    @Test func acceptsAFindingThatThenDoesNotCount() async throws {
        let (project, fingerprint) = try await drifted()
        #expect(await project.run("check").status == 1)
        let run = await waive(project, fingerprint)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output == "flowdrift.yaml: waived input-type-changed for contract 'order-status', "
                + "flow 'workflow/Order Status', subject 'Flow.isUrgent' in prod, until 2027-03-31\n"
        )
        let check = await project.run("check")
        #expect(check.status == 0)
        #expect(check.output.contains("waived error in prod: Input 'Flow.isUrgent'"))
        #expect(check.output.contains("    waived until 2027-03-31, by app: until the app is out\n"))
        #expect(check.output.contains("in sync: no findings, 1 waived\n"))
        let json = await project.run("check", "--report", "json").output
        #expect(json.contains("\"expires\" : \"2027-03-31\"") && json.contains("\"waived\" : 1"))
    }

    @Test func countsAgainOnceTheWaiverHasExpired() async throws {
        let (project, fingerprint) = try await drifted()
        #expect(await waive(project, fingerprint, until: "2026-11-20").status == 0)
        let later = CommandRun.now.addingTimeInterval(86_400)
        let check = await CommandRun(["check"], in: project.folder.path, now: later)
        #expect(check.status == 1)
        #expect(check.output.contains("[input-type-changed]"))
        #expect(check.output.contains("flowdrift.yaml:3:5: error: The waiver of input-type-changed"))
        #expect(check.output.contains("expired after 2026-11-20; its findings count again [waiver-expired]"))
    }

    @Test func countsAgainInARunThatLooksAtAPartOfIt() async throws {
        let (project, fingerprint) = try await drifted()
        #expect(await waive(project, fingerprint, until: "2026-11-20").status == 0)
        let later = CommandRun.now.addingTimeInterval(86_400)
        let words = ["check", "--contracts", "specs/order-status.yaml"]
        let check = await CommandRun(words, in: project.folder.path, now: later)
        #expect(check.status == 1, "\(check.transcript)")
        #expect(check.output.contains("its findings count again [waiver-expired]"), "\(check.transcript)")
    }

    @Test func leavesAnExpiredWaiverAloneWhereTheRunDidNotLook() async throws {
        let project = try await Project.inSync()
        let waiver = """
            flowdrift: 1
            environments: { prod: , test: }
            waivers:
              - { rule: input-undeclared, contract: other, flow: workflow/Order Status, subject: Flow.gone, \
            environments: [test], reason: r, owner: o, expires: 2026-01-01 }

            """
        try project.folder.write(waiver, to: "flowdrift.yaml")
        let run = await project.run("check", "--contracts", "specs/order-status.yaml", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("[waiver-expired]"))
    }

    @Test func saysThatAWaiverIsNotUsedAnyMore() async throws {
        let (project, fingerprint) = try await drifted()
        #expect(await waive(project, fingerprint).status == 0)
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: string", "Flow.isUrgent: boolean")
        let check = await project.run("check")
        #expect(check.status == 0)
        #expect(check.output.contains("[waiver-unused]"))
        #expect(await project.run("check", "--from", "exports").output.contains("[waiver-unused]") == false)
    }

    @Test func keepsWhatTheSettingsSayAndHow() async throws {
        let (project, fingerprint) = try await drifted()
        let before = "# our settings\nflowdrift: 1\n\nfail-on: warning  # strict\n"
        try project.folder.write(before, to: "flowdrift.yaml")
        #expect(await waive(project, fingerprint).status == 0)
        #expect(project.folder.read("flowdrift.yaml")?.hasPrefix(before + "waivers:\n  - rule: input-type") == true)
    }

    @Test(arguments: [
        (
            ["0000000000000000"], 2,
            "no finding has the fingerprint '0000000000000000'; list the findings with `flowdrift waive`"
        ),
        (["FINGERPRINT", "--expires", "2028-01-01"], 64, "a waiver lasts at most a year, until 2027-11-20"),
        (["FINGERPRINT", "--expires", "2026-11-19"], 64, "--expires 2026-11-19: that day is in the past"),
        (["FINGERPRINT", "--expires", "March"], 64, "--expires March: write year, month and day, such as 2027-11-20"),
        (["FINGERPRINT", "--reason", ""], 64, "use --reason to say why the finding is accepted"),
        (["FINGERPRINT", "--owner", ""], 64, "use --owner to say who accepts the finding"),
    ])
    func refusesWhatItCannotAccept(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let (project, fingerprint) = try await drifted()
        var words = ["waive"] + arguments.map { $0 == "FINGERPRINT" ? fingerprint : $0 }
        for (option, value) in [("--reason", "a"), ("--owner", "b"), ("--expires", "2027-01-01")]
        where !words.contains(option) {
            words += [option, value]
        }
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(project.folder.read("flowdrift.yaml") == nil)
    }

    @Test func refusesToAcceptAFindingTwice() async throws {
        let (project, fingerprint) = try await drifted()
        #expect(await waive(project, fingerprint).status == 0)
        let again = await waive(project, fingerprint)
        #expect(again.status == 64)
        #expect(again.errors.contains("is waived until 2027-03-31, by app"))
    }
}
