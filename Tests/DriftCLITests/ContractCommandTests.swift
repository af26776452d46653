import TestSupport
import Testing

struct ContractCommandTests {
    /// A repository with snapshots and no contract.
    private func started() async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0)
        return project
    }

    @Test(arguments: ["Order Status", "workflow/Order Status"])
    func writesAContractThatItsFlowHolds(_ flow: String) async throws {
        let project = try await started()
        let run = await project.run("contract", flow)
        #expect(run.status == 0)
        #expect(
            run.output == "specs/order-status.yaml: written, from snapshots/prod/workflow/order-status.yaml\n"
        )
        #expect(
            run.errors == "next: delete the inputs and outputs that the code doesn't use, then run `flowdrift check`\n"
        )
        let check = await project.run("check")
        #expect(check.status == 0)
        #expect(check.output == "checked: 1 contract, 2 of 2 inputs, 1 of 1 output\nin sync: no findings\n")
    }

    @Test func printsWhatItWouldWrite() async throws {
        let project = try await started()
        let run = await project.run("contract", "Order Status", "--output", "-")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(
            run.output.contains(
                "    # Optional: its default is \"false\". The flow reads it.\n    Flow.isUrgent: boolean\n"
            )
        )
        #expect(project.folder.read("specs/order-status.yaml") == nil)
    }

    @Test func writesTheFileThatIsNamed() async throws {
        let project = try await started()
        #expect(await project.run("contract", "Order Status", "-o", "specs/shop/orders.yaml").status == 0)
        #expect(project.folder.read("specs/shop/orders.yaml")?.contains("contract: order-status") == true)
    }

    @Test func writesNothingWhereAContractIsThere() async throws {
        let project = try await Project.inSync()
        let before = try project.folder.tree()
        let run = await project.run("contract", "Order Status")
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "specs/order-status.yaml:2:11: contract 'order-status' already covers 'workflow/Order Status'"
            )
        )
        #expect(try project.folder.tree() == before)
    }

    @Test func replacesNoFile() async throws {
        let project = try await started()
        try project.folder.write("mine", to: "specs/notes.yaml")
        let run = await project.run("contract", "Order Status", "--output", "specs/notes.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("specs/notes.yaml: The file already exists, so it was not written"))
        #expect(project.folder.read("specs/notes.yaml") == "mine")
        #expect(try project.folder.tree().keys.filter { $0.hasPrefix("specs/") } == ["specs/notes.yaml"])
    }

    @Test func takesAnotherNameWhereAFileHasItsOwn() async throws {
        let project = try await started()
        try project.folder.write("flowdrift: 1\n", to: "specs/order-status.yaml")
        let run = await project.run("contract", "Order Status")
        #expect(run.output.hasPrefix("specs/order-status-workflow.yaml: written"))
    }

    @Test func leavesTheOwnerToCodeowners() async throws {
        let project = try await started()
        let plain = await project.run("contract", "Order Status", "--output", "-")
        #expect(plain.output.contains("# owner: team-name"))
        try project.folder.write("specs/ @team-orders\n", to: "CODEOWNERS")
        #expect(await project.run("contract", "Order Status").status == 0)
        #expect(project.folder.read("specs/order-status.yaml")?.contains("owner") == false)
    }

    @Test(arguments: [
        (
            ["contract", "Order Stats"], 2,
            "no flow 'Order Stats' has a snapshot in prod; did you mean 'workflow/Order Status'?"
        ),
        (
            ["contract", "Refund"], 2,
            "no flow 'Refund' has a snapshot in prod; name one of these: 'workflow/Order Status'"
        ),
        (
            ["contract", "Order Status", "--environment", "test"], 64,
            "--environment test: there is no such environment; name one of these: prod"
        ),
        (
            ["contract", "Order Status", "--config", "nope.yaml"], 2,
            "nope.yaml: there is no such file; name the settings file with --config"
        ),
        (["contract"], 64, "Missing expected argument '<flow>'"),
    ])
    func saysWhatIsMissing(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let project = try await started()
        let run = await CommandRun(arguments, in: project.folder.path)
        #expect(run.status == status)
        #expect(run.errors.contains(message))
    }

    @Test func asksForSnapshotsFirst() async throws {
        let run = await CommandRun("contract", "Order Status", in: try TemporaryFolder())
        #expect(run.status == 2)
        #expect(run.errors.contains("snapshots: There are no snapshots; take some with `flowdrift snapshot --from DIR"))
    }

    @Test func asksWhichOfTwoFlowsIsMeant() async throws {
        let project = try await started()
        try project.folder.write(Project.export.replacing("workflow:", with: "inboundCall:"), to: "exports/call.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let run = await project.run("contract", "Order Status")
        #expect(run.status == 64)
        #expect(run.errors.contains("'Order Status' may be any of the flows 'inboundcall/Order Status', 'workflow/"))
    }
}
