import SourceText
import Testing

@testable import DriftCore

struct TriggerRuleTests {
    private static let equal = "{ jsonPath: mediaType, operator: Equal, value: VOICE }"
    private static let anyQueue = "{ jsonPath: queueId, operator: In, values: any }"

    private static func criteria(_ criteria: String...) -> String { "match: [\(criteria.joined(separator: ", "))]" }

    @Test(arguments: [
        ("", criteria(equal)),
        (criteria(equal), criteria(equal)),
        (
            criteria("{ jsonPath: a, operator: In, values: [1, 2] }"),
            criteria("{ jsonPath: a, operator: In, values: [2, 1.0] }")
        ),
        (criteria(equal, anyQueue), criteria("{ jsonPath: queueId, operator: In, values: [x, y] }", equal)),
        (criteria("{ jsonPath: a, operator: Exists, value: null }"), criteria("{ jsonPath: a, operator: Exists }")),
        (criteria("{ jsonPath: a, operator: Exists }"), criteria("{ jsonPath: a, operator: Exists, values: ~ }")),
        (
            criteria("{ jsonPath: a, operator: Equal, value: any }", "{ jsonPath: a, operator: Equal, value: 1 }"),
            criteria("{ jsonPath: a, operator: Equal, value: 1 }", "{ jsonPath: a, operator: Equal, value: 2 }")
        ),
        (
            criteria("{ jsonPath: a, operator: Equal, value: { x: 1, y: [true] } }"),
            criteria("{ jsonPath: a, operator: Equal, value: { y: [true], x: 1 } }")
        ),
        (
            criteria("{ jsonPath: a, operator: Equal, value: any }"),
            criteria("{ jsonPath: a, operator: Equal, value: any }")
        ),
        ("match: []", ""),
    ])
    func takesCriteriaAsData(_ promised: String, _ found: String) throws {
        #expect(try Sample.findings(promising: promised, having: found) == [])
    }

    @Test(arguments: [
        (criteria(equal), "", "does not match on 'mediaType Equal \"VOICE\"', which the contract lists"),
        ("match: []", criteria(equal), "also matches on 'mediaType Equal \"VOICE\"', which the contract does not list"),
        (
            criteria("{ jsonPath: a, operator: Equal, value: '1' }"),
            criteria("{ jsonPath: a, operator: Equal, value: 1 }"),
            "matches on 'a Equal 1'; the contract lists 'a Equal \"1\"'"
        ),
        (
            criteria(anyQueue), criteria("{ jsonPath: queueId, operator: In }"),
            "matches on 'queueId In'; the contract lists 'queueId In any'"
        ),
        (
            criteria("{ jsonPath: a, operator: In, values: ['any'] }"),
            criteria("{ jsonPath: a, operator: In, values: [x] }"),
            "matches on 'a In [\"x\"]'; the contract lists 'a In [\"any\"]'"
        ),
        (
            criteria("{ jsonPath: a, operator: Equal, value: \"any\" }"),
            criteria("{ jsonPath: a, operator: Equal, value: x }"),
            "matches on 'a Equal \"x\"'; the contract lists 'a Equal \"any\"'"
        ),
        (
            criteria("{ jsonPath: a, operator: In, values: [1] }"),
            criteria("{ jsonPath: a, operator: In, values: [1, 1] }"),
            "matches on 'a In [1, 1]'; the contract lists 'a In [1]'"
        ),
    ])
    func namesTheCriteriaThatDiffer(_ promised: String, _ found: String, _ phrase: String) throws {
        #expect(
            try Sample.findings(promising: promised, having: found) == [
                "error: Trigger 'T' \(phrase) [trigger-criteria-changed]"
            ]
        )
    }

    @Test func reportsEachTimingByItself() throws {
        #expect(
            try Sample.findings(promising: "eventTTLSeconds: 60, delayBySeconds: 90", having: "eventTTLSeconds: 30")
                == [
                    "warning: Trigger 'T' has eventTTLSeconds 30; the contract has eventTTLSeconds 60 [trigger-timing-changed]",
                    "warning: Trigger 'T' has no delayBySeconds; the contract has delayBySeconds 90 [trigger-timing-changed]",
                ]
        )
    }

    @Test func reportsATriggerThatIsEnabledAgainstTheContract() throws {
        #expect(
            try Sample.findings(promising: "enabled: false", having: "") == [
                "error: Trigger 'T' is enabled; the contract says that the trigger is disabled [trigger-disabled]"
            ]
        )
    }

    @Test(arguments: [
        ("dataFormat: Json", "dataFormat: TopLevelPrimitives", "TopLevelPrimitives; the contract has data format Json"),
        ("dataFormat: TopLevelPrimitives", "dataFormat: Json", "Json; the contract has data format TopLevelPrimitives"),
    ])
    func namesBothDataFormats(_ promised: String, _ found: String, _ phrase: String) throws {
        #expect(
            try Sample.findings(promising: promised, having: found) == [
                "error: Trigger 'T' has data format \(phrase) [trigger-format-changed]"
            ]
        )
    }

    @Test func reportsAScheduledTriggerWhereATopicIsPromised() throws {
        #expect(
            try Sample.findings("triggers: [{ name: T, topic: v2.x }]\n", "triggers: [{ name: T, enabled: true }]\n")
                == [
                    "error: Trigger 'T' is scheduled and listens to no topic; the contract has topic 'v2.x' [trigger-topic-changed]"
                ]
        )
    }

    @Test func namesATriggerAnewWithAnEditUnlessItsNameServesOtherEnvironments() throws {
        let flow = "triggers: [{ name: Call Ended, topic: v2.x, enabled: true }]\n"
        func edits(_ name: String) throws -> [String?] {
            try Sample.judgement("triggers: [{ name: \(name) }]\n", flow, stray: []).findings.map(
                \.fix.edit?.replacement
            )
        }
        #expect(try edits("Call Endet") == ["Call Ended"])
        #expect(try edits("\"Call Ended {environment}\"") == [nil])
    }

    @Test func offersANearNameThatTwoTriggersShare() throws {
        let trigger = "{ name: Call Ended, topic: v2.x, enabled: true }"
        #expect(
            try Sample.findings("triggers: [{ name: Call Endet }]\n", "triggers: [\(trigger), \(trigger)]\n") == [
                "error: Trigger 'Call Endet' does not exist for 'workflow/A'; did you mean 'Call Ended'? [trigger-missing]"
            ]
        )
    }

    @Test func doesNotDecideOnATriggerWhereNoneIsKnown() throws {
        let judgement = try Sample.judgement("triggers: [{ name: T }]\n", "", stray: nil)
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "trigger 'T' was not checked: there is no list of triggers to compare with"
            ]
        )
        #expect(judgement.coverage.triggers == Coverage.Count(checked: 0, total: 1))
    }

    @Test func doesNotDecideWhereATargetFitsNoFlow() throws {
        let id = try #require(FlowID("3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90"))
        let other = Trigger(name: "T", topic: "v2.x", target: .flow(.workflow("B")))
        let stray = [other, Trigger(name: "T", topic: "v2.x", target: .id(id))]
        let judgement = try Sample.judgement("triggers: [{ name: T }]\n", "", stray: stray)
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "trigger 'T' starts a flow with the id \(id), which is not among the flows that were read"
            ]
        )
    }

    @Test func isCertainThatAnotherIDIsAnotherFlowWhereItsOwnIsKnown() throws {
        let own = try #require(FlowID("5b1e0d34-7d6a-4b57-9f21-3f0e4b1c2a90"))
        let other = try #require(FlowID("3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90"))
        let contract = try Sample.contract("triggers: [{ name: T }]\n")
        let stray = [PlacedTrigger(Trigger(name: "T", topic: "v2.x", target: .id(other)), starting: nil)]
        var flow = Flow(key: .workflow("A"))
        flow.id = own
        let triggers = TriggerComparison.all(of: contract, in: nil, flow: flow, elsewhere: stray)
        guard case .startsOther(let phrase, _)? = triggers.first?.match else {
            Issue.record("the trigger's target is left open")
            return
        }
        #expect(phrase == "the flow with the id \(other)")
    }

    @Test func takesAStrayTriggerWhoseTargetIsTheContractsFlow() throws {
        let stray = [Trigger(name: "T", topic: "v2.x", target: .flow(.workflow("A")))]
        let judgement = try Sample.judgement("triggers: [{ name: T, topic: v2.y }]\n", "", stray: stray)
        #expect(judgement.findings.map(\.rule) == ["trigger-topic-changed"])
    }
}
