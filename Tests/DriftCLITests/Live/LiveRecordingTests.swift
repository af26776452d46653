import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `--record` saves an exchange, `--replay` runs from it offline; neither contains a secret.
struct LiveRecordingTests {
    private static let secrets = [
        "s3cret-s3cret", "stub-token-", Data("client-id-1:s3cret-s3cret".utf8).base64EncodedString(),
    ]

    /// A folder with a contract, and with snapshots of an org that has changed since.
    private static func folder() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Project.contract, to: "specs/order-status.yaml")
        var org = StubOrg.orders(others: 2)
        org.triggers = [.starting(org.flows[0])]
        try await LiveProject.serving(org, in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        return folder
    }

    private static func changedOrg() -> StubOrg {
        var org = StubOrg.orders(.orderStatus(version: "2.0", inputs: ["Flow.orderNo": "string"]), others: 3)
        org.topics = [
            EventTopic(
                name: "v2.shop.{id}.paid",
                attributes: [.init("amount", .number)],
                source: EventSource(name: "org")
            )
        ]
        org.triggers = [.starting(org.flows[0], topic: "v2.shop.{id}.paid")]
        return org
    }

    @Test(
        arguments: [
            (["snapshot"], []), (["snapshot", "--check"], []), (["check", "--live", "--drafts"], []),
            (["check", "--live", "--report", "json"], []),
            (["snapshot"], [StubFault(.serverError(status: 501), hitting: "/configuration")]),
            (["check", "--live"], [StubFault(.missingPermission("processautomation:trigger:view"))]),
            (["check", "--live"], [StubFault(.redirect(to: "elsewhere.example"))]),
            (
                ["snapshot"],
                [StubFault(.expiredToken(after: 3), times: 1), StubFault(.garbage, times: 1, hitting: "versions")]
            ),
        ] as [([String], [StubFault])]
    )
    func givesTheSameBytesOffline(_ command: [String], _ faults: [StubFault]) async throws {
        let (recorded, replayed) = (try await Self.folder(), try await Self.folder())
        let (live, requests) = try await LiveProject.serving(Self.changedOrg(), faults: faults, in: recorded) { live in
            let words = command + ["--environment", "test", "--host", live.host, "--record", "org.jsonl"]
            let run = await CommandRun(words, in: recorded.path, variables: LiveProject.client)
            return (run, live.server.requestCount)
        }
        #expect(requests > 1)
        let recording = try #require(recorded.read("org.jsonl"))
        try replayed.write(recording, to: "org.jsonl")
        let words = command + ["--environment", "test", "--replay", "org.jsonl"]
        let replay = await CommandRun(words, in: replayed.path)
        #expect(Self.withoutPeople(replay.output) == Self.withoutPeople(live.output))
        #expect(replay.errors == live.errors)
        #expect(replay.status == live.status)
        #expect(try replayed.tree() == recorded.tree())
        let texts = try Array(recorded.tree().values) + [live.transcript]
        #expect(Self.secrets.filter { secret in texts.contains { $0.contains(secret) } } == [])
    }

    /// A text without the people in it: a recording has their ids, and no names.
    private static func withoutPeople(_ text: String) -> String {
        text.replacing(/(published [0-9-]+ by |created by |"(published|created)By" : )[^,;\n]+/) { $0.output.1 }
    }

    @Test func saysWhichRequestTheRecordingLacks() async throws {
        let folder = try await Self.folder()
        try await LiveProject.serving(.orders(), in: folder) { live in
            _ = await live.run("check", "--live", "--trust-index", "--record", "org.jsonl")
        }
        try FileManager.default.removeItem(atPath: folder.path + "/snapshots")
        let words = ["snapshot", "--environment", "test", "--replay", "org.jsonl"]
        let run = await CommandRun(words, in: folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("The recording of the org's answers does not have this request; replay"))
    }

    @Test(arguments: ["snapshot", "check", "doctor", "stub"])
    func takesNoSecretFromTheCommandLine(_ command: String) async throws {
        let help = await CommandRun("help", command, in: try TemporaryFolder())
        let options = help.output.matches(of: /--[a-z-]+/).map { String($0.output) }
        #expect(options.count > 3)
        #expect(options.filter { $0.contains(/secret|token|password|client/) && $0 != "--fault" } == [])
    }
}
