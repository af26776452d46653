import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift check --live` distinguishes contract drift from live drift.
struct LiveCheckTests {
    /// Checks a repository with a contract and the snapshots of an org that has changed since.
    private func check(
        _ before: StubOrg,
        then after: StubOrg,
        contract: String = Project.contract,
        _ arguments: [String] = []
    ) async throws -> CommandRun {
        try await LiveProject.serving(before) { live in
            try live.folder.write(contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(after)
            let words = ["check", "--live", "--environment", "test", "--host", live.host] + arguments
            return await CommandRun(words, in: live.folder.path, variables: LiveProject.client)
        }
    }

    @Test func reportsBothDriftsApart() async throws {
        let changed = StubFlow.orderStatus(
            version: "2.0",
            inputs: ["Flow.orderNo": "string", "Flow.isUrgent": "string"]
        )
        let run = try await check(.orders(), then: .orders(changed))
        let folder = Folders.package.appending(path: "Tests/DriftCLITests/Golden")
        try expectGolden(run.transcript, at: folder.appending(path: "both-drifts.txt"))
        #expect(run.status == 1)
    }

    @Test func findsNothingWhereAPublishChangedNothing() async throws {
        let run = try await check(.orders(), then: .orders(.orderStatus(version: "2.0")))
        #expect(run.status == 0)
        #expect(run.output == "checked: 1 contract, 2 of 2 inputs, 1 of 1 output\nin sync: no findings\n")
    }

    @Test func findsLiveDriftThatBreaksNobody() async throws {
        let inputs = ["Flow.orderNumber": "string", "Flow.isUrgent": "boolean", "Flow.note": "string"]
        var flow = Flow.workflow("Order Status", version: "2.0", inputs: inputs, outputs: ["Flow.answer": "string"])
        let note = try #require(flow.inputs.firstIndex { $0.name == "Flow.note" })
        flow.inputs[note].defaultText = "none"
        let run = try await check(.orders(), then: .orders(StubFlow(flow), others: 1))
        #expect(run.status == 0)
        #expect(run.output.contains("note in test: Input 'Flow.note' (string)"))
        #expect(run.output.contains("[live-flow-added]"))
    }

    @Test func showsDraftsThatArePendingApart() async throws {
        let flow = StubFlow.orderStatus()
        let org = StubOrg.orders(flow.draft("2.0", of: .orderStatus(inputs: ["Flow.orderNo": "string"])))
        let run = try await check(.orders(), then: org, ["--drafts"])
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("\nin sync: no findings\n"))
        #expect(
            run.output.contains(
                "  version 2.0 of 'workflow/Order Status' in test is saved but not published; publishing this version "
                    + "would make these changes: "
            )
        )
        let silent = try await check(.orders(), then: org)
        #expect(!silent.output.contains("not published"))
    }

    @Test func findsATriggerThatWasSwitchedOffWhereAContractReliesOnIt() async throws {
        let flow = StubFlow.orderStatus(inputs: ["Flow.orderNumber": "string", "Flow.isUrgent": "boolean"])
        var (before, after) = (StubOrg.orders(flow), StubOrg.orders(flow))
        before.triggers = [.starting(flow)]
        after.triggers = [.starting(flow, isEnabled: false)]
        let contract = Project.contract + "triggers: [{ name: After the call, enabled: true }]\n"
        let run = try await check(before, then: after, contract: contract)
        #expect(run.status == 1)
        #expect(run.output.contains("[trigger-disabled]"))
        #expect(run.output.contains("contract 'order-status' relies on it [live-trigger-changed]"))
    }

    @Test func saysThatAnEnvironmentHasNoSnapshotsYet() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            let run = await live.run("check", "--live")
            #expect(run.status == 0)
            #expect(run.output.contains("'test' has no snapshots yet, so it is unknown what changed in Architect"))
        }
    }

    @Test func saysWhichSnapshotsTheSettingsLeaveOut() async throws {
        try await LiveProject.serving(.orders()) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            try live.folder.write("flowdrift: 1\nenvironments: { test: }\n", to: "flowdrift.yaml")
            try live.folder.write("flowdrift: 1\nflows: {}\n", to: "snapshots/prod/index.yaml")
            let run = await CommandRun(
                ["check", "--live", "--host", live.host],
                in: live.folder.path,
                variables: LiveProject.client,
                clock: live.clock
            )
            #expect(run.errors.contains("notice: flowdrift.yaml: `environments` does not list snapshots/prod"))
        }
    }

    @Test func judgesTheOtherEnvironmentsWhereOneCannotBeRead() async throws {
        try await LiveProject.serving(.orders(.orderStatus(inputs: ["Flow.orderNo": "string"]))) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            try live.folder.write(
                "flowdrift: 1\nenvironments: { prod: { credentials: PROD }, test: { credentials: TEST } }\n",
                to: "flowdrift.yaml"
            )
            let profile = "[test]\nenvironment = \"eu-west-1\"\n"
            try live.folder.write(profile, to: "home/.gc/config.toml")
            let words = ["check", "--live"]
            let run = await CommandRun(words, in: live.folder.path)
            #expect(run.status == 2)
            #expect(run.errors.contains("environment 'prod': The org's region is unknown"))
            #expect(run.errors.contains("environment 'test': The org's region is unknown"))
            #expect(run.output.contains("could not check: 2 problems to fix first"))
        }
    }
}
