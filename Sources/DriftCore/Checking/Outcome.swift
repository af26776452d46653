/// The result of checking a contract, a flow, an environment, or a whole run.
public struct Outcome: Sendable {
    /// The findings; those of a single check are in the order of a report.
    public var findings: [Finding]

    /// What was checked, and what couldn't be.
    public var coverage: Coverage

    /// What couldn't be read.
    public var problems: [ReadingError]

    /// Makes an outcome.
    public init(findings: [Finding] = [], coverage: Coverage = Coverage(), problems: [ReadingError] = []) {
        self.findings = findings
        self.coverage = coverage
        self.problems = problems
    }

    /// Adds the result of checking something else.
    public mutating func add(_ other: Outcome) {
        findings += other.findings
        coverage.add(other.coverage)
        problems += other.problems
    }
}
