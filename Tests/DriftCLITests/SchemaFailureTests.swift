import TestSupport
import Testing

/// `flowdrift schema` says what is wrong, and then writes nothing.
struct SchemaFailureTests {
    @Test(arguments: [
        (["order-stats"], 64, "there is no contract 'order-stats'; did you mean 'order-status'?"),
        (["refund"], 64, "there is no contract 'refund'; name one of these: 'order-status'"),
        (
            ["specs/order-stats.yaml"], 2,
            "specs/order-stats.yaml: there is no such file; did you mean 'specs/order-status.yaml'?"
        ),
        (["specs"], 64, "'specs' is a folder; name a single contract, or its file"),
        (["order-status", "--check"], 64, "--check needs --output FILE, the file to compare with the contract"),
        (
            ["order-status", "--check", "--output", "-"], 64,
            "--check needs --output FILE, the file to compare with the contract"
        ),
        (["order-status", "--as", "yaml"], 64, "The value 'yaml' is invalid for '--as <form>'"),
        ([], 64, "Missing expected argument '<contract>'"),
        (
            ["order-status", "--contracts", "elsewhere"], 2,
            "contract 'order-status' was not found in elsewhere, and a file could not be read: elsewhere: There is no such"
        ),
        (["order-status", "--config", "nope.yaml"], 2, "nope.yaml: there is no such file"),
    ])
    func saysWhatIsMissing(_ words: [String], _ status: Int32, _ message: String) async throws {
        let project = try Project.unsnapped()
        let before = try project.folder.tree()
        let run = await CommandRun(["schema"] + words, in: project.folder.path)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try project.folder.tree() == before)
    }

    @Test func writesNothingOfAContractThatCannotBeRead() async throws {
        let project = try Project.unsnapped("flowdrift: 1\ncontract: order-status\nflow: workflow/A\nlunch: {}\n")
        for contract in ["order-status", "specs/order-status.yaml"] {
            let run = await project.run("schema", contract, "--output", "types.ts")
            #expect(run.status == 2)
            #expect(
                run.errors.contains("specs/order-status.yaml:4:1: Unknown key 'lunch' in a contract"),
                "\(run.errors)"
            )
            #expect(project.folder.read("types.ts") == nil)
        }
    }

    @Test func asksWhichOfTwoContractsIsMeant() async throws {
        let project = try Project.unsnapped()
        try project.folder.write(Project.contract, to: "specs/second.yaml")
        let run = await project.run("schema", "order-status", "-o", "types.ts")
        #expect(run.status == 2)
        let places = "specs/order-status.yaml and in specs/second.yaml"
        #expect(run.errors == "error: contract 'order-status' is in \(places); name one of the files instead\n")
        #expect(project.folder.read("types.ts") == nil)
        #expect(await project.run("schema", "specs/second.yaml", "-o", "types.ts").status == 0)
    }

    @Test func readsOneContractBesideOthersThatCannotBeRead() async throws {
        let project = try Project.unsnapped()
        try project.folder.write("flowdrift: 1\n", to: "specs/broken.yaml")
        let run = await project.run("schema", "order-status")
        #expect(run.status == 0)
        #expect(run.output == SchemaCommandTests.schema)
    }

    @Test func replacesNoFileThatItDidNotMake() async throws {
        let project = try Project.unsnapped()
        try project.folder.write("export const mine = 1;\n", to: "types.ts")
        for words in [["-o", "types.ts"], ["-o", "types.ts", "--check"], ["-o", "specs/order-status.yaml"]] {
            let before = try project.folder.tree()
            let run = await CommandRun(["schema", "order-status"] + words, in: project.folder.path)
            #expect(run.status == 2)
            #expect(run.errors.contains("`flowdrift schema` didn't write the existing file"), "\(run.errors)")
            #expect(try project.folder.tree() == before)
        }
        try project.folder.write("", to: "types.ts")
        #expect(await project.run("schema", "order-status", "-o", "types.ts").status == 0)
    }

    @Test func writesNothingToAFolder() async throws {
        let project = try Project.unsnapped()
        let before = try project.folder.tree()
        let run = await project.run("schema", "order-status", "--output", "specs")
        #expect(run.status == 2)
        #expect(run.errors.contains("specs: Expected a file, found a folder"))
        #expect(try project.folder.tree() == before)
    }

    @Test func needsTheSchemasThatTheContractNames() async throws {
        let contract = Project.contract.replacing(
            "Flow.isUrgent: boolean",
            with: "Flow.order: { type: json, schema: ../app/order.json }"
        )
        let project = try Project.unsnapped(contract)
        let run = await project.run("schema", "order-status", "-o", "types.ts")
        #expect(run.status == 2)
        #expect(
            run.errors.contains("contract 'order-status' has a schema that can't be read: specs/order-status.yaml:8:")
        )
        #expect(run.errors.contains("The schema '../app/order.json' cannot be read"), "\(run.errors)")
        #expect(project.folder.read("types.ts") == nil)
    }

    @Test func showsNoSecret() async throws {
        let project = try Project.unsnapped()
        let variables = ["GENESYSCLOUD_OAUTHCLIENT_SECRET": "s3cret-s3cret"]
        for words in [
            ["order-status"], ["order-status", "-o", "a.ts"], ["order-status", "-o", "a.ts", "--check"], ["nothing"],
        ] {
            // CommandRun looks for secrets in outputs and files.
            let run = await CommandRun(["schema"] + words, in: project.folder.path, variables: variables)
            #expect(run.status == (words == ["nothing"] ? 64 : 0))
        }
    }
}

extension Project {
    /// A repository with a contract, and without snapshots.
    static func unsnapped(_ contract: String = Project.contract) throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(contract, to: "specs/order-status.yaml")
        return project
    }
}
