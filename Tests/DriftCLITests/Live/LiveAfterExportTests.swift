import DriftCore
import DriftEngine
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// Snapshots from exports cause no finding about data that exports can't have.
struct LiveAfterExportTests {
    private static let listed =
        #"{"entities":[{"id":"5b1d7a52-8f1a-4c7e-9a55-0d2c5b7d1e10","name":"Order Status","type":"WORKFLOW","active":true}]}"#

    /// Serves a changed org, with the snapshots from a folder of its earlier exports.
    private func serving(
        listing: String? = nil,
        contract: String? = nil,
        change: (inout StubOrg) -> Void = { _ in },
        _ body: (LiveProject) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.export, to: "exports/order-status.yaml")
        if let listing { try folder.write(listing, to: "exports/flows.json") }
        if let contract { try folder.write(contract, to: "specs/order-status.yaml") }
        let first = await CommandRun("snapshot", "--from", "exports", "--environment", "test", in: folder)
        #expect(first.status == 0, "\(first.transcript)")
        let exports = ExportFolder(path: "exports", of: DiskFiles(context: .of(folder)))
        let (set, files) = try await exports.flowSetWithFiles()
        var org = try StubOrg(set, files: files)
        change(&org)
        try await LiveProject.serving(org, in: folder, body)
    }

    private func expectSilence(_ live: LiveProject, status: Int32) async throws {
        let check = await live.run("check", "--live")
        #expect(check.status == status, "\(check.transcript)")
        #expect(!check.output.contains("[live-"), "\(check.transcript)")
        let tree = try live.folder.tree()
        let snapshot = await live.run("snapshot", "--check")
        #expect(snapshot.status == 0, "\(snapshot.transcript)")
        #expect(try live.folder.tree() == tree)
        #expect(await live.run("snapshot").status == 0)
        // The interface isn't lost, and the second run finds nothing to write.
        #expect(live.folder.read("snapshots/test/workflow/order-status.yaml")?.contains("Flow.orderNumber") == true)
        let after = try live.folder.tree()
        #expect(await live.run("snapshot").status == 0)
        #expect(try live.folder.tree() == after)
    }

    @Test(arguments: [listed, nil])
    func isSilentAboutAFlowThatWasNeverPublished(_ listing: String?) async throws {
        try await serving(listing: listing) {
            if listing == nil { ($0.flows[0].draft, $0.flows[0].published) = ($0.flows[0].published, nil) }
        } _: { live in
            try await expectSilence(live, status: 2)
        }
    }

    @Test func isSilentAboutAFlowThatIsSwitchedOff() async throws {
        try await serving {
            $0.flows[0].isActive = false
        } _: {
            try await expectSilence($0, status: 2)
        }
    }

    @Test func isSilentAboutTriggersThatNoExportKnows() async throws {
        try await serving(contract: Project.contract) { org in
            let stray = StubFlow.workflow("Elsewhere")
            org.triggers = [.starting(org.flows[0]), .starting(stray, "Lost", isEnabled: false)]
        } _: { live in
            let check = await live.run("check", "--live")
            #expect(
                check.output.contains("the snapshots of environment 'test' were made without triggers"),
                "\(check.transcript)"
            )
            #expect(!check.output.contains("[live-"), "\(check.transcript)")
            let snapshot = await live.run("snapshot", "--check")
            #expect(snapshot.status == 0, "\(snapshot.transcript)")
            // From now on the triggers are known.
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(.orders(.orderStatus()))
            #expect(await live.run("snapshot", "--check").status == 1)
        }
    }

    @Test func stillReportsWhatTheOrgSaysOfAPromisedFlow() async throws {
        try await serving(listing: Self.listed, contract: Project.contract) { live in
            let run = await live.run("check", "--live")
            #expect(run.status == 1)
            #expect(run.output.contains("[flow-unpublished]"), "\(run.transcript)")
        }
    }

    @Test func stillReportsAnInterfaceThatDiffers() async throws {
        try await serving { org in
            let id = org.flows[0].id
            org.flows[0] = .orderStatus(inputs: ["Flow.orderNo": "string"])
            org.flows[0].id = id
        } _: { live in
            let run = await live.run("check", "--live")
            #expect(run.output.contains("[live-input-removed]"), "\(run.transcript)")
            #expect(await live.run("snapshot", "--check").status == 1)
        }
    }

    @Test func reportsAFlowThatIsNoLongerPublished() async throws {
        try await LiveProject.serving(.orders()) { live in
            #expect(await live.run("snapshot").status == 0)
            var flow = StubFlow.orderStatus()
            (flow.draft, flow.published) = (flow.published, nil)
            live.server.serve(.orders(flow))
            let run = await live.run("snapshot", "--check")
            #expect(run.status == 1)
            #expect(run.output.contains("the flow changed from available to unpublished"), "\(run.transcript)")
        }
    }
}
