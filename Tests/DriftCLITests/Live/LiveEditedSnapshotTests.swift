import DriftCore
import GenesysStub
import SourceText
import TestSupport
import Testing

@testable import DriftCLI

/// Each live command detects a snapshot that was edited together with its digest in the index.
struct LiveEditedSnapshotTests {
    private static let configuration = "GET /api/v2/flows/{}/versions/{}/configuration"

    /// Serves an org whose flow lacks an input that the contract sends; the snapshots were edited to have it.
    private func withEditedSnapshot(
        contract: String? = Project.contract,
        isTriggerEnabled: Bool? = nil,
        _ body: (_ live: LiveProject, _ written: String) async throws -> Void
    ) async throws {
        let flow = StubFlow.orderStatus(inputs: ["Flow.orderNumber": "string"])
        var org = StubOrg.orders(flow, others: 1)
        org.triggers = isTriggerEnabled.map { [.starting(flow, isEnabled: $0)] } ?? []
        try await LiveProject.serving(org) { live in
            if let contract { try live.folder.write(contract, to: "specs/order-status.yaml") }
            #expect(await live.run("snapshot").status == 0)
            let written = try #require(live.folder.read(Self.file))
            let line = "  Flow.orderNumber: { type: string, read: true }\n"
            let more = "  Flow.isUrgent: { type: boolean, read: true }\n"
            try live.forge(Self.file, written.replacing(line, with: more + line))
            try await body(live, written)
        }
    }

    private static let file = "snapshots/test/workflow/order-status.yaml"

    @Test func goesUnseenByACheckOfTheSnapshotsAlone() async throws {
        try await withEditedSnapshot { live, _ in
            let run = await CommandRun("check", in: live.folder)
            #expect(run.status == 0, "\(run.transcript)")
        }
    }

    @Test(arguments: [["check", "--live"], ["gate", "--live"], ["snapshot", "--check"]])
    func isFoundWhereAContractNamesTheFlow(_ command: [String]) async throws {
        try await withEditedSnapshot { live, _ in
            let words = command + ["--environment", "test", "--host", live.host]
            let run = await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
            #expect(run.status == 1, "\(run.transcript)")
            #expect(run.output.contains("Flow.isUrgent"), "\(run.transcript)")
            if command[0] == "check" {
                #expect(
                    run.output.contains("differs from version 1.0 of the flow, although its index entry has that"),
                    "\(run.transcript)"
                )
            }
            let trusting = await CommandRun(
                words + ["--trust-index"],
                in: live.folder.path,
                variables: LiveProject.client
            )
            #expect(trusting.status == 0, "\(trusting.transcript)")
        }
    }

    @Test func isMendedByASnapshot() async throws {
        try await withEditedSnapshot { live, written in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(live.folder.read(Self.file) == written)
            #expect(await live.run("snapshot", "--check").status == 0)
        }
    }

    @Test(arguments: [true, false])
    func isFoundWhereAnEnabledTriggerStartsTheFlow(_ isEnabled: Bool) async throws {
        try await withEditedSnapshot(contract: nil, isTriggerEnabled: isEnabled) { live, _ in
            let before = live.server.requestCounts[Self.configuration, default: 0]
            let run = await live.run("snapshot", "--check")
            #expect(run.status == (isEnabled ? 1 : 0), "\(run.transcript)")
            #expect(live.server.requestCounts[Self.configuration] == before + (isEnabled ? 1 : 0))
        }
    }

    @Test func isFoundByAFullReadingWhereNothingReliesOnTheFlow() async throws {
        try await withEditedSnapshot(contract: nil) { live, _ in
            #expect(await live.run("snapshot", "--check").status == 0)
            let before = live.server.requestCounts[Self.configuration, default: 0]
            #expect(await live.run("snapshot", "--check", "--full").status == 1)
            #expect(live.server.requestCounts[Self.configuration] == before + 2)
        }
    }

    @Test func isFoundAmongTheTopics() async throws {
        let topic = "v2.shop.{id}.paid"
        let flow = StubFlow.orderStatus()
        let source = EventSource(name: "org")
        let org = StubOrg(
            flows: [flow],
            triggers: [.starting(flow, topic: topic)],
            topics: [EventTopic(name: topic, attributes: [.init("orderNumber", .string)], source: source)]
        )
        try await LiveProject.serving(org) { live in
            #expect(await live.run("snapshot").status == 0)
            let file = "snapshots/test/topics.yaml"
            let written = try #require(live.folder.read(file))
            try live.forge(file, written.replacing("orderNumber: string", with: "isUrgent: boolean"))
            let run = await live.run("check", "--live")
            #expect(run.output.contains("Input 'Flow.isUrgent' is not filled"), "\(run.transcript)")
            #expect(await live.run("snapshot").status == 0)
            #expect(live.folder.read(file) == written)
        }
    }

    @Test(arguments: [
        (["check", "--live", "--full", "--trust-index"], "--trust-index and --full can't be used together"),
        (["check", "--full"], "--full: allowed only with --live"),
        (
            ["snapshot", "--from", "exports", "--trust-index"],
            "--trust-index: allowed only with a live org, not with --from"
        ),
        (["doctor", "--full"], "--full: not allowed with `flowdrift doctor`; remove it"),
    ])
    func refusesWordsThatMakeNoSense(_ words: [String], _ reason: String) async throws {
        let run = await CommandRun(words + ["--environment", "test"], in: try TemporaryFolder().path)
        #expect(run.status == 64)
        #expect(run.errors.contains(reason), "\(run.errors)")
    }
}

extension LiveProject {
    /// Writes a file of the snapshots, and its digest to the index.
    func forge(_ file: String, _ text: String) throws {
        let old = try #require(folder.read(file))
        #expect(old != text)
        let (before, after) = (StableHash(of: old).hexadecimal, StableHash(of: text).hexadecimal)
        try folder.write(text, to: file)
        try folder.editIndex(of: "test", before, after)
    }
}
