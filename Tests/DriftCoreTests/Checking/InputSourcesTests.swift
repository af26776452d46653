import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// The notes, coverage and examples for a flow with its triggers, but not the findings on single inputs.
struct InputSourcesTests {
    @Test func namesUnusedInputsInOneLineAndReportsThemOnlyWhereConfigured() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.a: { type: string, read: false }, Flow.b: { type: string, read: true }, "
                + "Flow.c: { type: string, read: false }, Flow.d: { type: json, read: partly }"
        )
        let judgement = try sample.judgement()
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.remarks.map(\.text) == [
                "'workflow/A' declares, but never reads, 'Flow.a', 'Flow.c'",
                "'workflow/A' reads 'Flow.d' in ways that cannot be fully traced",
            ]
        )
        let configured = try sample.judgement(severities: ["input-unused": .severity(.warning)])
        #expect(configured.findings.map(\.summary) == ["warning input-unused Flow.a", "warning input-unused Flow.c"])
    }

    @Test func saysWhatAnEventBrings() throws {
        let sample = InputSourcesSample(
            inputs: """
                Flow.CallerAni: { type: string, read: true }, Flow.ani: { type: string, read: true }, \
                Flow.count: { type: string, read: true }, Flow.numbers: { type: string, read: false }, \
                Flow.team: { type: string, read: true, default: "a \\"team\\"" }
                """,
            triggers: [
                "topic: v2.x, enabled: true, match: [{ jsonPath: mediaType, operator: In, values: [VOICE, CHAT] }]"
            ]
        )
        let findings = try sample.judgement().findings
        let caller = try #require(findings.first { $0.subject == "Flow.CallerAni" }?.event)
        #expect(caller.event == #"{"ani": "<ani>", "count": 1, "mediaType": "VOICE"}"#)
        #expect(
            caller.received == [
                "Flow.CallerAni is not set", #"Flow.ani = "<ani>""#, "Flow.count may be empty",
                #"Flow.team = "a \"team\"", its default"#,
            ]
        )
        let numbers = try #require(findings.first { $0.subject == "Flow.numbers" }?.event)
        #expect(numbers.event == #"{"ani": "<ani>", "count": 1, "mediaType": "VOICE", "numbers": []}"#)
        #expect(numbers.received.contains("Flow.numbers is not set"))
    }

    @Test func showsTheMembersThatTheFlowReadsAndNeverGets() throws {
        let inputs = "Flow.jsonData: { type: json, read: true, paths: [ani, context.x, caseId] }"
        let under = InputSourcesSample(inputs: inputs, triggers: ["topic: v2.x, enabled: true"])
        #expect(
            try under.judgement().findings.map(\.event) == [
                EventExample(event: #"{"ani": "<ani>", "context": {}}"#, received: ["Flow.jsonData is not set"])
            ]
        )
        let json = InputSourcesSample(inputs: inputs, triggers: ["topic: v2.x, dataFormat: Json, enabled: true"])
        #expect(
            try json.judgement().findings.map(\.event) == [
                EventExample(
                    event: #"{"ani": "<ani>", "context": {}}"#,
                    received: [#"Flow.jsonData = {"ani": "<ani>", "context": {}}"#]
                )
            ]
        )
    }

    @Test func showsSomeEventWhereTheFlowTakesNothingOfIt() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.team: { type: string, read: true }",
            triggers: ["topic: v2.x, enabled: true"]
        )
        #expect(
            try sample.judgement().findings.map(\.event) == [
                EventExample(event: #"{"conversationId": "<conversationId>"}"#, received: ["Flow.team is not set"])
            ]
        )
    }

    @Test(arguments: ["enabled: true", "topic: v2.z, dataFormat: Json, enabled: true"])
    func showsNoEventWhereNoneIsKnown(_ trigger: String) throws {
        let sample = InputSourcesSample(inputs: "Flow.team: { type: string, read: true }", triggers: [trigger])
        #expect(try sample.judgement().findings.allSatisfy { $0.event == nil })
    }

    @Test func comparesACopyOfAModuleWithTheModule() throws {
        func module(_ name: String, _ type: String) -> Flow {
            Flow(
                key: FlowKey(type: .commonModule, name: "Lookup"),
                inputs: [Variable(name: name, type: DataType(type), reads: Reads(.read))],
                outputs: [Variable(name: "Common.found", type: DataType(.boolean))]
            )
        }
        let copy = ModuleCopy(
            name: "Lookup",
            inputs: [Variable(name: "Common.number", type: DataType(.string))],
            outputs: [Variable(name: "Common.found", type: DataType(.boolean))]
        )
        func messages(_ published: Flow?) -> [String] {
            let flow = Flow(key: .workflow("A"), modules: [copy])
            let modules = published.map { ["Lookup": $0] } ?? [:]
            let inputSources = InputSources(flow, in: nil, contracts: [], events: .embedded, modules: modules)
            return Judge().judge(inputSources).findings.map(\.line)
        }
        #expect(messages(nil) == [])
        #expect(messages(module("Common.number", "string")) == [])
        let message = "warning: 'workflow/A' runs an older copy of 'commonmodule/Lookup': "
        #expect(
            messages(module("Common.number", "integer"))
                == [message + "input 'Common.number' changed from string to integer [module-stale]"]
        )
        #expect(
            messages(module("Common.phone", "string")) == [
                message + "input 'Common.number' (string) is gone; input 'Common.phone' (string) is new [module-stale]"
            ]
        )
    }
}

/// Inputs that a flow passes to a flow that it calls.
struct CalledInputTests {
    /// The copy of a module is what the flow calls, whatever the published module has.
    @Test func comparesACallWithTheCopyOfTheModule() {
        let module = FlowKey(type: .commonModule, name: "Lookup")
        let published = Flow(key: module, inputs: [Variable(name: "Common.email", type: DataType(.string))])
        let copy = ModuleCopy(
            name: "Lookup",
            inputs: [Variable(name: "Common.mail", type: DataType(.string))],
            outputs: []
        )
        func rules(_ copies: [ModuleCopy]) -> [String] {
            let flow = Flow(
                key: .workflow("A"),
                modules: copies,
                calls: [FlowCall(.module, name: "Lookup", inputs: ["Common.mail"])]
            )
            let sources = InputSources(flow, in: nil, contracts: [], events: .embedded, called: [module: published])
            return Judge().judge(sources).findings.map(\.rule)
        }
        #expect(rules([]) == ["call-input-unknown"])
        #expect(rules([copy]) == [])
    }
}

/// Inputs that a contract doesn't send, but something else may.
struct InputNotSentTests {
    private static func findings(_ input: String, _ triggers: [String], others: [String] = []) throws -> [String] {
        let sample = InputSourcesSample(inputs: input, triggers: triggers, contracts: ["launch: {}"] + others)
        let inputSources = try sample.inputSources()
        let contract = try #require(inputSources.contracts.first)
        return Judge().judge(contract, in: nil, inputSources: inputSources, surroundings: Judge.Surroundings())
            .findings.map(\.summary)
    }

    @Test(arguments: [
        ("Flow.ani: { type: string, read: true }", [String](), [String](), Severity.warning),
        ("Flow.ani: { type: string }", [], [], .note), ("Flow.ani: { type: string, read: false }", [], [], nil),
        ("Flow.ani: { type: string, read: true, default: x }", [], [], nil),
        ("Flow.ani: { type: string, read: true }", ["topic: v2.x, enabled: true"], [], .warning),
        ("Flow.ani: { type: string, read: true }", [], ["launch: { inputs: { Flow.ani: string } }"], .warning),
    ])
    func isReportedWhereTheFlowReadsItWhateverElseFeedsIt(
        _ input: String,
        _ triggers: [String],
        _ others: [String],
        _ severity: Severity?
    ) throws {
        #expect(
            try Self.findings(input, triggers, others: others)
                == (severity.map { ["\($0.rawValue) input-not-sent Flow.ani"] } ?? [])
        )
    }
}

/// Properties of any flow and any triggers.
struct InputSourcesPropertyTests {
    @Test(arguments: 0..<40)
    func neverLosesAnErrorToATriggerThatFeedsNothing(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<25 {
            let sample = InputSourcesSample.random(using: &random)
            let before = Set(try sample.judgement().findings.filter { $0.severity == .error }.map(\.summary))
            var more = sample
            more.triggers.append(
                [
                    "enabled: true", "enabled: false", "topic: v2.x, enabled: false",
                    "topic: \"v2.webhook.{id}\", enabled: true",
                ]
                .randomElement(using: &random) ?? ""
            )
            let after = Set(try more.judgement().findings.filter { $0.severity == .error }.map(\.summary))
            #expect(after.isSuperset(of: before), "\(sample)")
        }
    }

    @Test(arguments: 0..<40)
    func findsTheSameInWhateverOrderTriggersCome(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<25 {
            let sample = InputSourcesSample.random(using: &random)
            var flow = try sample.flow()
            let expected = Judge().judge(InputSources(flow, in: nil, contracts: [], events: InputSourcesSample.events))
                .findings
            flow.triggers.shuffle(using: &random)
            let found = Judge().judge(InputSources(flow, in: nil, contracts: [], events: InputSourcesSample.events))
                .findings
            #expect(found == expected, "\(sample)")
        }
    }

    @Test(arguments: 0..<40)
    func givesMoreThanANoteOnlyForEnabledTriggers(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<25 {
            var sample = InputSourcesSample.random(using: &random)
            sample.triggers = sample.triggers.map { $0.replacing("enabled: true", with: "enabled: false") }
            #expect(try sample.judgement().findings.allSatisfy { $0.severity == .note }, "\(sample)")
        }
    }
}

extension InputSourcesSample {
    /// A flow with a few inputs and triggers, the same for the same generator.
    fileprivate static func random(using random: inout SplitMix64) -> InputSourcesSample {
        let names = ["ani", "ANI", "CallerAni", "caseId", "count", "numbers", "isLive", "team", "thing"]
        let types = ["string", "integer", "boolean", "json", "\"string[]\""]
        let reads = ["", ", read: true", ", read: false", ", read: true, default: x"]
        var inputs = names.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)).map { name in
            let type = types.randomElement(using: &random) ?? "string"
            return "Flow.\(name): { type: \(type)\(reads.randomElement(using: &random) ?? "") }"
        }
        // Names in one flow must differ in more than letter case.
        if inputs.contains(where: { $0.hasPrefix("Flow.ANI:") }) { inputs.removeAll { $0.hasPrefix("Flow.ani:") } }
        if Bool.random(using: &random) {
            let paths = ["ani", "caseId", "context.x", "webhooksInvocation.body.a"].shuffled(using: &random).prefix(2)
            inputs.append("Flow.jsonData: { type: json, read: true, paths: [\(paths.joined(separator: ", "))] }")
        }
        let settings = ["", ", dataFormat: Json", ", dataFormat: TopLevelPrimitives"]
        let match = ["", ", match: [{ jsonPath: caseId, operator: Exists }]"]
        let topics = ["topic: v2.x, ", "topic: v2.y, ", "topic: v2.z, ", "topic: \"v2.webhook.{id}\", ", ""]
        let triggers = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            (topics.randomElement(using: &random) ?? "") + "enabled: \(Bool.random(using: &random))"
                + (settings.randomElement(using: &random) ?? "") + (match.randomElement(using: &random) ?? "")
        }
        return InputSourcesSample(inputs: inputs.joined(separator: ", "), triggers: triggers)
    }
}
