/// Everything that a run found, checked, and couldn't check.
public struct Verdict: Sendable {
    /// The findings in the order of a report, without those that another finding explains.
    ///
    /// Findings with the same cause are folded into one: ``Finding/sameCause``.
    public private(set) var findings: [Finding]

    /// The findings that were left out because one of ``findings`` explains them.
    public private(set) var consequences: [Finding]

    /// Every finding: also those that were folded into another one, and those that were left out.
    public var allFindings: [Finding] { everyShown + consequences }

    /// The findings that reports show, with those that were folded into another one.
    public var everyShown: [Finding] { findings.flatMap { [$0] + $0.sameCause } }

    /// What was checked, and what couldn't be.
    public private(set) var coverage: Coverage

    /// What was selected, but couldn't be read, in order of place.
    public private(set) var problems: [ReadingError]

    /// The lowest severity that fails the run.
    public let failOn: Severity

    /// Whether unknowns keep the run from being in sync.
    public let isStrict: Bool

    /// Makes a verdict; everything is sorted.
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
        var explained: [(finding: Finding, cause: Finding?)] = []
        if haveCauses {
            let causes = Consequences(of: findings)
            explained = findings.filter(causes.contains).map { ($0, causes.cause(of: $0)) }
            findings.removeAll(where: causes.contains)
            coverage.unknowns.removeAll(where: causes.contains)
        }
        (findings, consequences) = Folding.folded(findings, explained: explained)
        (self.findings, self.consequences) = (findings, consequences)
        coverage.unknowns.sort()
        coverage.cells = coverage.cells.inOrder
        coverage.remarks.sort()
        self.coverage = coverage
        self.problems = problems.sorted { ($0.place, $0.problem) < ($1.place, $1.problem) }
        self.failOn = failOn
        self.isStrict = isStrict
    }

    /// Whether everything was read, and something was checked or there was nothing to check.
    public var isComplete: Bool {
        problems.isEmpty && (hasJudged || coverage.hasNothingToJudge) && !(isStrict && unknownCount > 0)
    }

    /// The number of unknowns, including the launches in source code whose flow is unknown.
    public var unknownCount: Int { coverage.unknowns.count + coverage.sources.unknownFlows }

    /// Whether any contract, trigger, request or source file was checked.
    public var hasJudged: Bool {
        coverage.judgements > 0 || coverage.triggerEvents.checked > 0 || coverage.requests.checked > 0
            || coverage.sources.files > 0 || launchesNothing
    }

    /// Whether requests were read but none of them starts a flow, so that there was nothing to check.
    public var launchesNothing: Bool { coverage.requests.total == 0 && coverage.filesWithoutLaunch > 0 }

    /// Whether a finding fails the run: it's severe enough, and isn't accepted.
    public func isFailing(_ finding: Finding) -> Bool { finding.acceptance == nil && finding.severity >= failOn }

    /// The same verdict in the same order, with other paths of files.
    public func withFiles(named path: (String) -> String) -> Verdict {
        func moved(_ place: Place) -> Place { Place(file: path(place.file), position: place.position) }
        var verdict = self
        for index in findings.indices {
            verdict.findings[index].place = findings[index].place.map(moved)
            for other in findings[index].sameCause.indices {
                verdict.findings[index].sameCause[other].place = findings[index].sameCause[other].place.map(moved)
            }
        }
        for index in consequences.indices { verdict.consequences[index].place = consequences[index].place.map(moved) }
        for index in problems.indices { verdict.problems[index].place = moved(problems[index].place) }
        for index in coverage.unknowns.indices {
            verdict.coverage.unknowns[index].place = coverage.unknowns[index].place.map(moved)
        }
        for index in coverage.cells.indices {
            verdict.coverage.cells[index].place = coverage.cells[index].place.map(moved)
        }
        return verdict
    }

    /// The result of the run.
    public var status: RunStatus {
        if findings.contains(where: isFailing) { return .drift }
        return isComplete ? .inSync : .couldNotCheck
    }
}
