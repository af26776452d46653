import PastedRequests
import SourceText
import Testing

@testable import DriftCore

/// How an event fills inputs, by data format, type and spelling.
struct EventInputTests {
    private static let primitives = "topic: v2.x, enabled: true"

    private static func findings(_ inputs: String, _ triggers: String...) throws -> [String] {
        try InputSourcesSample(inputs: inputs, triggers: triggers).findings()
    }

    @Test(arguments: [
        ("ani", "string", true), ("count", "integer", true), ("count", "decimal", true), ("isLive", "boolean", true),
        ("ani", "integer", false), ("ani", "json", false), ("ani", "string[]", false), ("ani", "phoneNumber", false),
        ("count", "string", false), ("isLive", "string", false), ("isLive", "integer", false),
        ("size", "decimal", false),
        ("count", "cpx_x", false),
    ])
    func warnsOfATypeThatMayNotFit(_ attribute: String, _ type: String, fits: Bool) throws {
        let input = "Flow.\(attribute): { type: \"\(type)\", read: "
        let expected = fits ? [] : ["warning trigger-input-type T1 Flow.\(attribute)"]
        #expect(try Self.findings(input + "true }", Self.primitives) == expected)
        #expect(
            try Self.findings(input + "true }", "topic: v2.x, enabled: false")
                == expected.map { $0.replacing("warning", with: "note") }
        )
        #expect(
            try Self.findings(input + "false }", Self.primitives)
                == expected.map { $0.replacing("warning", with: "note") }
        )
    }

    @Test func warnsOfAnotherLetterCase() throws {
        let sample = InputSourcesSample(inputs: "Flow.ANI: { type: string, read: true }", triggers: [Self.primitives])
        #expect(
            try sample.texts() == [
                """
                warning: The flow declares input 'Flow.ANI', but trigger 'T1' fills 'Flow.ani'; the input may \
                arrive empty
                fix: name the input 'Flow.ani'
                """
            ]
        )
    }

    @Test func warnsOfAnotherLetterCaseOfTheJSONInputToo() throws {
        let json = "topic: v2.x, dataFormat: Json, enabled: true"
        #expect(
            try Self.findings("Flow.JsonData: { type: json, read: true, paths: [ani] }", json)
                == ["warning trigger-input-type T1 Flow.JsonData"]
        )
    }

    @Test(arguments: [("numbers", "string[]"), ("numbers", "string"), ("context", "json")])
    func reportsWhatIsDropped(_ attribute: String, _ type: String) throws {
        let input = "Flow.\(attribute): { type: \"\(type)\", read: "
        let rest = "trigger-input-complex T1 Flow.\(attribute)"
        #expect(try Self.findings(input + "true }", Self.primitives) == ["error " + rest])
        #expect(try Self.findings(input + "false }", Self.primitives) == ["note " + rest])
        #expect(try Self.findings(input + "true }", "topic: v2.x, enabled: false") == ["note " + rest])
    }

    @Test(arguments: [("Numbers", "string[]", "numbers"), ("CONTEXT", "json", "context")])
    func reportsWhatIsDroppedInWhateverLetterCase(_ name: String, _ type: String, _ attribute: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.\(name): { type: \"\(type)\", read: true }",
            triggers: [Self.primitives]
        )
        let findings = try sample.judgement().findings
        #expect(findings.map(\.summary) == ["error trigger-input-complex T1 Flow.\(name)"])
        #expect(findings.first?.message.contains("the event's '\(attribute)' is an ") ?? false)
    }

    @Test(arguments: [
        ("read: true, default: none", "topic: v2.x, enabled: true", "note"),
        ("read: true", "topic: v2.x, enabled: true", "warning"), ("read: false", "topic: v2.x, enabled: true", "note"),
        ("read: true", "topic: v2.x, enabled: false", "note"),
    ])
    func weighsWhatIsDroppedByWhatTheFlowHasInstead(_ input: String, _ trigger: String, _ severity: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.numbers: { type: \"string[]\", \(input) }",
            triggers: [trigger],
            contracts: ["launch: { inputs: { Flow.numbers: \"string[]\" } }"]
        )
        #expect(try sample.findings() == ["\(severity) trigger-input-complex T1 Flow.numbers"])
    }

    @Test func showsTheDefaultThatTheFlowReadsInPlaceOfTheEvent() throws {
        let text = "{'conversationId':'none','callerName':'nobody','queue':'none at all'}"
        let sample = InputSourcesSample(
            inputs: "Flow.jsonData: { type: json, read: true, default: \"\(text)\" }",
            triggers: [Self.primitives]
        )
        let message = try #require(try sample.judgement().findings.first).message
        #expect(
            message.hasSuffix("; the flow then reads the input's default, \"\(text.prefix(60))…\""),
            "\(message)"
        )
    }

    @Test func saysNothingOfAnAttributeThatAnOpenEventMayHave() throws {
        let trigger = "topic: v2.open, enabled: true, match: [{ jsonPath: kind, operator: Equal, value: x }]"
        #expect(try Self.findings("Flow.caseId: { type: string, read: true }", trigger) == [])
    }

    @Test func saysNothingOfAnAttributeOfWhichTheTypeIsNotKnown() throws {
        #expect(try Self.findings("Flow.thing: { type: string, read: true }", Self.primitives) == [])
    }

    @Test(arguments: ["topic: v2.x, enabled: true", "topic: v2.x, dataFormat: TopLevelPrimitives, enabled: true"])
    func saysInOneFindingThatPrimitivesNeverFillTheWholeEvent(_ trigger: String) throws {
        #expect(
            try Self.findings("Flow.jsonData: { type: json, read: true, paths: [ani, caseId] }", trigger)
                == ["error trigger-json-under-primitives T1 Flow.jsonData"]
        )
    }

    @Test(arguments: [
        ("read: true", "topic: v2.x, enabled: false", "note trigger-json-under-primitives T1 Flow.jsonData"),
        ("read: true", "enabled: true", "error trigger-input-unfilled T1 Flow.jsonData"),
        ("read: false", primitives, "note trigger-input-unfilled T1 Flow.jsonData"),
        // Only Json fills it, whatever the event is.
        ("read: true", "topic: v2.z, enabled: true", "error trigger-json-under-primitives T1 Flow.jsonData"),
    ])
    func blamesTheDataFormatOnlyWhereItIsTheCause(_ read: String, _ trigger: String, _ expected: String) throws {
        #expect(try Self.findings("Flow.jsonData: { type: json, \(read) }", trigger) == [expected])
    }

    @Test func leavesTheDataFormatAloneWhereSomethingElseFeedsTheJSONInput() throws {
        let inputs = "Flow.jsonData: { type: json, read: true, paths: [conversationId] }"
        #expect(
            try Self.findings(inputs, Self.primitives, "topic: v2.y, dataFormat: Json, enabled: true")
                == ["note trigger-input-unfilled T1 Flow.jsonData"]
        )
        let sent = InputSourcesSample(
            inputs: inputs,
            triggers: [Self.primitives],
            contracts: ["launch: { inputs: { Flow.jsonData: json } }"]
        )
        #expect(try sent.findings() == ["warning trigger-input-unfilled T1 Flow.jsonData"])
        #expect(
            try sent.judgement().findings.map(\.fix.summary)
                == ["set the trigger's data format to Json, or give the input a default"]
        )
        #expect(
            try Self.findings(inputs, Self.primitives, "topic: v2.x, dataFormat: Json, enabled: false")
                == ["error trigger-json-under-primitives T1 Flow.jsonData"]
        )
    }

    @Test(arguments: [
        "", "Flow.caseId: { type: string, read: true }", "Flow.jsonData: { type: string, read: true }",
        "Flow.jsonData: { type: \"json[]\", read: true }",
    ])
    func saysInOneFindingThatTheWholeEventHasNoInput(_ inputs: String) throws {
        let rest = "trigger-json-input-missing T1 Flow.jsonData"
        #expect(try Self.findings(inputs, "topic: v2.x, dataFormat: Json, enabled: true") == ["error " + rest])
        #expect(try Self.findings(inputs, "topic: v2.x, dataFormat: Json, enabled: false") == ["note " + rest])
    }

    @Test func namesTheTypeThatTheJSONInputHas() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.jsonData: { type: string, read: true }",
            triggers: ["topic: v2.x, dataFormat: Json, enabled: true"]
        )
        #expect(
            try sample.judgement().findings.map(\.message)
                == ["Trigger 'T1' sends its event as Json, but the flow's 'Flow.jsonData' is string"]
        )
    }

    @Test(arguments: ["state: unpublished", "state: inactive"])
    func saysInOneFindingThatNothingStarts(_ state: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }, Flow.jsonData: { type: json, read: true }",
            triggers: [Self.primitives, Self.primitives, "topic: v2.x, enabled: false"],
            state: state
        )
        #expect(try sample.findings() == ["error trigger-target-unpublished T1"])
        #expect(
            try sample.judgement().findings[0].sameCause.map(\.summary) == [
                "error trigger-target-unpublished T2", "note trigger-target-unpublished T3",
            ]
        )
    }
}
