import SourceText
import Testing
import YAML

@testable import DriftCore

struct VerdictTests {
    private static func finding(_ severity: Severity) -> Finding {
        Finding(rule: "x", severity: severity, message: "m", fix: Fix("f"), flow: .workflow("A"))
    }

    private static func coverage(judgements: Int = 0, triggers: Int = 0, unknowns: Int = 0) -> Coverage {
        var coverage = Coverage()
        coverage.judgements = judgements
        coverage.triggerEvents.checked = triggers
        coverage.unknowns = Array(repeating: Unknown(reason: "r", fix: "w"), count: unknowns)
        return coverage
    }

    private static let problem = ReadingError("p", at: Place(file: "f"))

    /// A run, and its expected end.
    struct Case: CustomTestStringConvertible {
        var findings: [Severity] = []
        var coverage = VerdictTests.coverage(judgements: 1)
        var problems: [ReadingError] = []
        var failOn = Severity.error
        var isStrict = false
        var status: RunStatus
        var isComplete = true
        var testDescription: String { "\(findings), fail on \(failOn), strict \(isStrict) -> \(status)" }
    }

    @Test(arguments: [
        Case(status: .inSync),
        Case(findings: [.error], status: .drift),
        Case(findings: [.warning, .note], status: .inSync),
        Case(findings: [.warning], failOn: .warning, status: .drift),
        Case(findings: [.note], failOn: .warning, status: .inSync),
        Case(findings: [.note], failOn: .note, status: .drift),
        Case(findings: [.error], problems: [problem], status: .drift, isComplete: false),
        Case(findings: [.note], problems: [problem], status: .couldNotCheck, isComplete: false),
        Case(problems: [problem], status: .couldNotCheck, isComplete: false),
        Case(coverage: coverage(), status: .couldNotCheck, isComplete: false),
        Case(coverage: coverage(triggers: 1), status: .inSync),
        Case(coverage: coverage(judgements: 1, unknowns: 1), status: .inSync),
        Case(coverage: coverage(judgements: 1, unknowns: 1), isStrict: true, status: .couldNotCheck, isComplete: false),
        Case(findings: [.error], coverage: coverage(unknowns: 1), isStrict: true, status: .drift, isComplete: false),
        Case(isStrict: true, status: .inSync),
    ])
    func endsARun(_ run: Case) {
        let verdict = Verdict(
            findings: run.findings.map(Self.finding),
            coverage: run.coverage,
            problems: run.problems,
            failOn: run.failOn,
            isStrict: run.isStrict
        )
        #expect(verdict.status == run.status)
        #expect(verdict.isComplete == run.isComplete)
    }

    @Test func hasAnExitStatusAndAWordForEachEnd() {
        let ends: [RunStatus] = [.inSync, .drift, .couldNotCheck, .badUsage]
        #expect(ends.map(\.rawValue) == [0, 1, 2, 64])
        #expect(ends.map(\.word) == ["in-sync", "drift", "could-not-check", "could-not-check"])
    }

    @Test func putsFindingsAndProblemsInOrder() {
        func finding(_ contract: String?, _ line: Int?) -> Finding {
            var finding = Self.finding(.error)
            finding.contract = contract
            finding.place = line.map { Place(file: "f", position: .init(line: $0, column: 1)) }
            return finding
        }
        let ordered = [finding(nil, nil), finding("a", nil), finding("a", 2), finding("a", 10), finding("b", 1)]
        #expect(Verdict(findings: ordered.reversed(), coverage: Coverage()).findings == ordered)
        let problems = [ReadingError("a", at: Place(file: "f")), ReadingError("b", at: Place(file: "f"))]
        #expect(Verdict(findings: [], coverage: Coverage(), problems: problems.reversed()).problems == problems)
    }

    @Test func addsUpWhatPartsOfARunCovered() {
        var sum = Self.coverage(judgements: 1, triggers: 2, unknowns: 1)
        sum.contracts = ["a"]
        var other = Self.coverage(judgements: 2, triggers: 3)
        other.contracts = ["a", "b"]
        other.inputs.add(4, checked: false)
        sum.add(other)
        #expect(sum.contracts == ["a", "b"] && sum.judgements == 3 && sum.triggerEvents.checked == 5)
        #expect(sum.inputs == Coverage.Count(checked: 0, total: 4) && sum.unknowns.count == 1)
    }
}
