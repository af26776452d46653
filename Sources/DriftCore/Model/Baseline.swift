/// The findings that were there when an old repository began to be checked; only others count.
public struct Baseline: Hashable, Sendable {
    /// Each finding, by fingerprint.
    public var findings: [String: Entry]

    /// A finding that was there.
    public struct Entry: Hashable, Sendable {
        /// How severe it was; `nil` in a baseline from before severities were written.
        public var severity: Severity?

        /// What it was about.
        public var phrase: String

        /// Makes an entry.
        public init(_ phrase: String, severity: Severity?) {
            self.phrase = phrase
            self.severity = severity
        }
    }

    /// Makes a baseline.
    public init(findings: [String: Entry] = [:]) {
        self.findings = findings
    }

    /// Whether severities are missing, so that no error is accepted: nobody can tell whether it was one.
    public var lacksSeverities: Bool { findings.values.contains { $0.severity == nil } }

    /// Marks the findings that are in the baseline and have not become more severe; each finding stays.
    public func applied(to findings: [Finding]) -> [Finding] {
        findings.map { finding in
            guard finding.acceptance == nil, let entry = self.findings[finding.fingerprint],
                finding.severity <= entry.severity ?? .warning
            else { return finding }
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
    static func phrase(_ rule: RuleID, of names: [String?], in environments: [EnvironmentName]) -> String {
        let names = names.compactMap { name in name.map { "'\($0)'" } }
        let scope = environments.isEmpty ? "" : " in " + environments.map(\.text).joined(separator: ", ")
        return rule + (names.isEmpty ? "" : " of " + names.joined(separator: ", ")) + scope
    }
}
