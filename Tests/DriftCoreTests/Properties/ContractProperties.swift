import SourceText
import Testing

@testable import DriftCore

/// Properties of any contract and any flow.
struct ContractProperties {
    @Test(arguments: 0..<500 as Range<UInt64>)
    func addsNoErrorByItsOwnFix(_ seed: UInt64) throws {
        var random = RandomPromise(seed: seed)
        let (contract, flow) = (random.driftedContract(), random.flow)
        let before = try RandomPromise.findings(contract, flow)
        for finding in before {
            guard let edit = finding.fix.edit else { continue }
            let corrected = edit.applied(to: contract)
            let after = try RandomPromise.findings(corrected, flow)
            #expect(!after.map(\.fingerprint).contains(finding.fingerprint), "\(finding.line)\n\(corrected)")
            // Under its new name, an input may still have the other error that it had under the old one.
            let known = before.map { [$0.rule, $0.message] }
            let errors = after.filter { $0.severity == .error }.filter { error in
                !known.contains([error.rule, error.message]) && !before.contains { $0.fingerprint == error.fingerprint }
            }
            #expect(errors.map(\.line) == [], "after \(finding.line)\n\(corrected)")
        }
    }

    @Test func meetsEachRuleWithAnEditOfItsOwn() throws {
        var rules: Set<String> = []
        for seed in 0..<500 as Range<UInt64> {
            var random = RandomPromise(seed: seed)
            let findings = try RandomPromise.findings(random.driftedContract(), random.flow)
            rules.formUnion(findings.filter { $0.fix.edit != nil }.map(\.rule))
        }
        #expect(
            rules.sorted() == [
                "input-case-mismatch", "input-collection-changed", "input-type-changed", "input-undeclared",
                "input-unscoped", "output-case-mismatch", "output-collection-changed", "output-removed",
                "output-type-changed", "trigger-missing",
            ]
        )
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func breaksNoKeptContractByAnAddedInput(_ seed: UInt64) throws {
        var random = RandomPromise(seed: seed)
        let contract = random.keptContract()
        #expect(try RandomPromise.findings(contract, random.flow).filter { $0.severity == .error } == [])
        var grown = random.flow
        let added = random.newVariable()
        grown.inputs.append(added)
        let findings = try RandomPromise.findings(contract, grown)
        // The flow's earlier state is unknown here, so an input that isn't sent is no error.
        #expect(findings.filter { $0.severity == .error } == [], "\(added)")
        #expect(findings.filter { $0.severity == .warning }.allSatisfy { $0.rule == "input-not-sent" })
        #expect(FlowChange.changes(from: random.flow, to: grown).map(\.consequence).max() ?? .safe < .breaks)
    }
}
