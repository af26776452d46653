import Foundation
import SourceText

@testable import DriftCore

/// A small flow with small triggers, on topics whose attributes this type defines.
struct InputSourcesSample {
    /// The flow's inputs, in the syntax of a snapshot.
    var inputs = ""

    var outputs = ""

    /// The triggers, each as a line of a snapshot after the name: `topic: v2.x, enabled: true`.
    var triggers: [String] = []

    /// Contracts of the flow, each without the lines of its name and flow.
    var contracts: [String] = []

    /// The lines of the flow's snapshot besides its name: `state: unpublished`.
    var state = ""

    /// The attributes of the topics `v2.x`, `v2.y`, `v2.deep`, `v2.open` and `v2.webhook.{id}`; no other topic is known.
    static let events = EventCatalogue(
        source: EventSource(name: "a test"),
        topics: [
            EventTopic(name: "v2.x", attributes: attributes, source: EventSource(name: "a test")),
            EventTopic(
                name: "v2.y",
                attributes: [.init("caseId", .string), .init("conversationId", .string)],
                source: EventSource(name: "a test")
            ),
            EventTopic(
                name: "v2.open",
                attributes: [.init("additionalProperties", .object, .each(.other, .unknown)), .init("id", .string)],
                source: EventSource(name: "a test")
            ),
            EventTopic(name: "v2.deep", attributes: deepAttributes, source: EventSource(name: "a test")),
            EventTopic(
                name: "v2.webhook.{id}",
                attributes: [
                    .init("webhookId", .string),
                    .init(
                        "webhooksInvocation",
                        .object,
                        .members([.init("body", .other), .init("headers", .object, .each(.array, texts))])
                    ),
                ],
                source: EventSource(name: "a test")
            ),
        ]
    )

    private static let texts = EventTopic.Content.each(.string, .unknown)

    private static let deepAttributes: [EventTopic.Attribute] = [
        .init("customer", .object, .members([.init("name", .string), .init("tags", .array, texts)])),
        .init("labels", .object, texts),
        .init("media", .string, .choices(["VOICE", "CHAT", "CALLBACK"])),
        .init("modes", .array, .each(.string, .choices(["FAST", "SLOW"]))),
        .init("order", .object, .members([.init("additionalProperties", .object, .each(.other, .unknown))])),
        .init(
            "parts",
            .array,
            .each(.object, .members([.init("id", .string), .init("kind", .string, .choices(["A", "B"]))]))
        ),
        .init("score", .object, .each(.integer, .unknown)),
    ]

    private static let attributes: [EventTopic.Attribute] = [
        .init("ani", .string), .init("context", .object), .init("conversationId", .string), .init("count", .integer),
        .init("isLive", .boolean), .init("mediaType", .string), .init("numbers", .array), .init("size", .number),
        .init("thing", .other),
    ]

    /// The flow with its triggers, which are named T1, T2, ….
    func flow() throws -> Flow {
        let lines = triggers.enumerated().map { "  - { name: T\($0.offset + 1), \($0.element) }" }
        let body =
            "inputs: { \(inputs) }\noutputs: { \(outputs) }\n"
            + (lines.isEmpty ? "" : "triggers:\n" + lines.joined(separator: "\n") + "\n")
        let text = "flowdrift: 1\nflow: { type: workflow, name: A\(state.isEmpty ? "" : ", " + state) }\n\(body)"
        return try SnapshotReader(file: "snapshot.yaml").flow(Array(text.utf8))
    }

    /// The flow with the sources of its inputs.
    func inputSources() throws -> InputSources {
        let contracts = try self.contracts.enumerated().map { index, body in
            let text = "flowdrift: 1\ncontract: c\(index + 1)\nflow: workflow/A\n\(body)\n"
            return try ContractReader().contract(Array(text.utf8), file: "contract.yaml")
        }
        return InputSources(try flow(), in: nil, contracts: contracts, events: Self.events)
    }

    func judgement(severities: [RuleID: RuleSetting] = [:]) throws -> Outcome {
        Judge(severities: severities).judge(try inputSources()).reported
    }

    /// The findings, each as severity, rule, trigger and subject, in order.
    func findings() throws -> [String] {
        try judgement().findings.map(\.summary).sorted()
    }

    /// The findings, each with its message and its fix.
    func texts() throws -> [String] {
        try judgement().findings.map { "\($0.severity): \($0.message)\nfix: \($0.fix.summary)" }
    }
}

extension Finding {
    /// The finding as `error trigger-input-unfilled T1 Flow.caseId`.
    var summary: String {
        [severity.rawValue, rule, trigger, subject].compactMap(\.self).joined(separator: " ")
    }
}
