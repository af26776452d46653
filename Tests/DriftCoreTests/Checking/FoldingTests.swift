import SourceText
import Testing

@testable import DriftCore

/// Findings with one cause are folded into one.
struct FoldingTests {
    private static let flow = FlowKey(type: .workflow, name: "A")
    private static let id = FlowID("11111111-0a5e-4c3b-8e77-91c0d4e5f6a2")

    private func finding(
        _ rule: String,
        _ severity: Severity = .error,
        cause: FlowCause? = FlowCause(.missing, of: flow),
        contract: String? = nil,
        trigger: String? = nil,
        caller: String? = nil,
        accepted: Acceptance? = nil
    ) -> Finding {
        var finding = Finding(rule: rule, severity: severity, message: rule, fix: Fix("mend it"), flow: Self.flow)
        (finding.flowCause, finding.contract, finding.trigger) = (cause, contract, trigger)
        (finding.caller, finding.acceptance) = (caller, accepted)
        return finding
    }

    private func folded(_ findings: Finding...) -> [String] {
        Verdict(findings: findings, coverage: Coverage()).findings.map { finding in
            finding.rule
                + (finding.sameCause.isEmpty ? "" : "(" + finding.sameCause.map(\.rule).joined(separator: ",") + ")")
        }
    }

    @Test func showsTheFindingOnTheFlowItself() {
        let own = finding("live-flow-removed", cause: FlowCause(.missing, of: Self.flow, isOfFlow: true))
        let contract = finding("flow-missing", contract: "c")
        let trigger = finding("trigger-target-missing", trigger: "t")
        #expect(folded(contract, trigger, own) == ["live-flow-removed(trigger-target-missing,flow-missing)"])
        #expect(folded(trigger, contract) == ["flow-missing(trigger-target-missing)"])
    }

    @Test func showsTheMostSevereOne() {
        let own = finding("live-flow-removed", .note, cause: FlowCause(.missing, of: Self.flow, isOfFlow: true))
        let contract = finding("flow-missing", contract: "c")
        #expect(folded(own, contract) == ["flow-missing(live-flow-removed)"])
        #expect(Verdict(findings: [own, contract], coverage: Coverage()).status == .drift)
    }

    @Test func keepsApartWhatHasAnotherCause() {
        let missing = finding("flow-missing", contract: "c")
        let inactive = finding("flow-inactive", cause: FlowCause(.inactive, of: Self.flow), contract: "d")
        var elsewhere = finding("flow-missing", contract: "e")
        elsewhere.environment = EnvironmentName("prod")
        #expect(folded(missing, inactive, elsewhere, finding("input-undeclared", cause: nil)).count == 4)
    }

    @Test func keepsApartRequestsWithTheSameWrongID() {
        let cause = FlowCause(.missing, of: nil, id: Self.id)
        let request = finding("payload-flow-id-unknown", cause: cause)
        #expect(folded(request, request).count == 2)
        let action = finding("payload-flow-id-unknown", cause: cause, caller: "Start it")
        let trigger = finding("trigger-target-missing", cause: cause, trigger: "t")
        #expect(folded(action, trigger).count == 1)
    }

    @Test func namesAFlowThatIsKnownByItsID() {
        let byID = finding("trigger-target-missing", cause: FlowCause(.missing, of: nil, id: Self.id), trigger: "t")
        let contract = finding("flow-missing", contract: "c")
        let known = Self.id.map { [nil: [$0: Self.flow]] as [EnvironmentName?: [FlowID: FlowKey]] } ?? [:]
        #expect(Verdict(findings: [byID, contract].naming(known), coverage: Coverage()).findings.count == 1)
        #expect(Verdict(findings: [byID, contract].naming([:]), coverage: Coverage()).findings.count == 2)
    }

    @Test func leavesAloneWhatIsAccepted() {
        let own = finding(
            "live-flow-removed",
            cause: FlowCause(.missing, of: Self.flow, isOfFlow: true),
            accepted: .known
        )
        let (first, second) = (finding("flow-missing", contract: "c"), finding("flow-missing", contract: "d"))
        #expect(folded(own, first, second) == ["live-flow-removed", "flow-missing", "flow-missing"])
        let accepted = finding("flow-missing", contract: "e", accepted: .known)
        #expect(folded(first, second, accepted) == ["flow-missing(flow-missing)", "flow-missing"])
        let verdict = Verdict(findings: [first, second, accepted], coverage: Coverage())
        #expect(verdict.allFindings.count == 3)
    }
}

/// The rules that say which version made a change exist under these names.
struct ChangedRuleTests {
    @Test(arguments: Finding.inputRules.union(Finding.outputRules).sorted())
    func isARule(_ id: RuleID) {
        #expect(DriftRule.named(id) != nil)
    }
}
