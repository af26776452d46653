import TestSupport
import Testing

@testable import DriftCLI

struct InitCommandTests {
    private func run(
        _ arguments: String...,
        in folder: TemporaryFolder,
        _ variables: [String: String] = [:]
    ) async -> CommandRun {
        await CommandRun(["init"] + arguments, in: folder.path, variables: variables)
    }

    @Test func beginsWithNothing() async throws {
        let folder = try TemporaryFolder()
        let run = await run(in: folder)
        #expect(run.status == 0)
        #expect(
            run.output == """
                flowdrift.yaml: written, with the environments: prod

                next:
                  set GENESYSCLOUD_REGION to the region, such as eu-west-1, or name a gateway with --host
                  flowdrift snapshot --environment prod    reads the org, or exports with --from DIR
                  flowdrift contract "Flow Name"           writes a contract of a flow that your code starts, for you to edit
                  flowdrift check                          compares contracts with snapshots

                """
        )
        #expect(run.errors.hasPrefix("notice: no environment was found, so the settings name one 'prod'"))
        #expect(Array(try folder.tree().keys) == ["flowdrift.yaml"])
        #expect(folder.read("flowdrift.yaml")?.contains("\nenvironments:\n  prod: {}\n") == true)
    }

    @Test func findsEnvironmentsAndRegionsInTheVariables() async throws {
        let folder = try TemporaryFolder()
        let variables = [
            "GENESYSCLOUD_OAUTHCLIENT_ID": "id", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "key",
            "GENESYSCLOUD_REGION": "mypurecloud.ie", "PROD_OAUTHCLIENT_ID": "id",
            "PROD_OAUTHCLIENT_SECRET": "very-secret",
            "PROD_REGION": "us_east_1", "TEST_OAUTHCLIENT_ID": "id", "OTHER_REGION": "eu-west-2",
        ]
        let run = await run(in: folder, variables)
        #expect(run.output.hasPrefix("flowdrift.yaml: written, with the environments: prod, test\n"))
        let text = try #require(folder.read("flowdrift.yaml"))
        #expect(text.contains("  prod: { region: us-east-1, credentials: PROD }\n"))
        #expect(text.contains("  test: { region: eu-west-1, credentials: TEST }\n"))
        #expect(!text.contains("secret") && !run.transcript.contains("very-secret"))
        #expect(run.output.contains("\n  set TEST_OAUTHCLIENT_SECRET too\n"))
    }

    @Test func readsARegionOfAProfile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("[DEFAULT]\nenvironment = \"mypurecloud.de\"\n", to: "home/.gc/config.toml")
        _ = await run("--environment", "dev", in: folder, ["HOME": folder.path + "/home"])
        #expect(folder.read("flowdrift.yaml")?.contains("  dev: { region: eu-central-1 }\n") == true)
    }

    @Test func saysWhereARegionIsNone() async throws {
        let folder = try TemporaryFolder()
        let run = await run(in: folder, ["GENESYSCLOUD_REGION": "narnia"])
        #expect(run.status == 0)
        #expect(run.errors.contains("notice: prod: There is no Genesys Cloud region 'narnia'; write the AWS name"))
    }

    @Test(arguments: [
        (".github/dependabot.yml", ".github/workflows/flowdrift.yml", "variable FLOWDRIFT_DEB"),
        (
            ".gitlab-ci.yml", ".gitlab/flowdrift.gitlab-ci.yml",
            "`include: [{ local: .gitlab/flowdrift.gitlab-ci.yml }]`"
        ),
        ("Jenkinsfile", "Jenkinsfile.flowdrift", "make a pipeline from Jenkinsfile.flowdrift"),
    ])
    func writesAJobForTheServerThatTheRepositoryUses(_ marker: String, _ file: String, _ step: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: marker)
        let run = await run(in: folder)
        #expect(run.output.contains("\n\(file): written\n"))
        #expect(run.output.contains(step))
        #expect(folder.read(file)?.contains("flowdrift check --report") == true)
        #expect(folder.read(marker) == "x")
    }

    @Test func writesAJobForTheServerThatIsNamed() async throws {
        let folder = try TemporaryFolder()
        _ = await run("--ci", "gitlab", "--ci", "jenkins", in: folder)
        #expect(
            try folder.tree().keys.sorted() == [
                ".gitlab/flowdrift.gitlab-ci.yml", "Jenkinsfile.flowdrift", "flowdrift.yaml",
            ]
        )
    }

    @Test func findsExportsAndSaysHowToReadThem() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.export, to: "architect/flows/order-status.yaml")
        try folder.write("services: {}\n", to: "deploy/compose.yaml")
        let run = await run("--environment", "test", in: folder)
        #expect(
            run.output.contains(
                "\n  flowdrift snapshot --from architect/flows --environment test    reads the flows of"
            )
        )
    }

    @Test func writesAFirstContractWhereThereAreSnapshots() async throws {
        let folder = try TemporaryFolder()
        let project = Project(folder: folder)
        try folder.write(Project.export, to: "exports/order-status.yaml")
        _ = await project.run("init")
        let snapshot = await project.run("snapshot", "--from", "exports")
        #expect(snapshot.status == 0)
        let again = await project.run("init")
        #expect(
            again.output == """
                flowdrift.yaml: already exists, and stays as it is
                specs/order-status.yaml: written; delete the inputs and outputs that the code doesn't use

                """
        )
        let check = await project.run("check")
        #expect(check.status == 0)
        #expect(check.output.hasSuffix("\nin sync: no findings\n"))
    }

    @Test func overwritesNothing() async throws {
        let project = try await Project.inSync()
        for file in ["flowdrift.yaml", ".github/workflows/flowdrift.yml"] {
            try project.folder.write("flowdrift: 1\n", to: file)
        }
        let before = try project.folder.tree()
        let run = await project.run("init", "--environment", "dev")
        #expect(run.status == 0)
        #expect(try project.folder.tree() == before)
        #expect(
            run.output == """
                flowdrift.yaml: already exists, and stays as it is
                .github/workflows/flowdrift.yml: already exists, and stays as it is
                nothing is left to do; run `flowdrift check`

                """
        )
    }

    @Test func stopsAtSettingsThatCannotBeRead() async throws {
        let folder = try TemporaryFolder()
        try folder.write("flowdrift: [", to: "flowdrift.yaml")
        let run = await run(in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("flowdrift.yaml:"))
    }
}

/// The output of commands in a repository that lacks something.
struct FirstStepsTests {
    @Test(arguments: [["check"], ["waive"], ["gate", "--environment", "prod"]])
    func saysWhatToDoInAnEmptyFolder(_ arguments: [String]) async throws {
        let run = await CommandRun(arguments, in: try TemporaryFolder().path)
        #expect(run.status == 2)
        #expect(
            run.errors.hasSuffix(
                """
                next:
                  flowdrift init                           writes flowdrift.yaml and a job for your CI
                  set GENESYSCLOUD_REGION to the region, such as eu-west-1, or name a gateway with --host
                  flowdrift snapshot --environment prod    reads the org, or exports with --from DIR
                  flowdrift contract "Flow Name"           writes a contract of a flow that your code starts, for you to edit
                  flowdrift check                          compares contracts with snapshots

                """
            )
        )
    }

    @Test func namesOnlyWhatIsLeft() async throws {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        try project.folder.write("flowdrift: 1\n", to: "flowdrift.yaml")
        let before = await project.run("check")
        #expect(
            before.errors.contains(
                "\n  flowdrift snapshot --from exports --environment prod    reads the flows of exports\n"
            )
        )
        #expect(!before.errors.contains("flowdrift init"))
        _ = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        let after = await project.run("check")
        #expect(after.errors.contains("next:\n  flowdrift contract \"Order Status\"    writes a contract"))
        #expect(!after.errors.contains("flowdrift snapshot"))
    }

    @Test func keepsQuietWhereEverythingIsThere() async throws {
        let project = try await Project.inSync()
        let run = await project.run("check", "--environment", "prd")
        #expect(run.status == 64)
        #expect(!run.errors.contains("next:"))
    }

    @Test(arguments: [
        (["snapshot"], "use --environment to name the environment of the flows"),
        (["diff", "test", "prod"], "no environment has any yet"),
        (["contract", "X"], "take some with `flowdrift snapshot --from DIR"),
        (["doctor"], "set GENESYSCLOUD_REGION"), ([], "init "),
    ])
    func saysTheFixInAnEmptyFolder(_ arguments: [String], _ fix: String) async throws {
        let run = await CommandRun(arguments, in: try TemporaryFolder().path)
        #expect(run.status != 0)
        #expect(run.transcript.contains(fix))
    }
}
