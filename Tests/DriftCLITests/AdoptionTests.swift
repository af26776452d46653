import TestSupport
import Testing

/// The features that make a check usable on an old repository: a baseline, and a selection by team.
struct AdoptionTests {
    private func drifted() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        return project
    }

    @Test func failsOnlyOnWhatIsNotInTheBaseline() async throws {
        let project = try await drifted()
        let written = await project.run("check", "--write-baseline", "baseline.yaml")
        #expect(written.status == 0)
        #expect(written.errors == "baseline.yaml: written, with 1 finding\n")
        #expect(written.output.contains("known error in prod: Input 'Flow.isUrgent'"))
        #expect(written.output.contains("in sync: no findings, 1 known\n"))
        #expect(await project.run("check").status == 1)
        #expect(await project.run("check", "--baseline", "baseline.yaml").status == 0)
        try project.edit("specs/order-status.yaml", "Flow.orderNumber", "Flow.orderNo")
        let new = await project.run("check", "--baseline", "baseline.yaml")
        #expect(new.status == 1)
        #expect(new.output.contains("drift: 1 error, 1 known\n") || new.output.contains("drift: 1 error, 1 warning"))
    }

    @Test func saysWhatIsGoneFromTheBaseline() async throws {
        let project = try await drifted()
        _ = await project.run("check", "--write-baseline", "baseline.yaml")
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: string", "Flow.isUrgent: boolean")
        let run = await project.run("check", "--baseline", "baseline.yaml")
        #expect(run.status == 0)
        #expect(run.output.contains("  1 finding in the baseline no longer occurs; write the baseline again"))
    }

    @Test func writesNoBaselineOfHalfARun() async throws {
        let project = try await drifted()
        try project.folder.write("flowdrift: 1\ncontract: [", to: "specs/broken.yaml")
        let run = await project.run("check", "--write-baseline", "baseline.yaml")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: baseline.yaml: not written, because not everything could be checked\n"))
        #expect(project.folder.read("baseline.yaml") == nil)
    }

    @Test func couldNotCheckWithoutTheBaselineThatIsNamed() async throws {
        let run = try await drifted().run("check", "--baseline", "none.yaml")
        #expect(run.status == 2)
        #expect(run.errors == "error: none.yaml: There is no such file\n")
    }

    /// A repository with a second flow that has drifted from another team's contract; the first team's is in sync.
    private func twoTeams() async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write(Project.export.replacing("Order Status", with: "Refund"), to: "exports/refund.yaml")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        let refund = Project.contract.replacing("order-status", with: "refund").replacing(
            "Order Status",
            with: "Refund"
        )
        .replacing("owner: team-orders\n", with: "").replacing("boolean", with: "integer")
        try project.folder.write(refund, to: "specs/refund.yaml")
        return project
    }

    @Test func judgesOnlyWhatATeamAnswersFor() async throws {
        let project = try await twoTeams()
        #expect(await project.run("check").status == 1)
        let run = await project.run("check", "--owner", "team-orders")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract, 2 of 2 inputs"))
        #expect(run.output.contains("  this run checked only the contracts of team-orders (1 of 2)"))
    }

    @Test func couldNotCheckForATeamThatNoContractNames() async throws {
        let run = try await twoTeams().run("check", "--owner", "payroll")
        #expect(run.status == 2)
        #expect(run.errors == "error: no contract is owned by 'payroll'; name one of these: team-orders\n")
    }

    @Test(arguments: ["orders", "ORDERS", "team-ord"])
    func takesAPartOfATeamsName(_ part: String) async throws {
        let run = try await twoTeams().run("check", "--owner", part)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("  this run checked only the contracts of team-orders (1 of 2)"))
    }

    @Test func listsTheOwnersWithTheirContracts() async throws {
        let project = try await twoTeams()
        try project.folder.write("/specs/ @pay @billing\n", to: "CODEOWNERS")
        let run = await project.run("check", "--owners")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output == "@billing     1 contract\n@pay         1 contract\nteam-orders  1 contract\n")
    }

    @Test func countsTheContractsThatNobodyOwns() async throws {
        let run = try await twoTeams().run("check", "--owners")
        #expect(run.output == "team-orders  1 contract\nno owner     1 contract\n")
    }

    @Test(arguments: ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"])
    func takesOwnersFromCodeOwnersWhereTheContractNamesNone(_ place: String) async throws {
        let project = try await twoTeams()
        try project.folder.write("* @acme/all\n/specs/refund.yaml @acme/money @ada\n", to: place)
        let run = await project.run("check", "--owner", "@acme/money")
        #expect(run.status == 1)
        #expect(run.output.contains("refund (@acme/money, @ada)\n"))
        #expect(await project.run("check", "--owner", "team-orders").status == 0)
    }
}
