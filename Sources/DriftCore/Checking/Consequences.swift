/// The findings that count as causes, so that what follows from them need not be reported.
///
/// This is the one place where a finding keeps another out of the verdict. A finding that is waived, known or of a rule
/// that is off keeps none out.
struct Consequences {
    private var open: [Key: Severity] = [:]
    private var reported: Set<Key> = []

    /// What identifies a cause: everything in a finding's fingerprint, and the file if that matters.
    private struct Key: Hashable {
        var rule: RuleID
        var environment: EnvironmentName?
        var flow: FlowKey?
        var contract: String?
        var trigger: String?
        var subject: String?
        var file: String?

        /// The key of the finding itself.
        init(of finding: Finding) {
            rule = finding.rule
            (environment, flow, contract) = (finding.environment, finding.flow, finding.contract)
            (trigger, subject) = (finding.trigger, finding.subject)
        }

        /// The key of a cause of something that is about the same environment, flow and contract.
        init(_ cause: Cause, _ environment: EnvironmentName?, _ flow: FlowKey?, _ contract: String?) {
            rule = cause.rule
            (self.environment, self.flow, self.contract) = (environment, flow, contract)
            (trigger, subject) = (cause.trigger, cause.subject)
        }
    }

    /// Collects the causes among findings whose acceptance is known.
    init(of findings: [Finding]) {
        for finding in findings {
            var key = Key(of: finding)
            add(finding, as: key)
            key.file = finding.place?.file
            add(finding, as: key)
        }
    }

    private mutating func add(_ finding: Finding, as key: Key) {
        reported.insert(key)
        guard finding.acceptance == nil else { return }
        open[key] = max(open[key] ?? finding.severity, finding.severity)
    }

    /// Whether a cause that counts, and is no less severe, stands for the finding.
    func contains(_ finding: Finding) -> Bool {
        finding.causes.contains { cause in
            var key = Key(cause, finding.environment, finding.flow, finding.contract)
            if cause.isInSameFile { key.file = finding.place?.file }
            if cause.isSameFact { return reported.contains(key) }
            return open[key].map { $0 >= finding.severity } ?? false
        }
    }

    /// Whether an error that counts makes a question pointless.
    func contains(_ unknown: Unknown) -> Bool {
        unknown.causes.contains { cause in
            open[Key(cause, unknown.environment, unknown.flow, unknown.contract)] == .error
        }
    }
}

extension [Finding] {
    /// The findings, each following from the causes as well, except those of the causes' own rules.
    func following(from causes: [Cause]) -> [Finding] {
        map { finding in
            guard !causes.contains(where: { $0.rule == finding.rule }) else { return finding }
            var finding = finding
            finding.causes += causes
            return finding
        }
    }
}
