import DriftCore
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// A run reports data that can't be read, and never treats such data as deleted.
struct LivePartialFailureTests {
    private static let (kept, lost) = (StubFlow.orderStatus(), StubFlow.workflow("Flow 0"))

    /// Runs commands on an org whose snapshots are those of both flows.
    private func after(
        _ org: StubOrg,
        faults: [StubFault] = [],
        _ body: (LiveProject) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Project.contract, to: "specs/order-status.yaml")
        try await LiveProject.serving(.orders(others: 1), in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        try await LiveProject.serving(org, faults: faults, in: folder, body)
    }

    private static let republished = StubOrg(flows: [
        .orderStatus(version: "2.0", inputs: ["Flow.orderNo": "string"]), .workflow("Flow 0", version: "2.0"),
    ])

    @Test func namesAFlowThatCannotBeReadAndKeepsItsSnapshot() async throws {
        let fault = StubFault(.serverError(status: 501), hitting: "\(Self.kept.id)/versions")
        try await after(Self.republished, faults: [fault]) { live in
            let before = try live.snapshots()
            let snapshot = await live.run("snapshot")
            #expect(snapshot.status == 2)
            #expect(snapshot.errors.contains("'workflow/Order Status' could not be read"))
            #expect(snapshot.errors.contains("correlation id"))
            #expect(snapshot.output.hasSuffix("; not everything could be read, so no snapshot was removed\n"))
            let snapshots1 = try live.snapshots()
            #expect(snapshots1 == before)
            let check = await live.run("check", "--live")
            #expect(check.status == 2)
            #expect(check.output.contains("the inputs and outputs of 'workflow/Order Status' could not be read"))
            #expect(!check.output.contains("[flow-missing]"))
        }
    }

    @Test func findsDriftInWhatItCouldRead() async throws {
        let fault = StubFault(.serverError(status: 501), hitting: "\(Self.lost.id)/versions")
        try await after(Self.republished, faults: [fault]) { live in
            let check = await live.run("check", "--live")
            #expect(check.status == 1)
            #expect(check.errors.contains("'workflow/Flow 0' could not be read"))
            #expect(check.output.contains("; not everything could be read"))
        }
    }

    @Test func takesAFlowForGoneWhereItsIDIsUnknownToo() async throws {
        try await after(.orders()) { live in
            let check = await live.run("check", "--live")
            #expect(live.server.requests.contains("GET /api/v2/flows/\(Self.lost.id)"))
            #expect(check.status == 0)
            #expect(check.output.contains("'workflow/Flow 0' has a snapshot, but is no longer in the live org"))
            let snapshot = await live.run("snapshot")
            #expect(snapshot.status == 0)
            #expect(snapshot.output.contains("gone: 'workflow/Flow 0'"))
            let files = try live.snapshots().keys.sorted()
            #expect(files == ["workflow/order-status.yaml"])
        }
    }

    @Test(arguments: [
        StubFault(.missingPermission("architect:flow:view"), hitting: "/flows/\(lost.id)?"),
        StubFault(.serverError(status: 501), hitting: "/flows/\(lost.id)?"),
    ])
    func takesAFlowForHiddenWhereTheOrgSaysAnythingElse(_ fault: StubFault) async throws {
        try await after(.orders(), faults: [fault]) { live in
            let before = try live.snapshots()
            for command in [["snapshot"], ["check", "--live"]] {
                let words = command + ["--environment", "test", "--host", live.host]
                let run = await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
                #expect(run.status == 2)
                #expect(run.errors.contains("'workflow/Flow 0' is not visible: "))
                #expect(
                    run.errors.contains(
                        "; check that the role of the OAuth client, or of the token's user, "
                            + "covers the flow's division\n"
                    )
                )
                #expect(!run.output.contains("gone"))
            }
            let snapshots2 = try live.snapshots()
            #expect(snapshots2 == before)
        }
    }

    @Test func saysNothingOfAContractWhoseFlowIsHidden() async throws {
        let fault = StubFault(.missingPermission("architect:flow:view"), hitting: "/flows/\(Self.kept.id)?")
        try await after(StubOrg(flows: [Self.lost]), faults: [fault]) { live in
            let check = await live.run("check", "--live")
            #expect(check.status == 2)
            #expect(!check.output.contains("[flow-missing]"))
            #expect(check.output.hasPrefix("unknown\n"))
        }
    }

    @Test func believesNoEmptyOrgUnlessItIsTold() async throws {
        try await after(StubOrg()) { live in
            let before = try live.snapshots()
            for command in [["snapshot"], ["check", "--live"]] {
                let words = command + ["--environment", "test", "--host", live.host]
                let run = await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
                #expect(run.status == 2, "\(run.transcript)")
                #expect(run.errors.contains("The org's list of flows is empty, but 2 flows have snapshots; check"))
                #expect(run.errors.contains("--allow-empty"))
            }
            let snapshots3 = try live.snapshots()
            #expect(snapshots3 == before)
            let check = await live.run("check", "--live", "--allow-empty")
            #expect(check.status == 1)
            #expect(check.output.contains("[live-flow-removed]"))
            let snapshot = await live.run("snapshot", "--allow-empty")
            #expect(snapshot.status == 0)
            let files = try live.snapshots()
            #expect(files == [:])
        }
    }

    @Test(arguments: ["architect:flow:view", "processautomation:trigger:view"])
    func namesAMissingPermissionAndTheRoleToChange(_ permission: String) async throws {
        try await after(.orders(others: 1), faults: [StubFault(.missingPermission(permission))]) { live in
            let before = try live.snapshots()
            let run = await live.run("snapshot")
            #expect(run.status == 2)
            #expect(run.errors.contains("The role lacks the permission '\(permission)' (status 403)"))
            #expect(run.errors.contains("add the permission to the role of the OAuth client"))
            #expect(run.errors.contains("(correlation id "))
            let snapshots5 = try live.snapshots()
            #expect(snapshots5 == before)
        }
    }

    @Test func renewsATokenThatExpiresMidway() async throws {
        let fault = StubFault(.expiredToken(after: 2), times: 1)
        try await after(Self.republished, faults: [fault]) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(live.server.requestCounts["POST /oauth/token"] == 2)
        }
    }

    @Test func asksNoMoreWhereAnotherTokenIsNotAcceptedEither() async throws {
        try await after(Self.republished, faults: [StubFault(.expiredToken(after: 0))]) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 2)
            #expect(run.errors.contains("The token was not accepted (status 401)"))
            #expect(live.server.requestCount == 4)
        }
    }
}
