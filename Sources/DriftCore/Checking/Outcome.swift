/// What came of judging something: a contract, a flow, an environment, or a whole run.
public struct Outcome: Sendable {
    /// What was found; of one judgement in the order in which people read it.
    public var findings: [Finding]

    /// What was checked, and what could not be.
    public var coverage: Coverage

    /// What could not be read.
    public var problems: [ReadingError]

    /// Makes an outcome.
    public init(findings: [Finding] = [], coverage: Coverage = Coverage(), problems: [ReadingError] = []) {
        self.findings = findings
        self.coverage = coverage
        self.problems = problems
    }

    /// Adds what came of judging something else.
    public mutating func add(_ other: Outcome) {
        findings += other.findings
        coverage.add(other.coverage)
        problems += other.problems
    }
}
