import DriftCore
import DriftEngine
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift snapshot` gives the same for a live org as for its exports.
struct LiveSnapshotTests {
    @Test(arguments: ["first-snapshot", "changed-trigger", "removed-output", "renamed-input"])
    func givesTheSnapshotsThatTheExportsGive(_ story: String) async throws {
        let exports = Folders.package.appending(path: "Examples/\(story)/exports").path
        try await expectSameSnapshots(exports, count: 1)
    }

    @Test(.enabled(if: Folders.isShared("corpus"), "there is no corpus beside the checkout"))
    func givesTheSnapshotsThatTheCorpusGives() async throws {
        try await expectSameSnapshots(Folders.shared.appending(path: "corpus").path, count: 50)
    }

    private func expectSameSnapshots(_ exports: String, count: Int) async throws {
        let folder = try TemporaryFolder()
        let fromExports = await CommandRun(
            "snapshot",
            "--from",
            exports,
            "--environment",
            "exports",
            in: folder
        )
        #expect(fromExports.status == 0)
        let context = Context.of(folder)
        let (set, files) = try await ExportFolder(path: exports, of: DiskFiles(context: context), substitutions: [:])
            .flowSetWithFiles()
        let org = try StubOrg(set, files: files, topics: EventCatalogue.embedded.topics)
        try await LiveProject.serving(org, in: folder) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            let tree = try folder.tree()
            let expected = tree.filter { $0.key.hasPrefix("snapshots/exports/") && !TemporaryFolder.isOfIndex($0.key) }
            let names = expected.keys.map { String($0.dropFirst("snapshots/exports/".count)) }
            let snapshots = try live.snapshots()
            #expect(snapshots.count >= count)
            #expect(snapshots.keys.sorted() == names.sorted())
            #expect(snapshots.values.sorted() == expected.values.sorted())
        }
    }

    @Test func changesNothingTheSecondTime() async throws {
        var org = StubOrg.orders(others: 3)
        org.triggers = [.starting(org.flows[0]), .starting(org.flows[1], "Nightly", topic: nil)]
        try await LiveProject.serving(org) { live in
            let first = await live.run("snapshot")
            #expect(first.output.hasSuffix("snapshots/test: 4 snapshots, 4 new\n"))
            let tree = try live.folder.tree()
            let second = await live.run("snapshot")
            #expect(second.output == "snapshots/test: 4 snapshots, no interface changed\n")
            #expect(second.errors == "" && second.status == 0)
            #expect(try live.folder.tree() == tree)
            let check = await live.run("snapshot", "--check")
            #expect(check.status == 0)
        }
    }

    @Test func writesOnlyTheIndexWhereAPublishChangedNoInterface() async throws {
        try await LiveProject.serving(.orders()) { live in
            _ = await live.run("snapshot")
            let before = try live.snapshots()
            let index = try live.folder.index(of: "test")
            live.server.serve(.orders(.orderStatus(version: "2.0")))
            let run = await live.run("snapshot")
            #expect(run.status == 0)
            let snapshots1 = try live.snapshots()
            #expect(snapshots1 == before)
            #expect(try live.folder.index(of: "test") == index.replacing("1.0", with: "2.0"))
        }
    }

    @Test func failsTheCheckWhereAnInterfaceWouldChangeAndWritesNothing() async throws {
        try await LiveProject.serving(.orders()) { live in
            _ = await live.run("snapshot")
            let tree = try live.folder.tree()
            live.server.serve(.orders(.orderStatus(version: "2.0", inputs: ["Flow.orderNo": "string"])))
            let run = await live.run("snapshot", "--check")
            #expect(run.status == 1)
            #expect(run.output.contains("  input 'Flow.orderNo' (string) is new\n"))
            #expect(try live.folder.tree() == tree)
        }
    }

    @Test func tellsAnOrgWithoutTriggersFromOneWhoseTriggersNobodyKnows() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(
                Project.contract + "triggers: [{ name: After the call }]\n",
                to: "specs/order-status.yaml"
            )
            _ = await live.run("snapshot")
            #expect(live.folder.read("snapshots/test/triggers.yaml") == nil)
            let known = await CommandRun("check", in: live.folder)
            #expect(known.output.contains("[trigger-missing]"))
            try live.folder.write(Project.export, to: "exports/order-status.yaml")
            _ = await CommandRun("snapshot", "--from", "exports", "--environment", "test", in: live.folder)
            let unknown = await CommandRun("check", in: live.folder)
            #expect(unknown.output.contains("; 1 unknown\n"))
        }
    }
}

extension Context {
    /// A context for a folder, without output.
    static func of(_ folder: TemporaryFolder) -> Context {
        Context(
            workingFolder: folder.path,
            variables: [:],
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { _ in }
        )
    }
}
