import DriftCore
import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// Contracts of other git repositories, fetched by the real git from local repositories.
struct RemoteContractTests {
    /// A flow owner's repository beside other repositories, in one folder.
    private struct Neighbours {
        let folder: TemporaryFolder

        var variables: [String: String] {
            [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
                "XDG_CACHE_HOME": folder.path + "/cache", "GIT_ALLOW_PROTOCOL": "https:ssh:file",
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
            ]
        }

        /// Makes the owner's repository with the snapshot of `prod`, and settings with an entry for contracts.
        init(_ entries: String...) async throws {
            folder = try TemporaryFolder()
            try folder.write(Project.export, to: "flows/exports/order-status.yaml")
            try settings(entries)
            let taken = await CommandRun(
                ["snapshot", "--from", "exports", "--environment", "prod", "--contracts", "none"],
                in: folder.path + "/flows",
                variables: variables
            )
            try #require(taken.status == 0, "\(taken.transcript)")
        }

        func settings(_ entries: [String]) throws {
            let list = entries.map { "  - " + $0.replacing("ROOT", with: folder.path) + "\n" }.joined()
            try folder.write("flowdrift: 1\ncontracts:\n" + list, to: "flows/flowdrift.yaml")
        }

        /// Makes a repository with one contract, which filters may be used on.
        func repository(
            _ name: String,
            _ contract: String = Project.contract,
            path: String = "specs/a.yaml"
        ) throws
            -> GitRepository
        {
            try folder.write(contract, to: "\(name)/\(path)")
            let repository = try GitRepository(folder.path + "/" + name)
            try repository.git("config", "uploadpack.allowFilter", "true")
            try repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
            try repository.commit("a contract")
            return repository
        }

        func run(_ words: String..., without variable: String? = nil) async -> CommandRun {
            await CommandRun(
                words,
                in: folder.path + "/flows",
                variables: variables.filter { $0.key != variable }
            )
        }
    }

    private static let entry = "{ git: \"file://ROOT/shop\", ref: main }"
    private static let wrong = Project.contract.replacing("Flow.orderNumber", with: "Flow.orderNo")

    @Test func comparesThemWithTheFlowsHere() async throws {
        let place = try await Neighbours(Self.entry)
        _ = try place.repository("shop", Self.wrong)
        let run = await place.run("check")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("/shop@main:specs/a.yaml:7:5: error in prod: Input 'Flow.orderNo'"))
        #expect(run.output.contains("  1 contract was read from localhost"))
        #expect(run.errors.contains("fetched localhost"))
        let json = await place.run("check", "--report", "json")
        #expect(json.output.contains("\"ref\" : \"main\""), "\(json.output)")
        #expect(!json.errors.contains("fetched"), "\(json.errors)")
    }

    @Test func readsTheCacheWhenTheRepositoryIsGone() async throws {
        let place = try await Neighbours(Self.entry)
        let shop = try place.repository("shop")
        #expect(await place.run("check").status == 0)
        try FileManager.default.removeItem(atPath: shop.path)
        #expect(await place.run("check").status == 0)
        #expect(await place.run("check", "--offline").status == 0)
        let fetched = await place.run("check", "--fetch")
        #expect(fetched.status == 2, "\(fetched.transcript)")
        #expect(fetched.output.contains("checked: 1 contract"), "\(fetched.transcript)")
        #expect(fetched.errors.contains("can't be reached"), "\(fetched.errors)")
    }

    @Test func bringsTheCacheUpToDateOnlyOnRequest() async throws {
        let place = try await Neighbours(Self.entry)
        let shop = try place.repository("shop")
        #expect(await place.run("check").status == 0)
        try place.folder.write(Self.wrong, to: "shop/specs/a.yaml")
        // As after a force-push, the old commit is no ancestor of the new one.
        try shop.git("checkout", "--quiet", "--orphan", "other")
        try shop.commit("another history")
        try shop.git("branch", "--force", "main", "other")
        #expect(await place.run("check").status == 0)
        #expect(await place.run("check", "--fetch").status == 1)
        #expect(await place.run("check").status == 1)
    }

    @Test func readsARevisionForEachEnvironment() async throws {
        let place = try await Neighbours("{ git: \"file://ROOT/shop\", ref: { test: main, prod: v1 } }")
        let shop = try place.repository("shop")
        try shop.git("tag", "v1")
        try place.folder.write(Self.wrong, to: "shop/specs/a.yaml")
        try shop.commit("a rename that isn't deployed yet")
        let taken = await place.run("snapshot", "--from", "exports", "--environment", "test", "--contracts", "none")
        #expect(taken.status == 0, "\(taken.transcript)")
        #expect(await place.run("check", "--environment", "test").status == 1)
        let run = await place.run("check", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 1 contract,"), "\(run.transcript)")
    }

    @Test func saysInAGateHowOldTheCacheIs() async throws {
        let place = try await Neighbours(Self.entry)
        _ = try place.repository("shop", Self.wrong)
        #expect(await place.run("check").status == 1)
        let gate = await place.run("gate", "--environment", "prod")
        #expect(gate.status == 1, "\(gate.transcript)")
        #expect(gate.output.contains("/shop:order-status"), "\(gate.output)")
        #expect(gate.output.contains("1 contract was read from localhost"), "\(gate.output)")
    }

    @Test func translatesNamesOfEnvironments() async throws {
        let contract = Project.contract.replacing(
            "flow: workflow/Order Status",
            with: "flow: workflow/Order Status\nenvironments: { production: }"
        )
        let place = try await Neighbours(
            "{ git: \"file://ROOT/shop\", ref: main, environments: { production: prod } }"
        )
        _ = try place.repository("shop", contract)
        let run = await place.run("check")
        #expect(run.status == 0 && run.output.contains("checked: 1 contract,"), "\(run.transcript)")
        // The wrong way round, the contract would never be checked.
        try place.settings(["{ git: \"file://ROOT/shop\", ref: main, environments: { prod: production } }"])
        let wrong = await place.run("check")
        #expect(wrong.status == 2, "\(wrong.transcript)")
    }

    @Test func translatesANameInsideTheFlowsName() async throws {
        let contract = Project.contract.replacing("workflow/Order Status", with: "\"workflow/Order {environment}\"")
        let place = try await Neighbours("{ git: \"file://ROOT/shop\", ref: main, environments: { Status: prod } }")
        _ = try place.repository("shop", contract)
        let run = await place.run("check")
        #expect(run.status == 0 && run.output.contains("checked: 1 contract,"), "\(run.transcript)")
    }

    @Test func keepsTwoRepositoriesWithOneNameApart() async throws {
        let place = try await Neighbours(Self.entry, "{ git: \"file://ROOT/ivr\", ref: main }")
        _ = try place.repository("shop", Self.wrong)
        _ = try place.repository("ivr", Self.wrong)
        let run = await place.run("check")
        #expect(run.output.contains("drift: 2 errors"), "\(run.transcript)")
        let callers = await place.run("callers", "Order Status", "Flow.orderNo")
        #expect(callers.output.contains("2 of 2 callers pass 'Flow.orderNo'"), "\(callers.transcript)")
    }

    @Test func readsSchemasOutsideTheFolderOfContracts() async throws {
        let contract = Project.contract.replacing(
            "Flow.isUrgent: boolean",
            with: "Flow.isUrgent: { type: json, schema: ../app/urgent.json }"
        )
        let place = try await Neighbours(Self.entry)
        try place.folder.write("{\"type\": \"object\"}", to: "shop/app/urgent.json")
        let shop = try place.repository("shop", contract)
        let run = await place.run("check")
        #expect(!run.errors.contains("error:"), "\(run.transcript)")
        try FileManager.default.removeItem(atPath: shop.path)
        let later = await place.run("check", "--offline")
        #expect(!later.errors.contains("error:"), "\(later.transcript)")
        #expect(later.output == run.output.replacing("fetched now", with: "fetched less than a minute ago"))
    }

    @Test(arguments: [
        ("ref: nowhere", "has no branch or tag 'nowhere'"),
        ("ref: both", "has both a branch and a tag 'both'"),
        ("ref: main, path: elsewhere", "has no folder 'elsewhere'"),
        ("ref: lfs", "in Git LFS"),
        ("ref: broken", "Unknown key 'lunch'"),
        ("ref: module, path: vendor", "The path is a submodule"),
    ])
    func saysWhatIsWrongAndJudgesTheRest(_ entry: String, _ problem: String) async throws {
        let place = try await Neighbours("{ git: \"file://ROOT/shop\", \(entry) }", "specs")
        try place.folder.write(Project.contract, to: "flows/specs/own.yaml")
        let shop = try place.repository("shop")
        try shop.git("tag", "both")
        try shop.git("branch", "both")
        try shop.git("update-index", "--add", "--cacheinfo", "160000,\(String(repeating: "1", count: 40)),vendor")
        try shop.git("commit", "--quiet", "--message", "a submodule")
        try shop.git("branch", "module")
        for (branch, text) in [
            ("lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n"),
            ("broken", Project.contract + "lunch: {}\n"),
        ] {
            try shop.git("checkout", "--quiet", "-B", branch, "main")
            try place.folder.write(text, to: "shop/specs/a.yaml")
            try shop.git("commit", "--quiet", "--all", "--message", branch)
        }
        let run = await place.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains(problem), "\(run.errors)")
        #expect(run.output.contains("checked: 1 contract"), "\(run.transcript)")
    }

    @Test(arguments: [
        ("git: \"-u\", ref: main", "flowdrift can't fetch from this repository's address"),
        ("git: \"ext::sh -c x\", ref: main", "flowdrift can't fetch from this repository's address"),
        ("git: \"http://a.example.org/b\", ref: main", "flowdrift can't fetch from this repository's address"),
        ("git: \"https://a.example.org/b\", ref: \"--upload-pack=x\"", "cannot be a branch, tag or commit"),
        ("git: \"https://a.example.org/b\", ref: main, path: ../x", "leads out of the repository"),
        ("git: \"https://a.example.org/b\"", "'ref'"),
    ])
    func refusesWhatGitCouldMisread(_ entry: String, _ problem: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("flowdrift: 1\ncontracts:\n  - { \(entry) }\n", to: "flowdrift.yaml")
        let run = await CommandRun(["check"], in: folder.path)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains(problem), "\(run.errors)")
    }

    @Test func connectsOnlyByAllowedWays() async throws {
        let place = try await Neighbours(Self.entry)
        _ = try place.repository("shop")
        let run = await place.run("check", without: "GIT_ALLOW_PROTOCOL")
        #expect(run.status == 2)
        #expect(run.errors.contains("allow the protocol with GIT_ALLOW_PROTOCOL"), "\(run.errors)")
        let offline = await place.run("check", "--offline")
        #expect(offline.status == 2)
        #expect(offline.errors.contains("--offline forbids fetching it"), "\(offline.errors)")
    }

    /// A pull request must not make a runner fetch an address of its choice.
    @Test func fetchesOnlyWhatTheBaseRevisionNames() async throws {
        let place = try await Neighbours("specs")
        try place.folder.write(Project.contract, to: "flows/specs/own.yaml")
        try GitRepository(place.folder.path + "/flows").commit("as it was")
        _ = try place.repository("shop")
        try place.settings(["specs", Self.entry])
        let run = await place.run("check", "--base", "git:main")
        #expect(run.status == 2, "\(run.transcript)")
        let reason = "was not fetched, because flowdrift.yaml at the base revision doesn't list it"
        #expect(run.errors.contains(reason), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/cache"))
        try GitRepository(place.folder.path + "/flows").commit("named")
        #expect(await place.run("check", "--base", "git:main").status == 0)
    }

    @Test func printsNoPasswordOfAnAddress() async throws {
        let secret = "hunter2secret"
        let place = try await Neighbours("{ git: \"https://bot:\(secret)@127.0.0.1:9/shop.git\", ref: main }")
        for words in [["check"], ["check", "--report", "json"], ["callers"]] {
            let run = await CommandRun(words, in: place.folder.path + "/flows", variables: place.variables)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(!run.transcript.contains(secret), "\(run.transcript)")
            #expect(run.errors.contains("127.0.0.1/shop can't be reached"), "\(run.errors)")
        }
        let cache = try place.folder.tree().filter { $0.key.hasPrefix("cache/") }
        #expect(cache.values.allSatisfy { !$0.contains(secret) })
    }

    @Test func waitsForNoServerThatHangs() async throws {
        let place = try await Neighbours("{ git: \"https://127.0.0.1/shop\", ref: main }")
        // A git that never answers; the run gives up at once, because it has no patience.
        try place.folder.write("#!/bin/sh\nexec sleep 1000\n", to: "bin/git")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: place.folder.path + "/bin/git"
        )
        var context = Context.of(place.folder)
        context.variables = place.variables.merging(["PATH": place.folder.path + "/bin:/usr/bin:/bin"]) { $1 }
        context.gitPatience = 0
        var git = Git(context: context)
        git.patience = context.gitPatience
        #expect(throws: (any Error).self) { try git.run(["ls-remote"], about: "a server that hangs") }
    }

    @Test func stopsTheHelpersOfAGitThatHangs() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "sh -c 'echo connected; sleep 30; echo survived' & wait"]
        let output = Pipe()
        process.standardOutput = output
        try Git.start(process)
        let first = output.fileHandleForReading.availableData
        Git.stop(process)
        // The output ends when the helper has ended.
        let rest = output.fileHandleForReading.readDataToEndOfFile()
        #expect(String(decoding: first + rest, as: UTF8.self) == "connected\n")
    }

    @Test func fetchesADamagedCacheAgain() async throws {
        let place = try await Neighbours(Self.entry)
        _ = try place.repository("shop")
        #expect(await place.run("check").status == 0)
        let objects = try #require(
            FileManager.default.subpaths(atPath: place.folder.path + "/cache")?.filter { $0.hasSuffix("objects") }.first
        )
        try FileManager.default.removeItem(atPath: place.folder.path + "/cache/" + objects)
        let offline = await place.run("check", "--offline")
        #expect(offline.status == 2, "\(offline.transcript)")
        let run = await place.run("check")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func letsTwoRunsFetchAtOnce() async throws {
        let place = try await Neighbours(Self.entry)
        _ = try place.repository("shop")
        async let first = place.run("check", "--fetch")
        async let second = place.run("check", "--fetch")
        let runs = await [first, second]
        #expect(runs.map(\.status) == [0, 0], "\(runs.map(\.transcript))")
    }

    @Test func readsNothingFromACacheThatCannotBeWritten() async throws {
        let place = try await Neighbours(Self.entry, "specs")
        try place.folder.write(Project.contract, to: "flows/specs/own.yaml")
        _ = try place.repository("shop")
        try place.folder.write("in the way", to: "cache/flowdrift")
        let run = await place.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("The cache can't be written"), "\(run.errors)")
        #expect(run.output.contains("checked: 1 contract"), "\(run.transcript)")
    }

    @Test func refusesTwoRevisionsForOneEnvironment() async throws {
        let place = try await Neighbours(Self.entry, "{ git: \"file://ROOT/shop/\", ref: v1 }")
        let shop = try place.repository("shop")
        try shop.git("tag", "v1")
        let run = await place.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("for one environment at two revisions, 'main' and 'v1'"), "\(run.errors)")
    }

    /// A server that asks for a password gets none, and the run doesn't wait for one.
    @Test func asksForNoPassword() async throws {
        let place = try await Neighbours("{ git: \"https://git.example.org/shop\", ref: main }")
        // A git that prints what a terminal prompt would need.
        let script =
            "#!/bin/sh\necho \"$GIT_TERMINAL_PROMPT,$GIT_ASKPASS,$SSH_ASKPASS,$GIT_SSH_COMMAND\" >&2\nexit 128\n"
        try place.folder.write(script, to: "bin/git")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: place.folder.path + "/bin/git"
        )
        let variables = place.variables.merging(["PATH": place.folder.path + "/bin:/usr/bin:/bin"]) { $1 }
        let run = await CommandRun(["check"], in: place.folder.path + "/flows", variables: variables)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("0,,,"), "\(run.errors)")
    }

    @Test func namesARepositoryByOneFormOnly() throws {
        let forms = [
            "https://git.example.org/team/web-shop.git", "ssh://git@git.example.org:22/team/web-shop",
            "git@git.example.org:team/web-shop.git", "https://u:p@GIT.example.org/team/web-shop/",
        ]
        for form in forms {
            #expect(RepositoryAddress(form)?.name == "git.example.org/team/web-shop", "\(form)")
        }
        for form in ["web-shop", "/srv/x", "C:/x", "http://a/b", "git://a/b", "https://a", "https://-x/y", "a b@c:d"] {
            #expect(RepositoryAddress(form) == nil, "\(form)")
        }
    }
}
