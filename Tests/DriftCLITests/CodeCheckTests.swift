import Foundation
import TestSupport
import Testing

/// The findings when code, contract and flow no longer agree, for each kind of evidence that a contract names.
struct CodeCheckTests {
    private static let recordings = "\n  recordings: [../test/launches/*.ndjson]"
    private static let schema = "\n  schema: ../dist/order-status.schema.json"

    /// A launch of the project's flow with both inputs.
    private static let launch = """
        {"flowdrift": 1, "flow": "workflow/Order Status", \
        "inputs": {"Flow.isUrgent": "boolean", "Flow.orderNumber": "string"}, "result": "accepted"}

        """

    private static let declaration = """
        {
          "type": "object",
          "properties": {
            "Flow.orderNumber": { "type": "string" },
            "Flow.isUrgent": { "type": "boolean" }
          },
          "required": ["Flow.orderNumber", "Flow.isUrgent"]
        }

        """

    /// The project in which the contract names recorded launches.
    static func observed() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:", "launch:" + recordings)
        try project.folder.write(launch, to: "test/launches/orders.ndjson")
        return project
    }

    /// The project in which the contract names the code's schema beside its inputs.
    static func declared() async throws -> Project {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:", "launch:" + schema)
        try project.folder.write(declaration, to: "dist/order-status.schema.json")
        return project
    }

    @Test func isInSyncWithRecordedLaunches() async throws {
        let run = try await Self.observed().run("check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("\ncode: 1 of 1 contract compared (1 observed), 2 of 2 inputs\n"), "\(run.output)")
    }

    @Test func isInSyncWithADeclaration() async throws {
        let run = try await Self.declared().run("check")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("\ncode: 1 of 1 contract compared (1 declared), 2 of 2 inputs\n"), "\(run.output)")
    }

    @Test func saysNothingOfTheCodeWhereNoContractNamesEvidence() async throws {
        let run = try await Project.inSync().run("check")
        #expect(!run.output.contains("code:"))
    }

    // MARK: - A rename on one side

    @Test func turnsRedWhenTheTestsSendARenamedInput() async throws {
        let project = try await Self.observed()
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "  test/launches/orders.ndjson:1:1: error: Input 'Flow.isPressing' (boolean) is sent by the code; "
                    + "the contract does not list it"
            ),
            "\(run.output)"
        )
    }

    @Test func turnsRedWhenTheSchemaHasARenamedInput() async throws {
        let project = try await Self.declared()
        try project.edit("dist/order-status.schema.json", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "  dist/order-status.schema.json:5:5: error: Input 'Flow.isPressing' (boolean) is declared by the code's "
                    + "schema; the contract does not list it"
            ),
            "\(run.output)"
        )
    }

    @Test(arguments: [observed, declared])
    func turnsRedWhenTheContractRenamesAnInput(_ project: () async throws -> Project) async throws {
        let project = try await project()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("check")
        #expect(run.status == 1)
        // Both neighbours of the contract disagree with it.
        #expect(run.output.contains("Input 'Flow.isPressing' (boolean) is not declared by 'workflow/Order Status'"))
        #expect(run.output.contains("Input 'Flow.isUrgent' (boolean) is "), "\(run.output)")
        #expect(run.output.contains("the contract does not list it"))
    }

    @Test(arguments: [observed, declared])
    func turnsRedWhenTheFlowRenamesAnInput(_ project: () async throws -> Project) async throws {
        let project = try await project()
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.isPressing")
        _ = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(run.output.contains("Input 'Flow.isUrgent' (boolean) is not declared by 'workflow/Order Status'"))
        #expect(!run.output.contains("by the code"), "\(run.output)")
    }

    @Test func takesTheInputsFromTheSchemaAlone() async throws {
        let project = try await Self.declared()
        try project.edit(
            "specs/order-status.yaml",
            "\n  inputs:\n    Flow.orderNumber: string\n    Flow.isUrgent: boolean",
            ""
        )
        #expect(await project.run("check").status == 0)
        try project.edit("dist/order-status.schema.json", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "  dist/order-status.schema.json:5:5: error in prod: Input 'Flow.isPressing' (boolean) is not declared by"
            ),
            "\(run.output)"
        )
    }

    // MARK: - What can't be read

    @Test func isUnknownWhereTheSchemaIsMissing() async throws {
        let project = try await Self.declared()
        try FileManager.default.removeItem(atPath: project.folder.path + "/dist/order-status.schema.json")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.transcript.contains("specs/order-status.yaml:6:11: The schema '../dist/order-status.schema.json'"))
        #expect(run.transcript.contains("generate the schema before `flowdrift check`"), "\(run.transcript)")
        let gate = await project.run("gate", "--environment", "prod", "--allow-unknown")
        #expect(gate.status == 2)
        #expect(gate.output.contains("\norder-status  unknown"), "\(gate.output)")
    }

    @Test func judgesNoInputOfASchemaThatIsMissing() async throws {
        let project = try await Self.declared()
        try project.edit(
            "specs/order-status.yaml",
            "\n  inputs:\n    Flow.orderNumber: string\n    Flow.isUrgent: boolean",
            ""
        )
        try FileManager.default.removeItem(atPath: project.folder.path + "/dist/order-status.schema.json")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(!run.output.contains("input-not-sent"), "\(run.output)")
    }

    @Test func judgesNoLaunchWithoutTheSchemaThatListsTheInputs() async throws {
        let project = try await Self.observed()
        try project.edit("specs/order-status.yaml", "launch:", "launch:" + Self.schema)
        try project.edit(
            "specs/order-status.yaml",
            "\n  inputs:\n    Flow.orderNumber: string\n    Flow.isUrgent: boolean",
            ""
        )
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(!run.output.contains("code-input-undeclared"), "\(run.output)")
        #expect(run.output.contains("code: 0 of 1 contract compared"), "\(run.output)")
    }

    @Test func tellsNothingOfFilesOutsideTheRepository() async throws {
        let project = try await Self.observed()
        let outside = try TemporaryFolder()
        try outside.write(Self.launch, to: "there.ndjson")
        func errors(_ name: String) async throws -> String {
            let path = "\(outside.path)/\(name)"
            try project.edit("specs/order-status.yaml", Self.recordings, "\n  recordings: ['\(path)']")
            let run = await project.run("check")
            try project.edit("specs/order-status.yaml", "\n  recordings: ['\(path)']", Self.recordings)
            #expect(run.status == 2)
            return run.errors.replacing(name, with: "NAME")
        }
        #expect(try await errors("there.ndjson") == errors("gone.ndjson"))
    }

    @Test func isNotDecidedWhereOnlyAnOpenSchemaMayHaveTheInput() async throws {
        let project = try await Self.declared()
        try project.edit(
            "dist/order-status.schema.json",
            "\"required\"",
            "\"additionalProperties\": true, \"required\""
        )
        try project.edit(
            "dist/order-status.schema.json",
            "\"Flow.isUrgent\": { \"type\": \"boolean\" }",
            "\"Flow.x\": false"
        )
        try project.edit("dist/order-status.schema.json", ", \"Flow.isUrgent\"]", "]")
        let run = await project.run("check")
        #expect(run.output.contains("it is unknown whether each launch sends 'Flow.isUrgent'"), "\(run.transcript)")
        #expect(await project.run("check", "--strict").status == 2)
    }

    @Test func isUnknownWhereNoRecordingMatches() async throws {
        let project = try await Self.observed()
        try FileManager.default.removeItem(atPath: project.folder.path + "/test/launches/orders.ndjson")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.transcript.contains("No file matches '../test/launches/*.ndjson'"), "\(run.transcript)")
    }

    @Test(arguments: [
        ("<<<<<<< HEAD\n" + launch, "test/launches/orders.ndjson:1:1: The line is a merge conflict marker"),
        (launch + "{\"flowdrift\": 1, \"fl", "test/launches/orders.ndjson:2:1: The last line is cut off"),
    ])
    func isUnknownWhereARecordingIsBroken(_ text: String, _ problem: String) async throws {
        let project = try await Self.observed()
        try project.folder.write(text, to: "test/launches/orders.ndjson")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.transcript.contains(problem), "\(run.transcript)")
    }

    @Test func isNotDecidedWhereTheRecordingHasNoLaunchOfTheFlow() async throws {
        let project = try await Self.observed()
        try project.folder.write("", to: "test/launches/orders.ndjson")
        let run = await project.run("check")
        #expect(run.status == 0)
        #expect(run.output.contains("the contract's recordings have no launch of this flow"), "\(run.output)")
        #expect(run.output.contains("code: 0 of 1 contract compared, 0 of 2 inputs"))
        #expect(await project.run("check", "--strict").status == 2)
    }

    // MARK: - The other commands

    @Test func turnsEachCellOfTheGateRedForOneFinding() async throws {
        let project = try await Self.observed()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "test").status == 0)
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("gate", "--environment", "test", "--environment", "prod")
        #expect(run.status == 1)
        #expect(run.output.contains("order-status  drift             drift\n"), "\(run.output)")
        #expect(run.output.ranges(of: "is sent by the code").count == 1, "\(run.output)")
        let json = await project.run("check", "--report", "json").output
        #expect(json.ranges(of: "\"rule\" : \"code-input-undeclared\"").count == 1)
    }

    @Test func readsRecordingsOfTheRevisionWhoseContractsAreJudged() async throws {
        let project = try await Self.observed()
        let repository = try GitRepository(project.folder.path)
        try repository.commit("released")
        try repository.git("tag", "v1")
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        let gate = ["gate", "--environment", "prod"]
        let now = await CommandRun(gate, in: project.folder.path)
        #expect(now.status == 1)
        let released = await CommandRun(gate + ["--contracts-from", "git:v1"], in: project.folder.path)
        #expect(released.status == 0, "\(released.transcript)")
    }

    @Test func callsUnknownWhatTheRevisionDoesNotHave() async throws {
        let project = try await Self.declared()
        try project.folder.write("dist/\n", to: ".gitignore")
        let repository = try GitRepository(project.folder.path)
        try repository.commit("released")
        try repository.git("tag", "v1")
        let run = await project.run("gate", "--environment", "prod", "--contracts-from", "git:v1")
        #expect(run.status == 2)
        #expect(run.transcript.contains("The schema '../dist/order-status.schema.json'"), "\(run.transcript)")
    }

    @Test func isWaivedOnceForAllEnvironments() async throws {
        let project = try await Self.observed()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "test").status == 0)
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        let fingerprint = String(await project.run("waive").output.prefix(16))
        let words = ["--reason", "next release", "--owner", "orders", "--expires", "2027-03-31"]
        let waived = await CommandRun(["waive", fingerprint] + words, in: project.folder.path)
        #expect(waived.status == 0, "\(waived.transcript)")
        let run = await project.run("check")
        // What follows from a waived finding is no longer hidden by it.
        #expect(run.output.contains("waived error: Input 'Flow.isPressing'"), "\(run.output)")
        #expect(!run.output.contains("waiver-unused"))
    }

    @Test func reportsAWaiverThatNoLongerMatchesTheCode() async throws {
        let project = try await Self.observed()
        try project.folder.write(
            """
            flowdrift: 1
            waivers:
              - rule: code-input-undeclared
                contract: order-status
                subject: Flow.isPressing
                reason: next release
                owner: orders
                expires: 2027-03-31

            """,
            to: "flowdrift.yaml"
        )
        #expect(await project.run("check").output.contains("waiver-unused"))
    }

    @Test func reportsNoUnusedWaiverWhereTheCodeIsUnknown() async throws {
        let project = try await Self.observed()
        try project.folder.write(
            """
            flowdrift: 1
            waivers:
              - rule: code-input-undeclared
                contract: order-status
                reason: next release
                owner: orders
                expires: 2027-03-31

            """,
            to: "flowdrift.yaml"
        )
        try project.folder.write("", to: "test/launches/orders.ndjson")
        let run = await project.run("check")
        #expect(!run.output.contains("waiver-unused"), "\(run.output)")
    }

    @Test func isKnownInABaseline() async throws {
        let project = try await Self.observed()
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        #expect(await project.run("check", "--write-baseline", "baseline.yaml").status == 0)
        let run = await project.run("check", "--baseline", "baseline.yaml")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func judgesTheCodeOfTheNamedContractAndOwnerOnly() async throws {
        let project = try await Self.observed()
        try project.folder.write(
            """
            flowdrift: 1
            contract: other
            owner: team-other
            flow: workflow/Order Status
            launch: { inputs: { Flow.orderNumber: string, Flow.isUrgent: { sent: never } } }

            """,
            to: "specs/other.yaml"
        )
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        #expect(await project.run("check", "--owner", "team-other").status == 0)
        #expect(await project.run("check", "--owner", "team-orders").status == 1)
        #expect(await project.run("check", "--contracts", "specs/other.yaml").status == 0)
        #expect(await project.run("check", "--contracts", "specs/order-status.yaml").status == 1)
    }

    @Test(arguments: ["text", "json", "junit", "sarif", "html", "markdown", "github", "gitlab"])
    func isInEveryReport(_ format: String) async throws {
        let project = try await Self.observed()
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        let run = await project.run("check", "--report", format)
        #expect(run.status == 1)
        #expect(run.output.contains("code-input-undeclared"), "\(run.output)")
        #expect(run.output.contains("Flow.isPressing"))
    }

    @Test func comparesTheCodeOfWhatAPlanTouchesOnly() async throws {
        let project = try await Self.observed()
        try project.edit("test/launches/orders.ndjson", "Flow.isUrgent", "Flow.isPressing")
        try project.folder.write(Project.export, to: "infra/flows/order.yaml")
        let settings = """
            { "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "NAME",
              "filepath": "flows/order.yaml" }
            """
        func plan(_ name: String, _ action: String) -> String {
            let state = settings.replacing("NAME", with: name)
            return """
                { "format_version": "1.2", "resource_changes": [
                  { "address": "genesyscloud_flow.order", "mode": "managed", "type": "genesyscloud_flow", "name": "order",
                    "change": { "actions": ["\(action)"], "before": \(state), "after": \(state),
                      "after_unknown": {} } }] }
                """
        }
        try project.folder.write(plan("Order Status", "update"), to: "plan.json")
        let words = ["plan", "plan.json", "--environment", "prod", "--chdir", "infra"]
        let touched = await CommandRun(words, in: project.folder.path)
        #expect(touched.status == 1)
        #expect(touched.output.contains("is sent by the code"), "\(touched.transcript)")
        try project.folder.write(plan("Order Status", "no-op"), to: "plan.json")
        let untouched = await CommandRun(words, in: project.folder.path)
        #expect(untouched.status == 0, "\(untouched.transcript)")
        #expect(!untouched.output.contains("is sent by the code"))
    }
}
