import SourceText
import Testing

@testable import DriftCore

/// A finding keeps its consequences out of the verdict only while the finding itself counts.
struct CauseTests {
    private static let prod = EnvironmentName("prod")

    /// A contract with a flow, and the rule whose finding is the cause of the others.
    struct Case: Sendable, CustomTestStringConvertible {
        var contract: String
        var flow: String?
        var cause: String
        var consequences: [String]
        var entries: [String] = []
        var stray: [Trigger] = []

        var testDescription: String { "\(cause) before \(consequences)" }
    }

    private static let id = "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90"
    private static let otherID = "8c1f0a52-0b1e-4f0e-8a57-5f3f3a0c9b21"

    private static let cases = [
        Case(
            contract: "launch: { inputs: { Flow.gone: string, Flow.a: boolean }, outputs: { Flow.b: string } }\n",
            flow: "inputs: { Flow.a: { type: integer } }\n",
            cause: "flow-inactive",
            consequences: ["input-type-changed", "input-undeclared", "output-removed"]
        ),
        Case(
            contract: "triggers: [{ name: T, enabled: true }]\n",
            flow: "triggers: [{ name: T, topic: v2.x, enabled: false }]\n",
            cause: "flow-unpublished",
            consequences: ["trigger-disabled"]
        ),
        Case(
            contract: "launch: { inputs: { Flow.number: string } }\n",
            flow: "inputs: { Flow.numbers: { type: string, read: true } }\n",
            cause: "input-undeclared",
            consequences: ["input-not-sent"]
        ),
        Case(
            contract: "launch: { inputs: { number: string } }\n",
            flow: "inputs: { Flow.number: { type: string, read: true } }\n",
            cause: "input-unscoped",
            consequences: ["input-not-sent"]
        ),
        Case(
            contract: "launch: { inputs: { Flow.a: \"string[]\" } }\n",
            flow: "inputs: { Flow.a: { type: boolean } }\n",
            cause: "input-type-changed",
            consequences: ["input-collection-changed"]
        ),
        Case(
            contract: "launch: { outputs: { Flow.a: \"string[]\" } }\n",
            flow: "outputs: { Flow.a: { type: boolean } }\n",
            cause: "output-type-changed",
            consequences: ["output-collection-changed"]
        ),
        Case(
            contract: "launch: {}\nenvironments: { prod: { id: \(id) } }\n",
            cause: "flow-type-changed",
            consequences: ["flow-missing"],
            entries: ["bot/A"]
        ),
        Case(
            contract: "triggers: [{ name: T }]\n",
            cause: "flow-missing",
            consequences: ["trigger-missing"]
        ),
        Case(
            contract: "triggers: [{ name: T, topic: v2.y, delayBySeconds: 60 }]\n",
            flow: "",
            cause: "trigger-retargeted",
            consequences: ["trigger-timing-changed", "trigger-topic-changed"],
            stray: [Trigger(name: "T", topic: "v2.x", isEnabled: true, target: .flow(.workflow("B")))]
        ),
    ]

    private func verdict(
        _ example: Case,
        severities: [RuleID: RuleSetting] = [:],
        accepting rules: Set<String> = []
    ) throws -> Verdict {
        let state = example.cause == "flow-inactive" ? "inactive" : "unpublished"
        var flow = try example.flow.map { try Sample.flow($0) }
        if ["flow-inactive", "flow-unpublished"].contains(example.cause) {
            flow?.availability = try #require(Flow.Availability(rawValue: state))
        }
        let set = FlowSet(flows: flow.map { [$0] } ?? [], entries: [], strayTriggers: example.stray)
        let entries = try example.entries.map { FlowEntry(key: try #require(FlowKey($0)), id: FlowID(Self.id)) }
        let judgement = Judge(severities: severities).judge(
            try Sample.contract(example.contract),
            in: Self.prod,
            inputSources: flow.map { InputSources($0, in: Self.prod, contracts: [], events: .embedded) },
            surroundings: Judge.Surroundings(entries: entries, triggers: set.placedTriggers)
        )
        var findings = judgement.findings
        for index in findings.indices where rules.contains(findings[index].rule) {
            findings[index].acceptance = .known
        }
        return Verdict(findings: findings, coverage: judgement.coverage)
    }

    @Test(arguments: cases)
    func reportsTheCauseAlone(_ example: Case) throws {
        let verdict = try verdict(example)
        #expect(verdict.findings.map(\.rule) == [example.cause])
        let following = verdict.consequences + verdict.findings.flatMap(\.sameCause)
        #expect(Set(following.map(\.rule)) == Set(example.consequences))
    }

    @Test(arguments: cases)
    func reportsWhatFollowsFromAnAcceptedFinding(_ example: Case) throws {
        let verdict = try verdict(example, accepting: [example.cause])
        #expect(Set(verdict.findings.map(\.rule)) == Set([example.cause] + example.consequences))
        #expect(verdict.consequences.isEmpty)
    }

    @Test(arguments: cases)
    func reportsWhatFollowsFromARuleThatIsOff(_ example: Case) throws {
        let off: [RuleID: RuleSetting] = [example.cause: .off]
        let verdict = try verdict(example, severities: off)
        #expect(Set(verdict.findings.map(\.rule)) == Set(example.consequences))
    }

    @Test(arguments: cases)
    func reportsWhatIsMoreSevereThanItsCause(_ example: Case) throws {
        let verdict = try verdict(example, severities: [example.cause: .severity(.note)])
        let severe = verdict.findings.filter { $0.severity > .note }
        #expect(Set(severe.map(\.rule)).isSubset(of: example.consequences))
        #expect(verdict.consequences.allSatisfy { $0.severity == .note })
    }

    @Test(arguments: ["flow-inactive", "flow-unpublished"])
    func leavesOpenWhatOnlyAListingKnows(_ rule: String) throws {
        let state = rule == "flow-inactive" ? Flow.Availability.inactive : .unpublished
        let entry = FlowEntry(key: .workflow("A"), id: FlowID(Self.otherID), availability: state)
        let contract = "launch: { inputs: { Flow.a: string } }\nenvironments: { prod: { id: \(Self.id) } }\n"
        let judgement = Judge().judge(
            try Sample.contract(contract),
            in: Self.prod,
            inputSources: nil,
            surroundings: Judge.Surroundings(entries: [entry], triggers: [])
        )
        let open = Verdict(findings: judgement.findings, coverage: judgement.coverage)
        #expect(open.findings.map(\.rule) == [rule])
        #expect(open.coverage.unknowns == [])
        var accepted = judgement.findings
        for index in accepted.indices where accepted[index].rule == rule { accepted[index].acceptance = .known }
        let verdict = Verdict(findings: accepted, coverage: judgement.coverage)
        #expect(Set(verdict.findings.map(\.rule)) == [rule, "flow-id-changed"])
        #expect(
            verdict.coverage.unknowns.map(\.reason) == [
                "the inputs and outputs of 'workflow/A' are unknown: "
                    + (rule == "flow-inactive" ? "the flow is only in a listing" : "it has no published version")
            ]
        )
        #expect(!verdict.hasJudged)
    }
}

extension CauseTests {
    /// A flow with its trigger, and the rule whose finding on the trigger is the cause of the others.
    struct TriggerCase: Sendable, CustomTestStringConvertible {
        var sample: InputSourcesSample
        var cause: String
        var consequences: [String]

        var testDescription: String { cause }
    }

    private static let triggerCases = [
        TriggerCase(
            sample: InputSourcesSample(
                inputs: "Flow.x: { type: string, read: true }, Flow.numbers: { type: string, read: true }",
                triggers: ["topic: v2.x, enabled: true"],
                state: "state: inactive"
            ),
            cause: "trigger-target-unpublished",
            consequences: ["trigger-input-complex", "trigger-input-unfilled"]
        ),
        TriggerCase(
            sample: InputSourcesSample(
                inputs: "Flow.x: { type: string, read: true }",
                triggers: ["topic: v2.x, dataFormat: Json, enabled: true"]
            ),
            cause: "trigger-json-input-missing",
            consequences: ["trigger-input-unfilled"]
        ),
        TriggerCase(
            sample: InputSourcesSample(
                inputs: "Flow.jsonData: { type: json, read: true }",
                triggers: ["topic: v2.x, dataFormat: TopLevelPrimitives, enabled: true"]
            ),
            cause: "trigger-json-under-primitives",
            consequences: ["trigger-input-unfilled"]
        ),
    ]

    @Test(arguments: triggerCases)
    func reportsTheCauseOfATriggerAlone(_ example: TriggerCase) throws {
        let judgement = Judge().judge(try example.sample.inputSources())
        #expect(judgement.reported.findings.map(\.rule) == [example.cause])
        var findings = judgement.findings
        for index in findings.indices where findings[index].rule == example.cause {
            findings[index].acceptance = .known
        }
        let accepted = Verdict(findings: findings, coverage: judgement.coverage)
        #expect(Set(accepted.findings.map(\.rule)) == Set([example.cause] + example.consequences))
        let severities: [RuleID: RuleSetting] = [example.cause: .off]
        let off = try example.sample.judgement(severities: severities)
        #expect(Set(off.findings.map(\.rule)) == Set(example.consequences))
    }
}
