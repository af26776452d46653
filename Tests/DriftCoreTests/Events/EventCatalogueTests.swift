import SourceText
import Testing

@testable import DriftCore

@Suite struct EventCatalogueTests {
    private static let source = EventSource(name: "here", version: "1.2.3")

    private static func catalogue(_ names: String..., source: EventSource = source) -> EventCatalogue {
        EventCatalogue(source: source, topics: names.map { EventTopic(name: $0, attributes: [], source: source) })
    }

    @Test func knowsATopicByItsExactName() {
        let catalogue = Self.catalogue("v2.a.{id}.start")
        #expect(catalogue.topic("v2.a.{id}.start") != nil)
        #expect(catalogue.topic("v2.a.{ID}.start") == nil)
        #expect(catalogue.topic("v2.a.17.start") == nil)
    }

    @Test(arguments: [
        ("v2.a.{id}.custmer.start", "v2.a.{id}.customer.start"),
        ("v2.a.{conversationId}.customer.start", "v2.a.{id}.customer.start"),
        ("v2.a.*.Customer.ends", "v2.a.{id}.customer.end"),
        ("v2.a.{id}.customer.begin", nil),
        ("v2.a.customer.start", "v2.a.{id}.customer.start"),
        ("a.{id}.custmer.start", "v2.a.{id}.customer.start"),
        ("v2.a.{id}.customer", nil),
        ("v2", nil),
        ("v2.a.{id}.customer.start", nil),
        ("", nil),
    ])
    func findsTheTopicThatWasMeant(_ name: String, nearest: String?) {
        let catalogue = Self.catalogue("v2.a.{id}.customer.start", "v2.a.{id}.customer.end", "v2.b.{id}.agent.start")
        #expect(catalogue.nearest(to: name) == nearest)
        // The second search uses the stored result.
        #expect(catalogue.nearest(to: name) == nearest)
    }

    @Test(arguments: [
        ("v2.detail.events.conversation.{id}.customer.ended", "v2.detail.events.conversation.{id}.customer.end"),
        ("v2.detail.event.conversation.{id}.customer.end", "v2.detail.events.conversation.{id}.customer.end"),
        ("v2.detail.events.conversation.customer.end", "v2.detail.events.conversation.{id}.customer.end"),
        ("v2.detail.events.conversation.{id}.ACW", "v2.detail.events.conversation.{id}.acw"),
        ("v2.integration.inbound.webhook.{id}.invocation", "v2.integrations.inbound.webhook.{id}.invocation"),
        ("v2.users.{id}.presences", "v2.users.{id}.presence"),
        ("v2.detail.events.conversation.{id}.recording.end", nil),
        ("v2.shop.{id}.returned", nil),
        ("v2.custom.orders", nil),
    ])
    func findsTheEmbeddedTopicThatWasMeant(_ name: String, nearest: String?) {
        #expect(EventCatalogue.embedded.nearest(to: name) == nearest)
    }

    @Test func keepsWhatItKnowsBelowAnAttributeOfWhichAnOrgTellsTheKindOnly() throws {
        let members = EventTopic.Content.members([.init("id", .string)])
        let known = EventCatalogue(
            source: Self.source,
            topics: [
                EventTopic(
                    name: "a",
                    attributes: [
                        .init("gone", .string), .init("other", .object, members), .init("same", .object, members),
                    ],
                    source: Self.source
                )
            ]
        )
        let org = EventSource(name: "org")
        let told = EventTopic(
            name: "a",
            attributes: [.init("new", .object), .init("other", .string), .init("same", .object)],
            source: org
        )
        let topic = try #require(
            known.overriding(with: EventCatalogue(source: org, topics: [told])).topic("a")
        )
        #expect(
            topic.attributes == [.init("new", .object), .init("other", .string), .init("same", .object, members)]
        )
        #expect(topic.source == org)
    }

    @Test func putsTheTopicsOfAnOrgOverItsOwn() {
        let org = EventSource(name: "org")
        let catalogue = Self.catalogue("a", "b").overriding(with: Self.catalogue("b", "c", source: org))
        #expect(catalogue.topics.map(\.name) == ["a", "b", "c"])
        #expect(catalogue.topics.map(\.source) == [Self.source, org, org])
    }

    @Test func isReadBackAsItIsWritten() throws {
        let topic = EventTopic(
            name: "v2.a.{id}.x",
            attributes: EventTopic.Kind.allCases.map { EventTopic.Attribute("a-\($0)", $0) },
            source: Self.source
        )
        let catalogue = EventCatalogue(source: Self.source, topics: [topic])
        let text = SnapshotWriter().text(of: catalogue)
        #expect(try SnapshotReader(file: "topics.yaml").topics(Array(text.utf8)) == catalogue)
        #expect(
            text == """
                # Written by flowdrift snapshot. Do not edit.
                flowdrift: 1
                source: { name: here, version: "1.2.3" }
                topics:
                  "v2.a.{id}.x":
                    a-array: array
                    a-boolean: boolean
                    a-integer: integer
                    a-number: number
                    a-object: object
                    a-other: other
                    a-string: string

                """
        )
    }

    @Test(arguments: [
        "flowdrift: 1\ntopics: {}\n",
        "flowdrift: 1\nsource: { name: org }\n",
        "flowdrift: 2\nsource: { name: org }\ntopics: {}\n",
        "flowdrift: 1\nsource: { name: org }\ntopics: { a: { b: text } }\n",
        "flowdrift: 1\nsource: { name: org }\ntopics: { a: string }\n",
    ])
    func isRefusedInAnotherForm(_ text: String) {
        #expect(throws: ReadingError.self) { try SnapshotReader(file: "topics.yaml").topics(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            (.string, true), (.integer, true), (.number, true), (.boolean, true), (.array, false), (.object, false),
            (.other, nil),
        ] as [(EventTopic.Kind, Bool?)]
    )
    func knowsWhichKindsReachAWorkflow(_ kind: EventTopic.Kind, isPrimitive: Bool?) {
        #expect(kind.isPrimitive == isPrimitive)
    }
}
