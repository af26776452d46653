import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

/// Findings in an org count even if something can't be written afterwards.
struct LiveWritingTests {
    /// A repository with a contract and its snapshots, and an org that has changed since.
    private func check(
        _ after: StubOrg,
        _ arguments: [String],
        prepare: (TemporaryFolder) throws -> Void
    ) async throws -> CommandRun {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            try prepare(live.folder)
            live.server.serve(after)
            let words = ["check", "--live", "--environment", "test", "--host", live.host] + arguments
            return await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
        }
    }

    private static let drifted = StubFlow.orderStatus(version: "2.0", inputs: ["Flow.orderNo": "string"])

    private func expectDrift(_ run: CommandRun, besides problem: String) {
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.errors.contains(problem), "\(run.errors)")
        #expect(run.output.contains("[input-undeclared]"))
        #expect(run.output.contains("; not everything could be read"))
    }

    @Test func keepsItsFindingsWhereTheSnapshotsAreALink() async throws {
        let run = try await check(.orders(Self.drifted), ["--update"]) { folder in
            let (here, there) = (folder.path + "/snapshots/test", folder.path + "/elsewhere")
            try FileManager.default.moveItem(atPath: here, toPath: there)
            try FileManager.default.createSymbolicLink(atPath: here, withDestinationPath: there)
        }
        expectDrift(run, besides: "snapshots/test: Cannot write into this folder: the folder is a symbolic link")
    }

    @Test func keepsItsFindingsWhereTwoFlowsWouldShareASnapshot() async throws {
        // The two names have the same words, and the same 64-bit hash.
        let org = StubOrg(flows: [Self.drifted, .workflow("Flow;,:@!:@&.?&.#.!?"), .workflow("Flow&&?$;&$@.!##:!!)")])
        let run = try await check(org, ["--update"]) { _ in }
        expectDrift(run, besides: "/workflow/flow-")
        #expect(
            run.errors.contains(
                "Two flows would have this file as their snapshot; one of them is 'workflow/Flow;,:@!:@&.?&.#.!?'; "
                    + "rename one of the flows"
            )
        )
    }

    @Test func keepsItsFindingsWhereTheRecordingCannotBeWritten() async throws {
        let run = try await check(.orders(Self.drifted), ["--record", "kept"]) { folder in
            try folder.write("", to: "kept/file")
        }
        expectDrift(run, besides: "kept: Cannot write the file: ")
    }
}
