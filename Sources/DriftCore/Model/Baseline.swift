/// The known findings of a repository; a run with a baseline fails only on new findings.
public struct Baseline: Hashable, Sendable {
    /// The accepted findings, by fingerprint.
    public var findings: [String: Entry]

    /// An accepted finding.
    public struct Entry: Hashable, Sendable {
        /// The severity, or `nil` in a baseline written before severities were recorded.
        public var severity: Severity?

        /// The finding in words, as ``Finding/phrase``.
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

    /// Whether any entry has no severity.
    ///
    /// Such an entry accepts warnings and notes, but no error, since the known finding may have been a warning.
    public var lacksSeverities: Bool { findings.values.contains { $0.severity == nil } }

    /// Returns all findings; those that are in the baseline and haven't become more severe are marked as known.
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

    /// The number of entries that match none of the findings.
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

    /// The rule and its subject in words, without the names that are `nil`.
    static func phrase(_ rule: RuleID, of names: [String?], in environments: [EnvironmentName]) -> String {
        let names = names.compactMap { name in name.map { "'\($0)'" } }
        let scope = environments.isEmpty ? "" : " in " + environments.map(\.text).joined(separator: ", ")
        return rule + (names.isEmpty ? "" : " of " + names.joined(separator: ", ")) + scope
    }
}
