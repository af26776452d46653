import TestSupport
import Testing

/// Accepting one finding accepts no other finding.
struct AcceptanceTests {
    private static let id = "22222222-7f63-4f0e-9d4b-3f1f5a0c9b21"

    /// A repository whose flow is inactive, has another id, and lost what the contract sends and reads.
    private func inactive() async throws -> Project {
        let project = try await Project.inSync()
        let listing = """
            {"entities": [{"id": "11111111-7f63-4f0e-9d4b-3f1f5a0c9b21", "name": "Order Status", "type": "WORKFLOW",
              "active": false, "publishedVersion": {"id": "1.0"}}]}
            """
        try project.folder.write(listing, to: "exports/flows.json")
        try project.edit("specs/order-status.yaml", "launch:", "environments: { prod: { id: \(Self.id) } }\nlaunch:")
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        try project.edit("specs/order-status.yaml", "Flow.answer: string", "Flow.reply: integer")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        return project
    }

    private static let hidden = [
        "the code sends \(id)", "'Flow.isUrgent' is boolean", "'Flow.reply' (integer) does not",
    ]

    @Test func reportsOneCauseForAFlowThatIsSwitchedOff() async throws {
        let run = try await inactive().run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("[flow-inactive]"))
        #expect(Self.hidden.allSatisfy { !run.output.contains($0) }, "\(run.output)")
    }

    @Test(arguments: [["check"], ["check", "--from", "exports"], ["gate"]])
    func reportsWhatAWaivedStateHid(_ words: [String]) async throws {
        let project = try await inactive()
        let waiver = """
            flowdrift: 1
            waivers:
              - { rule: flow-inactive, reason: until Monday, owner: me, expires: 2026-12-20 }

            """
        try project.folder.write(waiver, to: "flowdrift.yaml")
        let run = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
        #expect(run.status == 1, "\(run.transcript)")
        #expect(Self.hidden.allSatisfy(run.output.contains), "\(run.output)")
    }

    @Test func reportsWhatARuleThatIsOffHid() async throws {
        let project = try await inactive()
        try project.folder.write("flowdrift: 1\nseverity: { flow-inactive: off }\n", to: "flowdrift.yaml")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(Self.hidden.allSatisfy(run.output.contains), "\(run.output)")
    }

    @Test func writesWhatFollowsFromAFindingIntoTheBaseline() async throws {
        let project = try await inactive()
        #expect(await project.run("check", "--write-baseline", "b.yaml").status == 0)
        let run = await project.run("check", "--baseline", "b.yaml", "--verbose")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(Self.hidden.allSatisfy(run.output.contains), "\(run.output)")
    }

    // MARK: A finding that becomes more severe

    /// A repository with a warning: whether the flow accepts the contract's type isn't documented.
    private func warned() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.orderNumber: string", "Flow.orderNumber: phoneNumber")
        let run = await project.run("check")
        #expect(run.status == 0 && run.output.contains("warning"), "\(run.transcript)")
        return project
    }

    private func makeError(_ project: Project) async throws {
        try project.edit(
            "exports/order-status.yaml",
            "stringVariable: { name: Flow.orderNumber",
            "integerVariable: { name: Flow.orderNumber"
        )
        _ = await project.run("snapshot", "--from", "exports", "--environment", "prod")
    }

    @Test func countsAFindingThatIsMoreSevereThanInTheBaseline() async throws {
        let project = try await warned()
        _ = await project.run("check", "--write-baseline", "b.yaml")
        #expect(project.folder.read("b.yaml")?.contains("severity: warning, finding: \"input-type-changed") == true)
        try await makeError(project)
        #expect(await project.run("check", "--baseline", "b.yaml").status == 1)
        _ = await project.run("check", "--write-baseline", "b.yaml")
        #expect(await project.run("check", "--baseline", "b.yaml").status == 0)
    }

    @Test func readsABaselineWithoutSeverities() async throws {
        let project = try await warned()
        let finding = try #require(await project.run("waive").output.split(separator: "\n").first)
        let line = "  \(finding.prefix(16)): \"input-type-changed of 'order-status'\"\n"
        try project.folder.write("flowdrift: 1\nfindings:\n" + line, to: "b.yaml")
        let old = await project.run("check", "--baseline", "b.yaml")
        #expect(old.status == 0 && old.output.contains("known warning"), "\(old.transcript)")
        #expect(old.errors.contains("update it with `flowdrift check --write-baseline b.yaml`"))
        try await makeError(project)
        #expect(await project.run("check", "--baseline", "b.yaml").status == 1)
    }

    @Test func countsAFindingThatIsMoreSevereThanWaived() async throws {
        let project = try await warned()
        let finding = try #require(await project.run("waive").output.split(separator: "\n").first)
        let fingerprint = String(finding.prefix(16))
        let terms = ["--reason", "r", "--owner", "o", "--expires", "2027-03-31"]
        let waived = await CommandRun(["waive", fingerprint] + terms, in: project.folder.path)
        #expect(waived.status == 0, "\(waived.transcript)")
        #expect(project.folder.read("flowdrift.yaml")?.contains("severity: warning\n") == true)
        try await makeError(project)
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("is now an error, so the finding counts"), "\(run.output)")
        let again = await CommandRun(["waive", fingerprint] + terms, in: project.folder.path)
        #expect(again.status == 64)
        #expect(again.errors.contains("write `severity: error` in the waiver"), "\(again.errors)")
        try project.edit("flowdrift.yaml", "severity: warning", "severity: error")
        #expect(await project.run("check").status == 0)
    }

    @Test func acceptsNoMoreThanTheRulesOwnSeverityUnlessItSaysSo() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.isurgent")
        let waiver = "waivers:\n  - { rule: input-case-mismatch, reason: r, owner: o, expires: 2027-03-31 }\n"
        try project.folder.write("flowdrift: 1\n" + waiver, to: "flowdrift.yaml")
        let settings = "flowdrift: 1\nseverity: { input-case-mismatch: error }\n"
        #expect(await project.run("check", "--fail-on", "warning").status == 0)
        try project.folder.write(settings + waiver, to: "flowdrift.yaml")
        #expect(await project.run("check").status == 1)
        try project.folder.write(
            settings + waiver.replacing("reason", with: "severity: error, reason"),
            to: "flowdrift.yaml"
        )
        #expect(await project.run("check").status == 0)
    }

    // MARK: Names

    @Test func waivesAFlowWhoseNameHoldsAStarAlone() async throws {
        let project = try await Project.inSync()
        for (name, file) in [("Order *", "star"), ("Order Two", "two")] {
            try project.folder.write(
                Project.export.replacing("Order Status", with: "\"\(name)\""),
                to: "exports/\(file).yaml"
            )
            let contract = Project.contract.replacing("order-status", with: "c")
                .replacing("workflow/Order Status", with: "\"workflow/\(name)\"").replacing("boolean", with: "string")
            // One contract for both would give only one finding.
            try project.folder.write(
                contract.replacing("contract: c", with: "contract: \"\(file == "star" ? "c*" : "cd")\""),
                to: "specs/\(file).yaml"
            )
        }
        _ = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        let list = await project.run("waive").output.split(separator: "\n")
        let star = try #require(list.first { $0.contains("c*:") }, "\(list)")
        let run = await project.run(
            "waive",
            String(star.prefix(16)),
            "--reason",
            "r",
            "--owner",
            "o",
            "--expires",
            "2027-03-31"
        )
        #expect(run.status == 0, "\(run.transcript)")
        let check = await project.run("check")
        #expect(check.status == 1)
        #expect(check.output.contains("1 waived"), "\(check.output)")
    }

    @Test func refusesAWaiverOfAnEnvironmentThatNobodyKnows() async throws {
        let project = try await Project.inSync()
        let waiver = """
            flowdrift: 1
            waivers:
              - rule: input-type-changed
                environments: [prd]
                reason: r
                owner: o
                expires: 2027-03-31

            """
        try project.folder.write(waiver, to: "flowdrift.yaml")
        for words in [["check"], ["gate", "--environment", "prod"], ["waive"]] {
            let run = await CommandRun(words, in: project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(run.transcript.contains("flowdrift.yaml:4:20"), "\(run.transcript)")
            #expect(run.transcript.contains("did you mean 'prod'?"), "\(run.transcript)")
        }
        try project.edit("flowdrift.yaml", "[prd]", "[prod]")
        #expect(await project.run("check").status == 0)
    }

    @Test(arguments: ["flowdrift: 1\ncontract: findings\n", "a: b\n"])
    func replacesNoFileThatIsNoBaseline(_ text: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "b.yaml")
        let run = await project.run("check", "--write-baseline", "b.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("b.yaml: not written, because the existing file isn't a baseline"))
        #expect(project.folder.read("b.yaml") == text)
    }

    @Test func replacesABaselineThatCannotBeRead() async throws {
        let project = try await Project.inSync()
        #expect(await project.run("check", "--write-baseline", "b.yaml").status == 0)
        let text = try #require(project.folder.read("b.yaml"))
        try project.folder.write("<<<<<<< HEAD\n" + text, to: "b.yaml")
        #expect(await project.run("check", "--write-baseline", "b.yaml").status == 0)
        #expect(project.folder.read("b.yaml") == text)
    }
}
