import DriftCore
import GenesysStub
import SourceText
import TestSupport
import Testing

@testable import DriftCLI

/// If a trigger listens to an unknown topic, a run requests the topics of the org and uses them.
struct LiveTopicTests {
    private static let known = "v2.detail.events.conversation.{id}.customer.end"
    private static let unknown = "v2.shop.{id}.paid"
    private static let request = "GET /api/v2/notifications/availabletopics?expand=schema"

    /// An org whose data on a built-in topic differs from the built-in data.
    private static func org(_ topics: String...) -> StubOrg {
        let source = EventSource(name: "org")
        let flow = StubFlow.orderStatus()
        return StubOrg(
            flows: [flow],
            triggers: topics.map { .starting(flow, "On \($0)", topic: $0) },
            topics: [
                EventTopic(name: unknown, attributes: [.init("orderNumber", .string)], source: source),
                EventTopic(name: known, attributes: [.init("isUrgent", .boolean)], source: source),
                EventTopic(name: "v2.shop.{id}.returned", attributes: [.init("orderNumber", .string)], source: source),
            ]
        )
    }

    @Test func costOneRequestWhereATopicIsNotBuiltInAndNoneWhereTheIndexIsTrusted() async throws {
        try await LiveProject.serving(Self.org(Self.unknown, Self.known)) { live in
            #expect(await live.run("snapshot").status == 0)
            #expect(live.server.requests.filter { $0 == Self.request }.count == 1)
            #expect(
                live.folder.read("snapshots/test/topics.yaml") == """
                    # Written by flowdrift snapshot. Do not edit.
                    flowdrift: 1
                    source: { name: notifications/availabletopics of the org }
                    topics:
                      "v2.detail.events.conversation.{id}.customer.end":
                        isUrgent: boolean
                      "v2.shop.{id}.paid":
                        orderNumber: string

                    """
            )
            let count = live.server.requestCount
            #expect(await live.run("snapshot", "--trust-index").status == 0)
            #expect(await live.run("check", "--live", "--trust-index").status == 0)
            #expect(!live.requests(since: count).contains(Self.request))
            #expect(await live.run("check", "--live").status == 0)
            #expect(live.requests(since: count).filter { $0 == Self.request }.count == 1)
        }
    }

    @Test func areNotAskedForWhereAllAreKnown() async throws {
        try await LiveProject.serving(Self.org(Self.known)) { live in
            #expect(await live.run("snapshot").status == 0)
            #expect(!live.server.requests.contains(Self.request))
            #expect(live.folder.read("snapshots/test/topics.yaml") == nil)
        }
    }

    @Test func countMoreThanWhatIsBuiltIn() async throws {
        try await LiveProject.serving(Self.org(Self.known)) { live in
            try live.folder.write(Project.contract, to: "specs/order-status.yaml")
            #expect(await live.run("snapshot").status == 0)
            // The events of the built-in topic have no isUrgent, those of the org do.
            let before = await live.run("check", "--live")
            live.server.serve(Self.org(Self.known, Self.unknown))
            #expect(await live.run("snapshot").status == 0)
            let after = await live.run("check", "--live")
            #expect(before.output.contains("isUrgent"))
            #expect(before.output != after.output)
        }
    }

    @Test func areANoticeWhereTheOrgDoesNotTellThem() async throws {
        let fault = StubFault(.serverError(status: 501), hitting: "availabletopics")
        try await LiveProject.serving(Self.org(Self.unknown), faults: [fault]) { live in
            let run = await live.run("snapshot")
            #expect(run.status == 0)
            #expect(run.errors.hasPrefix("notice: the org's event topics could not be read: "))
            #expect(live.folder.read("snapshots/test/topics.yaml") == nil)
        }
    }
}
