import PastedRequests
import SourceText
import Testing

@testable import DriftCore

/// Inputs that no event fills: when such an input is an error or a note, and how the report shows it.
struct UnfilledInputTests {
    private static let primitives = "topic: v2.x, enabled: true"
    private static let error = "error trigger-input-unfilled T1 Flow.caseId"
    private static let note = "note trigger-input-unfilled T1 Flow.caseId"

    @Test(arguments: [
        ("Flow.caseId: { type: string, read: true }", primitives, error),
        (
            "Flow.caseId: { type: string, read: true }", "topic: v2.x, dataFormat: TopLevelPrimitives, enabled: true",
            error
        ),
        ("Flow.caseId: { type: string, read: true }", "topic: v2.x, enabled: false", note),
        ("Flow.caseId: { type: string, read: true, default: \"5\" }", primitives, note),
        ("Flow.caseId: { type: string, read: true, default: \"\" }", primitives, note),
        ("Flow.caseId: { type: string, read: false }", primitives, note),
        ("Flow.caseId: { type: string }", primitives, note),
        ("Flow.caseId: { type: json, read: partly }", primitives, error),
        ("Flow.caseId: { type: \"string[]\", read: true }", primitives, error),
        // A scheduled trigger has no event.
        ("Flow.caseId: { type: string, read: true }", "enabled: true", error),
        ("Flow.caseId: { type: string, read: true }", "enabled: false", note),
        ("Flow.caseId: { type: string, read: false }", "enabled: true", note),
    ])
    func isAnErrorOnlyWhereTheFlowReadsWhatNothingGives(_ input: String, _ trigger: String, _ expected: String) throws {
        #expect(try InputSourcesSample(inputs: input, triggers: [trigger]).findings() == [expected])
    }

    @Test(arguments: ["ani", "conversationId"])
    func findsNothingWhereTheEventHasAStringOfThatName(_ name: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.\(name): { type: string, read: true }",
            triggers: [Self.primitives]
        )
        #expect(try sample.findings() == [])
    }

    @Test(arguments: [
        "launch: { inputs: { Flow.caseId: string } }",
        "launch: { inputs: { Flow.caseId: { type: string, sent: sometimes } } }",
        "launch: { inputs: { flow.CASEID: string } }",
    ])
    func isAWarningWhereOnlyAContractSendsTheInput(_ contract: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }",
            triggers: [Self.primitives],
            contracts: [contract]
        )
        #expect(
            try sample.texts() == [
                """
                warning: Input 'Flow.caseId' is not filled by trigger 'T1': no top-level value of its event 'v2.x' has \
                that name; the flow reads this input, and only contract 'c1' sends it
                fix: give the input a default, or fill it another way
                """
            ]
        )
    }

    @Test(arguments: [
        ("read: true, default: none", []), ("read: false", []), ("read: true", ["topic: v2.y, enabled: true"]),
    ])
    func isANoteWhereTheContractIsNotTheOnlyHelp(_ input: String, _ others: [String]) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, \(input) }",
            triggers: [Self.primitives] + others,
            contracts: ["launch: { inputs: { Flow.caseId: string } }"]
        )
        #expect(try sample.findings() == [Self.note])
    }

    @Test(arguments: [
        "launch: { inputs: { Flow.other: string } }", "launch: { via: webhook, inputs: { caseId: string } }",
        "triggers: [{ name: T1 }]",
    ])
    func staysAnErrorWhereAContractDoesNotSendTheInput(_ contract: String) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }",
            triggers: [Self.primitives],
            contracts: [contract]
        )
        #expect(try sample.findings() == [Self.error])
    }

    @Test(arguments: [
        ("topic: v2.y, enabled: true", [note]),
        // Nothing is known of the other topic, so it may provide the value.
        ("topic: v2.unknown, enabled: true", [note]),
        ("topic: v2.y, enabled: false", [error]),
        ("topic: v2.unknown, enabled: false", [error]),
        // There, only the whole event arrives.
        ("topic: v2.y, dataFormat: Json, enabled: true", [error, "error trigger-json-input-missing T2 Flow.jsonData"]),
    ])
    func isANoteWhereAnotherEnabledTriggerMayFillTheInput(_ other: String, _ expected: [String]) throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }",
            triggers: [Self.primitives, other]
        )
        #expect(try sample.findings() == expected)
    }

    @Test func saysWhichTriggerFillsTheInput() throws {
        let inputs = "Flow.caseId: { type: string, read: true }"
        let filled = InputSourcesSample(inputs: inputs, triggers: [Self.primitives, "topic: v2.y, enabled: true"])
        #expect(try filled.texts().first?.contains("; trigger 'T2' fills it\n") ?? false)
        let unknown = InputSourcesSample(inputs: inputs, triggers: [Self.primitives, "topic: v2.z, enabled: true"])
        #expect(try unknown.texts().first?.contains("; trigger 'T2' may fill it\n") ?? false)
    }

    @Test func isAnErrorForEachTriggerWhereNoneFillsTheInput() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.team: { type: string, read: true }",
            triggers: [Self.primitives, "topic: v2.y, enabled: true"]
        )
        #expect(
            try sample.findings() == [
                "error trigger-input-unfilled T1 Flow.team", "error trigger-input-unfilled T2 Flow.team",
            ]
        )
    }

    @Test func saysThatJsonFillsOneInputOnly() throws {
        let sample = InputSourcesSample(
            inputs:
                "Flow.caseId: { type: string, read: true }, Flow.jsonData: { type: json, read: true, paths: [ani] }",
            triggers: ["topic: v2.x, dataFormat: Json, enabled: true"]
        )
        #expect(
            try sample.texts() == [
                """
                error: Input 'Flow.caseId' is not filled: trigger 'T1' sends Json, which fills only 'Flow.jsonData'; \
                the flow reads this input
                fix: read the value from 'Flow.jsonData', or give the input a default
                """
            ]
        )
    }

    @Test func saysThatAScheduledTriggerHasNoEvent() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }",
            triggers: ["enabled: true"]
        )
        #expect(
            try sample.texts() == [
                """
                error: Input 'Flow.caseId' is not filled: trigger 'T1' is scheduled and has no event; the flow \
                reads this input
                fix: give the input a default, or fill it another way
                """
            ]
        )
    }
}

/// The fixes for an input that no event fills.
struct UnfilledInputFixTests {
    private static func fixes(_ inputs: String, outputs: String = "") throws -> [String] {
        let sample = InputSourcesSample(inputs: inputs, outputs: outputs, triggers: ["topic: v2.x, enabled: true"])
        return try sample.judgement().findings.map(\.fix.summary)
    }

    @Test func offersTheNameThatTheEventHas() throws {
        #expect(
            try Self.fixes("Flow.CallerAni: { type: string, read: true }")
                == ["name the input 'Flow.ani', give it a default, or remove it"]
        )
        #expect(
            try Self.fixes("Flow.converstationId: { type: string, read: false }")
                == ["name the input 'Flow.conversationId', or remove it"]
        )
    }

    @Test func neverOffersANameThatTheFlowHasAlready() throws {
        let inputs = "Flow.ani: { type: string, read: true }, Flow.CallerAni: { type: string, read: "
        #expect(try Self.fixes(inputs + "true }") == ["read 'Flow.ani' instead, which the event fills"])
        #expect(try Self.fixes(inputs + "false }") == ["remove the input, because the event fills 'Flow.ani'"])
    }

    @Test func neverOffersAnAttributeThatIsDropped() throws {
        #expect(
            try Self.fixes("Flow.number: { type: string, read: true }")
                == ["give the input a default, or fill it another way"]
        )
    }

    @Test func neverTellsToRemoveAnInputThatTheFlowReads() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true }",
            triggers: ["topic: v2.x, enabled: true", "topic: v2.y, enabled: true"]
        )
        #expect(
            try sample.judgement().findings.map(\.fix.summary)
                == ["change nothing, if the flow is meant to run without a value from this trigger"]
        )
    }

    @Test func neverTellsToRemoveAnInputThatIsAnOutputToo() throws {
        let input = "Flow.note: { type: json, read: false }"
        #expect(try Self.fixes(input) == ["remove the input, unless a caller sends it"])
        #expect(
            try Self.fixes(input, outputs: "Flow.note: { type: json }")
                == ["make the input an output only, unless a caller sends it"]
        )
    }

    @Test func saysWhatTheFlowTakesInstead() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.caseId: { type: string, read: true, default: none }",
            triggers: ["topic: v2.x, enabled: true"]
        )
        #expect(try sample.texts().first?.contains(#"; the flow then uses the input's default, "none""#) ?? false)
    }
}
