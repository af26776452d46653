/// The findings that were there when an old repository began to be checked; only others count.
public struct Baseline: Hashable, Sendable {
    /// What each finding was about, by fingerprint.
    public var findings: [String: String]

    /// Makes a baseline.
    public init(findings: [String: String] = [:]) {
        self.findings = findings
    }

    /// The baseline of a run: every finding that counts, whatever its severity.
    public init(of findings: [Finding]) {
        let open = findings.filter { $0.acceptance == nil && DriftRule.named($0.rule)?.isOnWaivers != true }
        self.findings = Dictionary(open.map { ($0.fingerprint, $0.phrase) }) { first, _ in first }
    }

    /// Marks the findings that are in the baseline; each finding stays.
    public func applied(to findings: [Finding]) -> [Finding] {
        findings.map { finding in
            guard finding.acceptance == nil, self.findings[finding.fingerprint] != nil else { return finding }
            var finding = finding
            finding.acceptance = .known
            return finding
        }
    }

    /// How many findings of the baseline are not among others.
    public func countOfGone(from findings: [Finding]) -> Int {
        Set(self.findings.keys).subtracting(findings.map(\.fingerprint)).count
    }
}

extension Finding {
    /// What the finding is about, in words: `input-undeclared of 'callback-request', 'Flow.ANI' in prod`.
    public var phrase: String {
        let names = [contract, flow?.description, trigger, subject]
        return Self.phrase(rule, of: names, in: environment.map { [$0] } ?? [])
    }

    /// What a rule fires on, in words; a name that is nil is left out.
    static func phrase(_ rule: DriftRule.ID, of names: [String?], in environments: [EnvironmentName]) -> String {
        let names = names.compactMap { name in name.map { "'\($0)'" } }
        let scope = environments.isEmpty ? "" : " in " + environments.map(\.text).joined(separator: ", ")
        return rule + (names.isEmpty ? "" : " of " + names.joined(separator: ", ")) + scope
    }
}
