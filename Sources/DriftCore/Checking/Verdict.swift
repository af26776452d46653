/// Everything that a run found, checked, and could not check.
public struct Verdict: Sendable {
    /// What was found, in the order in which people read it, without what follows from another finding that counts.
    public let findings: [Finding]

    /// The findings that were left out, because each follows from one of ``findings`` that counts.
    public let consequences: [Finding]

    /// What was checked, and what could not be.
    public let coverage: Coverage

    /// What was selected and could not be read, in order of place.
    public let problems: [ReadingError]

    /// The least severity that fails the run.
    public let failOn: Severity

    /// Whether something that could not be decided keeps the run from being in sync.
    public let isStrict: Bool

    /// Makes a verdict; findings, cells, unknowns and problems are put in order.
    public init(
        findings: [Finding],
        coverage: Coverage,
        problems: [ReadingError] = [],
        failOn: Severity = .error,
        isStrict: Bool = false
    ) {
        var (findings, consequences): ([Finding], [Finding]) = (findings.sorted(), [])
        var coverage = coverage
        let haveCauses = findings.contains { !$0.causes.isEmpty } || coverage.unknowns.contains { !$0.causes.isEmpty }
        if haveCauses {
            let causes = Consequences(of: findings)
            consequences = findings.filter(causes.contains)
            findings.removeAll(where: causes.contains)
            coverage.unknowns.removeAll(where: causes.contains)
        }
        (self.findings, self.consequences) = (findings, consequences)
        coverage.unknowns.sort()
        coverage.cells = coverage.cells.inOrder
        coverage.remarks.sort()
        self.coverage = coverage
        self.problems = problems.sorted { ($0.place, $0.problem) < ($1.place, $1.problem) }
        self.failOn = failOn
        self.isStrict = isStrict
    }

    /// Whether all that was selected was read, and something was judged, or nothing was there to be judged.
    public var isComplete: Bool {
        problems.isEmpty && (hasJudged || coverage.hasNothingToJudge) && !(isStrict && !coverage.unknowns.isEmpty)
    }

    /// Whether anything was judged at all, a contract, a trigger or a request.
    public var hasJudged: Bool {
        coverage.judgements > 0 || coverage.feeds.checked > 0 || coverage.requests.checked > 0
            || launchesNothing
    }

    /// Whether every request was read, and none of them starts a flow, so that there was nothing to judge.
    public var launchesNothing: Bool { coverage.requests.total == 0 && coverage.filesWithoutLaunch > 0 }

    /// Whether a finding fails the run: it is severe enough, and nobody has accepted it.
    public func isFailing(_ finding: Finding) -> Bool { finding.acceptance == nil && finding.severity >= failOn }

    /// How the run ends.
    public var status: RunStatus {
        if findings.contains(where: isFailing) { return .drift }
        return isComplete ? .inSync : .couldNotCheck
    }
}
