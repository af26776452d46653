import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCLI

/// Files that a contract, a plan or a link names must be inside the repository.
struct ConfinementTests {
    private static let secret = "wallaby-4711-is-nobody-s-business"

    /// A folder with a repository in it, and files outside the repository.
    private struct Place {
        let folder: TemporaryFolder
        let repository: String

        /// Runs a command in the repository, or in one of its folders.
        func run(_ arguments: String..., in sub: String = "") async -> CommandRun {
            await CommandRun(arguments, in: repository + sub)
        }

        func write(_ text: String, to file: String) throws { try folder.write(text, to: "repo/" + file) }

        func link(_ path: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: repository + "/" + path, withDestinationPath: target)
        }
    }

    private static func place(hasGit: Bool = true) async throws -> Place {
        let folder = try TemporaryFolder()
        let place = Place(folder: folder, repository: folder.path + "/repo")
        try place.write(Project.export, to: "exports/order-status.yaml")
        try place.write(Project.contract, to: "specs/order-status.yaml")
        if hasGit { _ = try GitRepository(place.repository) }
        try folder.write("\(secret)\n", to: "outside/note.txt")
        try folder.write(#"{ "flowId": "x", "inputData": { "\#(secret)": 1 } }"#, to: "outside/body.json")
        let run = await place.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0, "\(run.transcript)")
        return place
    }

    private static func contract(payload: String) -> String {
        Project.contract + "  payloads: [\(payload)]\n"
    }

    @Test(
        arguments: [
            "../../outside/note.txt", "../../outside/body.json", "../../outside/body.json#/inputData",
            "../../outside/none",
            "../specs/../../outside/note.txt", "linked/note.txt", "note.txt", "there/../note.txt", "../.git/config",
        ],
        [true, false]
    )
    func refusesAPayloadOutsideTheRepository(_ payload: String, hasGit: Bool) async throws {
        guard hasGit || payload != "../.git/config" else { return }
        let place = try await Self.place(hasGit: hasGit)
        try place.write(Self.contract(payload: payload), to: "specs/order-status.yaml")
        try place.link("specs/linked", to: "../../outside")
        try place.link("specs/note.txt", to: "chain.txt")
        try place.link("specs/chain.txt", to: "../../outside/note.txt")
        try place.link("there", to: "specs")
        let run = await place.run("check", "--contracts", "specs/order-status.yaml")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(!run.transcript.contains("wallaby"))
        #expect(run.errors.contains("specs/order-status.yaml:10:14: The payload '\(payload)' cannot be read: "))
        #expect(run.errors.contains("allow its folder with --allow-path DIR"))
    }

    @Test func refusesAnAbsolutePathAndASchema() async throws {
        let place = try await Self.place()
        let file = place.folder.path + "/outside/body.json"
        try place.write(Self.contract(payload: file), to: "specs/order-status.yaml")
        let payload = await place.run("check")
        #expect(payload.status == 2)
        #expect(payload.errors.contains("The payload '\(file)' cannot be read: the path is outside the repository"))
        let inputs = Project.contract.replacing(
            "Flow.orderNumber: string",
            with: "Flow.orderNumber: { type: json, schema: ../../outside/body.json }"
        )
        try place.write(inputs, to: "specs/order-status.yaml")
        let schema = await place.run("check")
        #expect(schema.status != 0)
        #expect(
            schema.errors.contains(
                "specs/order-status.yaml:7:45: The schema '../../outside/body.json' cannot be read: "
                    + "the path is outside the repository; move the file into the repository"
            ),
            "\(schema.errors)"
        )
    }

    @Test func readsWhatTheCommandLineOpens() async throws {
        let place = try await Self.place()
        try place.write(Self.contract(payload: "../../outside/body.json"), to: "specs/order-status.yaml")
        let open = await place.run("check", "--allow-path", "../outside")
        #expect(open.output.contains(Self.secret), "\(open.transcript)")
        try place.folder.write(Project.contract + "  payloads: [body.json]\n", to: "other/specs/order-status.yaml")
        try place.folder.write(#"{ "flowId": "x", "inputData": { "Flow.wallaby": 1 } }"#, to: "other/specs/body.json")
        let named = await place.run("check", "--contracts", "../other/specs")
        #expect(named.output.contains("wallaby"), "\(named.transcript)")
        try place.folder.write(Project.export, to: "elsewhere/order-status.yaml")
        let from = await place.run("check", "--from", place.folder.path + "/elsewhere", "--contracts", "../other/specs")
        #expect(from.output.contains("wallaby"), "\(from.transcript)")
    }

    @Test func readsLinksWithinTheRepository() async throws {
        let place = try await Self.place()
        try place.write(#"{ "flowId": "x", "inputData": { "Flow.wallaby": 1 } }"#, to: "app/body.json")
        try place.link("specs/bodies", to: "../app")
        try place.write(Self.contract(payload: "bodies/body.json"), to: "specs/order-status.yaml")
        #expect(await place.run("check").output.contains("wallaby"))
        // From a folder of the repository, and by an absolute path.
        try place.write(Self.contract(payload: place.repository + "/app/body.json"), to: "specs/order-status.yaml")
        let below = await place.run("check", "--contracts", "../specs", "--snapshots", "../snapshots", in: "/app")
        #expect(below.output.contains("wallaby"), "\(below.transcript)")
    }

    @Test(arguments: ["specs/linked.yaml", "specs/linked", "specs/deep/linked"])
    func refusesALinkThatLeadsOutOfTheFolderOfContracts(_ link: String) async throws {
        let place = try await Self.place()
        try place.write("", to: "specs/deep/.keep")
        let depth = String(repeating: "../", count: link.split(separator: "/").count)
        try place.link(link, to: depth + "outside" + (link.hasSuffix(".yaml") ? "/note.txt" : ""))
        for arguments in [["check"], ["check", "--contracts", "specs"], ["gate", "--environment", "prod"]] {
            let run = await CommandRun(arguments, in: place.repository)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(
                run.errors.contains("error: \(link): A link leads out of the repository; move the file"),
                "\(run.errors)"
            )
            #expect(!run.transcript.contains("wallaby"))
        }
    }

    @Test func refusesAFolderOfContractsOrSnapshotsThatIsALinkOut() async throws {
        let place = try await Self.place()
        try place.folder.write(Project.contract, to: "outside/order-status.yaml")
        try FileManager.default.removeItem(atPath: place.repository + "/specs")
        try place.link("specs", to: "../outside")
        let run = await place.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: specs: A link leads out of the repository"), "\(run.errors)")
        #expect(await place.run("check", "--allow-path", "specs").status == 0)
        try place.link("flowdrift.yaml", to: "../outside/note.txt")
        let settings = await place.run("check", "--allow-path", "../nothing")
        #expect(settings.status == 2)
        #expect(!settings.transcript.contains("wallaby"))
    }

    @Test func opensTheFolderOfTheSettingsOutsideGit() async throws {
        let place = try await Self.place(hasGit: false)
        try place.folder.write("flowdrift: 1\n", to: "flowdrift.yaml")
        try place.write(Self.contract(payload: "../../outside/body.json"), to: "specs/order-status.yaml")
        #expect(await place.run("check").status == 2)
        let run = await place.run("check", "--config", "../flowdrift.yaml")
        #expect(run.output.contains(Self.secret), "\(run.transcript)")
    }

    @Test func endsAtAWorktree() async throws {
        let place = try await Self.place()
        let repository = try GitRepository(place.repository)
        try repository.commit("All")
        try repository.git("worktree", "add", "--quiet", "--detach", "trees/a")
        try place.write(#"{ "flowId": "x", "inputData": { "Flow.wallaby": 1 } }"#, to: "body.json")
        try place.write(Self.contract(payload: "../../../body.json"), to: "trees/a/specs/order-status.yaml")
        let run = await place.run("check", in: "/trees/a")
        #expect(run.status == 2)
        #expect(run.errors.contains("is outside the repository"), "\(run.errors)")
    }

    @Test func refusesAFileThatAPlanNames() async throws {
        let place = try await Self.place()
        let plan = """
            { "format_version": "1.2", "resource_changes": [
              { "address": "genesyscloud_flow.order", "mode": "managed", "type": "genesyscloud_flow", "name": "order",
                "change": { "actions": ["create"], "before": null, "after_unknown": {}, "after": {
                  "type": "WORKFLOW", "name": "Order Status", "filepath": "FILE", "substitutions": {} } } } ] }
            """
        try place.write(plan.replacing("FILE", with: "../outside/note.txt"), to: "plan.json")
        let run = await place.run("plan", "plan.json", "--environment", "prod")
        #expect(run.status != 0)
        #expect(!run.transcript.contains("wallaby"))
        #expect(
            run.errors.contains(
                "plan.json: The file '../outside/note.txt' of 'genesyscloud_flow.order' cannot be read: "
                    + "the path is outside the repository; move the file into the repository, or allow its folder"
            ),
            "\(run.errors)"
        )
        try place.folder.write(Project.export, to: "infra/order.yaml")
        try place.write(plan.replacing("FILE", with: "order.yaml"), to: "plan.json")
        let open = await place.run("plan", "plan.json", "--environment", "prod", "--chdir", "../infra")
        #expect(!open.errors.contains("outside"), "\(open.errors)")
    }

    @Test func refusesTheBodyOfARequestOutside() async throws {
        let place = try await Self.place()
        try place.write(
            "curl -d @../outside/body.json https://api.mypurecloud.com/api/v2/flows/executions\n",
            to: "run.sh"
        )
        let run = await place.run("lint", "run.sh")
        #expect(run.status == 2)
        #expect(!run.transcript.contains("wallaby"))
        #expect(run.errors.contains("run.sh:1:"), "\(run.errors)")
        #expect(await place.run("lint", "run.sh", "--allow-path", "../outside").transcript.contains("wallaby"))
    }

    @Test(arguments: ["../../etc/x.json", "/etc/passwd", "../../../../../../etc/passwd"])
    func namesAPathAboveTheRootOfARevision(_ payload: String) async throws {
        let place = try await Self.place()
        try place.write(Self.contract(payload: payload), to: "specs/order-status.yaml")
        try place.write("{}", to: "etc/x.json")
        try GitRepository(place.repository).commit("All")
        let run = await place.run("gate", "--environment", "prod", "--contracts-from", "git:HEAD")
        #expect(run.status == 2)
        #expect(run.errors.contains("'\(payload)' cannot be read: the path is outside the repository"), "\(run.errors)")
    }
}

/// A file of the repository that a contract names, by mistake or on purpose, and that isn't a request.
struct StrangePayloadTests {
    @Test(
        arguments: [
            ("DB_PASSWORD=correct-horse-battery\n", "DB_PASSWORD=correct-…"),
            ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n", "-----BEGIN PRIVATE K…"),
            (#"{ "auths": { "ghcr.io": { "auth": "Y29ycmVjdC1ob3JzZQ==" } } }"#, #"{ "auths": { "ghcr.i…"#),
            ("[core]\n\trepositoryformatversion = 0\n", nil), ("short\nsecond line\n", "short…"),
        ] as [(String, String?)]
    )
    func quotesTwentyCharactersOfIt(_ text: String, _ quoted: String?) async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract + "  payloads: [../notes/it.txt]\n", to: "specs/order-status.yaml")
        try project.folder.write(text, to: "notes/it.txt")
        let run = await project.run("check")
        #expect(run.status != 0)
        for secret in ["correct-horse", "MIIE", "Y29y", "repositoryformatversion", "second"] {
            #expect(!run.transcript.contains(secret), "\(run.transcript)")
        }
        guard let quoted else { return }
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "specs/order-status.yaml:10:14: The payload '../notes/it.txt' cannot be read: "
                    + "the file contains no request; it begins with '\(quoted)'; name a file with the request's body"
            ),
            "\(run.errors)"
        )
    }

    @Test func quotesTwentyCharactersOfAValue() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.contract + "  payloads: [../body.json]\n", to: "specs/order-status.yaml")
        let body =
            #"{ "flowId": "x", "inputData": { "Flow.isUrgent": "correct-horse-battery-staple", "Flow.orderNumber": "1" } }"#
        try project.folder.write(body, to: "body.json")
        let run = await project.run("check", "--report", "json")
        #expect(run.status == 1)
        #expect(run.output.contains("correct-horse-batter…"), "\(run.output)")
        #expect(!run.output.contains("staple"))
    }
}
