import Foundation
import TestSupport
import Testing

@testable import DriftCore

@Suite struct EmbeddedEventTopicsTests {
    @Test func knowsTheEndOfAConversation() throws {
        let topic = try #require(EventCatalogue.embedded.topic("v2.detail.events.conversation.{id}.customer.end"))
        #expect(topic.attribute("conversationId")?.kind == .string)
        #expect(topic.attribute("callbackNumbers")?.kind == .array)
        #expect(topic.attribute("callbackNumbers")?.content == .each(.string, .unknown))
        #expect(topic.attribute("ConversationId") == nil)
        #expect(topic.attribute("direction")?.content == .choices(["UNKNOWN", "INBOUND", "OUTBOUND"]))
        #expect(EventCatalogue.embedded.source.version != nil)
    }

    @Test func knowsTheEnvelopeOfAWebhook() throws {
        let topic = try #require(EventCatalogue.embedded.topic("v2.integrations.inbound.webhook.{id}.invocation"))
        let texts = EventTopic.Content.each(.array, .each(.string, .unknown))
        let envelope: [EventTopic.Attribute] = [
            .init("body", .other), .init("headers", .object, texts), .init("query", .object, texts),
        ]
        #expect(
            topic.attributes == [
                .init("invocationTime", .string), .init("webhookId", .string),
                .init("webhooksInvocation", .object, .members(envelope)),
            ]
        )
    }

    @Test func readsEveryTopicInOrder() {
        let topics = EventCatalogue.embedded.topics
        #expect(topics.count == EmbeddedEventTopics.text.split(separator: "\n").count)
        #expect(topics.map(\.name) == topics.map(\.name).sorted())
        #expect(topics.allSatisfy { !$0.attributes.isEmpty })
    }

    @Test(arguments: ["", "string", "[]", "{\"a\":\"text\"}", "{\"a\":1}", "{\"a\":{\"[]\":\"x\"}}", "{\"a\":"])
    func isRefusedInAnotherForm(_ text: String) {
        #expect(EventBodyReader.attributes(Array(text.utf8)) == nil)
    }

    /// The file that the embedded topics are generated from.
    private struct SharedTopics: Decodable {
        var topics: [String: [String: SharedValue]]
    }

    /// A value of an event in that file.
    private struct SharedValue: Decodable {
        var type: String
        var choices: [String]?
        var members: [String: SharedValue]?
        var inside: [SharedValue] = []

        enum Key: String, CodingKey { case type, choices = "enum", members, items, values }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: Key.self)
            type = try keys.decode(String.self, forKey: .type)
            choices = try keys.decodeIfPresent([String].self, forKey: .choices)
            members = try keys.decodeIfPresent([String: SharedValue].self, forKey: .members)
            inside = [
                try keys.decodeIfPresent(SharedValue.self, forKey: .items),
                try keys.decodeIfPresent(SharedValue.self, forKey: .values),
            ].compactMap(\.self)
        }

        var kind: EventTopic.Kind { EventTopic.Kind(rawValue: type) ?? .other }

        var content: EventTopic.Content {
            if let choices { return .choices(choices) }
            if let members { return .members(SharedValue.attributes(members)) }
            return inside.first.map { .each($0.kind, $0.content) } ?? .unknown
        }

        static func attributes(_ members: [String: SharedValue]) -> [EventTopic.Attribute] {
            members.sorted { $0.key < $1.key }.map { EventTopic.Attribute($0.key, $0.value.kind, $0.value.content) }
        }
    }

    @Test(.enabled(if: Folders.isShared("data/event-bodies.json"), "../shared/data/event-bodies.json is not there"))
    func isGeneratedFromThePublicModels() throws {
        let data = try Data(contentsOf: Folders.shared.appending(path: "data/event-bodies.json"))
        let shared = try JSONDecoder().decode(SharedTopics.self, from: data)
        let catalogue = EventCatalogue.embedded
        #expect(catalogue.topics.map(\.name) == shared.topics.keys.sorted())
        for (name, members) in shared.topics {
            #expect(catalogue.topic(name)?.attributes == SharedValue.attributes(members), "\(name)")
        }
    }
}
