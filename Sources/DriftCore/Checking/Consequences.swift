/// The findings that are causes; reports leave out the findings and unknowns that they explain.
///
/// No other code lets one finding remove another from the verdict. A finding of a rule that is off removes none. An
/// accepted finding removes only findings that state the same fact.
struct Consequences {
    /// The most severe finding of each cause that counts.
    private var open: [Key: Finding] = [:]
    private var reported: Set<Key> = []

    /// Identifies a cause by everything in a finding's fingerprint, and the file if it matters.
    private struct Key: Hashable {
        var rule: RuleID
        var environment: EnvironmentName?
        var flow: FlowKey?
        var contract: String?
        var trigger: String?
        var subject: String?
        var file: String?

        init(of finding: Finding) {
            rule = finding.rule
            (environment, flow, contract) = (finding.environment, finding.flow, finding.contract)
            (trigger, subject) = (finding.trigger, finding.subject)
        }

        /// The key of a cause, in the environment, flow and contract of the finding or unknown that it explains.
        init(_ cause: Cause, _ environment: EnvironmentName?, _ flow: FlowKey?, _ contract: String?) {
            rule = cause.rule
            (self.environment, self.flow, self.contract) = (environment, flow, contract)
            (trigger, subject) = (cause.trigger, cause.subject)
        }
    }

    /// Collects the causes among findings; their acceptance must be set.
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
        if let known = open[key], known.severity >= finding.severity { return }
        open[key] = finding
    }

    /// Whether the finding has a cause that counts and is at least as severe.
    func contains(_ finding: Finding) -> Bool {
        finding.causes.contains { cause in
            var key = Key(cause, finding.environment, finding.flow, finding.contract)
            if cause.isInSameFile { key.file = finding.place?.file }
            if cause.isSameFact { return reported.contains(key) }
            return open[key].map { $0.severity >= finding.severity } ?? false
        }
    }

    /// The finding that explains a finding, if that finding is on a whole flow.
    func cause(of finding: Finding) -> Finding? {
        finding.causes.lazy.compactMap { cause in open[Key(cause, finding.environment, finding.flow, finding.contract)]
        }
        .first { $0.flowCause != nil && $0.severity >= finding.severity }
    }

    /// Whether the unknown has a cause that is an error and counts.
    func contains(_ unknown: Unknown) -> Bool {
        unknown.causes.contains { cause in
            open[Key(cause, unknown.environment, unknown.flow, unknown.contract)]?.severity == .error
        }
    }
}

extension [Finding] {
    /// The findings, with causes added to all but those of the causes' own rules.
    func following(from causes: [Cause]) -> [Finding] {
        map { finding in
            guard !causes.contains(where: { $0.rule == finding.rule }) else { return finding }
            var finding = finding
            finding.causes += causes
            return finding
        }
    }
}
