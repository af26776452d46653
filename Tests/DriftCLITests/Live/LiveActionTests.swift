import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftCore

/// Data actions of an org, read over HTTP from the stub server.
struct LiveActionTests {
    /// An org with a workflow that `count` data actions start, and a flow that calls the first of them.
    private static func org(_ count: Int = 1, input: String = "Flow.orderNumber") throws -> StubOrg {
        let key = FlowKey(type: .workflow, name: "Order Status")
        var flow = Flow(
            key: key,
            availability: .available,
            publishedVersion: "1.0",
            inputs: [Variable(name: input, type: DataType(.string), reads: Reads(.read))]
        )
        flow.id = flow.linkID
        var caller = Flow(
            key: FlowKey(type: try #require(FlowType("inboundcall")), name: "Main Line"),
            availability: .available,
            publishedVersion: "3.0",
            calls: [
                FlowCall(.dataAction, id: "custom_-_0", name: "Start 0", inputs: ["order"]),
                FlowCall(.transfer, name: "Night Line"),
            ]
        )
        caller.id = caller.linkID
        var set = FlowSet(flows: [caller, flow], entries: [caller.entry, flow.entry], strayTriggers: [])
        set.actions = (0..<count).map { number in
            LaunchingAction(
                id: "custom_-_\(number)",
                name: "Start \(number)",
                category: "Orders",
                target: .flow(key),
                inputs: [.init("Flow.orderNumber", DataType(.string))],
                at: Place(file: "callers.yaml")
            )
        }
        return try StubOrg(set)
    }

    private static let callers = """
        # Written by flowdrift snapshot. Do not edit.
        flowdrift: 1
        actions:
          - name: Start 0
            id: custom_-_0
            category: Orders
            flow: workflow/Order Status
            inputs:
              Flow.orderNumber: string

        """

    @Test func snapshotsWhatTheOrgsFlowsAndActionsCall() async throws {
        try await LiveProject.serving(try Self.org()) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            let files = try live.snapshots()
            #expect(files["callers.yaml"] == Self.callers)
            let call = "  - { kind: data-action, id: custom_-_0, name: Start 0, inputs: [order] }\n"
            #expect(files["inboundcall/main-line.yaml"]?.contains(call) == true, "\(files)")
            let callers = await CommandRun(["callers", "Order Status"], in: live.folder.path)
            #expect(callers.output.contains("\n    flow       inboundcall/Main Line"), "\(callers.transcript)")
            let again = await live.run("snapshot", "--check")
            #expect(again.status == 0 && again.output.contains("no interface"), "\(again.transcript)")
        }
    }

    /// The listing has the addresses; only what starts a flow is read, once for each version.
    @Test func readsAnActionOnceForEachVersion() async throws {
        try await LiveProject.serving(try Self.org(120), rateLimit: 1_000_000) { live in
            #expect(await live.run("snapshot").status == 0)
            let first = live.server.requestCounts
            #expect(first["GET /api/v2/integrations/actions"] == 2)
            #expect(first["GET /api/v2/integrations/actions/{}"] == 120)
            #expect(await live.run("snapshot").status == 0)
            let then = live.server.requestCounts
            #expect(then["GET /api/v2/integrations/actions"] == 4)
            #expect(then["GET /api/v2/integrations/actions/{}"] == 120)
            #expect(await live.run("snapshot", "--full").status == 0)
            #expect(live.server.requestCounts["GET /api/v2/integrations/actions/{}"] == 240)
        }
    }

    /// A live check compares the data actions of the last snapshot with the org's flows, and sends no request for it.
    @Test func findsThatAChangedFlowBreaksADataAction() async throws {
        let folder = try TemporaryFolder()
        try await LiveProject.serving(try Self.org(), in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        try await LiveProject.serving(try Self.org(input: "Flow.orderNo"), in: folder) { live in
            let run = await live.run("check", "--live", "--full")
            #expect(run.status == 1, "\(run.transcript)")
            #expect(
                run.output.contains("data action 'Start 0': Input 'Flow.orderNumber' is not declared by"),
                "\(run.output)"
            )
            #expect(live.server.requestCounts["GET /api/v2/integrations/actions"] == nil)
        }
    }

    @Test func keepsWhatItKnowsWithoutThePermission() async throws {
        let folder = try TemporaryFolder()
        try await LiveProject.serving(try Self.org(), in: folder) { live in
            #expect(await live.run("snapshot").status == 0)
        }
        let fault = StubFault(.missingPermission("integrations:action:view"))
        try await LiveProject.serving(try Self.org(), faults: [fault], in: folder) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0, "\(run.transcript)")
            #expect(run.errors.contains("notice: the org's data actions could not be read: The role lacks"))
            let kept = try live.snapshots()["callers.yaml"]
            #expect(kept == Self.callers)
            let doctor = await CommandRun(
                ["doctor", "--host", live.host],
                in: folder.path,
                variables: LiveProject.client,
                clock: live.clock
            )
            #expect(doctor.status == 0, "\(doctor.transcript)")
            #expect(doctor.output.contains("data actions: not visible; optional, needs integrations:action:view"))
        }
    }
}
