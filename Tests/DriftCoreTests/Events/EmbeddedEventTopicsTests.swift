import Foundation
import TestSupport
import Testing

@testable import DriftCore

@Suite struct EmbeddedEventTopicsTests {
    /// The file that the embedded catalogue is generated from.
    private struct SharedTopics: Decodable {
        var source: String
        var topics: [String: [String: String]]
    }

    @Test func knowsTheEndOfAConversation() throws {
        let topic = try #require(EventCatalogue.embedded.topic("v2.detail.events.conversation.{id}.customer.end"))
        #expect(topic.attribute("conversationId")?.kind == .string)
        #expect(topic.attribute("callbackNumbers")?.kind == .array)
        #expect(topic.attribute("ConversationId") == nil)
        #expect(EventCatalogue.embedded.source.version != nil)
    }

    @Test(.enabled(if: Folders.isShared("data/event-topics.json"), "../shared/data/event-topics.json is not there"))
    func isGeneratedFromThePublicModels() throws {
        let data = try Data(contentsOf: Folders.shared.appending(path: "data/event-topics.json"))
        let shared = try JSONDecoder().decode(SharedTopics.self, from: data)
        let version = try #require(shared.source.firstMatch(of: /\d+\.\d+\.\d+/)).output
        let source = EventSource(name: "MyPureCloud/platform-client-sdk-python", version: String(version))
        let topics = shared.topics.map { name, attributes in
            let attributes = attributes.map {
                EventTopic.Attribute($0.key, EventTopic.Kind(rawValue: $0.value) ?? .other)
            }
            return EventTopic(name: name, attributes: attributes, source: source)
        }
        let catalogue = EventCatalogue(source: source, topics: topics)
        try expectGolden(
            Self.sourceFile(SnapshotWriter().text(of: catalogue)),
            at: Folders.package.appending(path: "Sources/DriftCore/Events/EmbeddedEventTopics.swift")
        )
    }

    private static func sourceFile(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { "        \($0)\n" }.joined()
        return """
            // Generated: RECORD_GOLDEN=1 swift test --filter EmbeddedEventTopics. Do not edit.

            /// The embedded catalogue of topics as text.
            enum EmbeddedEventTopics {
                /// The text, in the form of a snapshot's `topics.yaml`.
                static let text = #\"""
            \(lines)        \"""#
            }

            """
    }
}
