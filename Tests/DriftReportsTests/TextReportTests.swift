import SourceText
import Testing

@testable import DriftCore
@testable import DriftReports

/// What the text report sums up, in which order, and what it leaves out.
struct TextReportTests {
    private static let flow = FlowKey(type: .workflow, name: "Order Status")

    private static func finding(
        _ contract: String,
        owner: String? = nil,
        severity: Severity = .error,
        subject: String = "Flow.a",
        line: Int = 7
    ) -> Finding {
        Finding(
            rule: "input-undeclared",
            severity: severity,
            message: "Input '\(subject)' is not declared by 'workflow/Order Status'; the contract sends it",
            fix: Fix("stop sending '\(subject)'"),
            flow: flow,
            subject: subject,
            environment: EnvironmentName("prod"),
            contract: contract,
            owner: owner,
            place: Place(file: "specs/\(contract).yaml", position: Position(line: line, column: 5))
        )
    }

    private static func verdict(
        _ findings: [Finding],
        remarks: [Remark] = [],
        unknowns: [Unknown] = [],
        failOn: Severity = .error
    ) -> Verdict {
        var coverage = Coverage()
        coverage.contracts = ["a"]
        coverage.judgements = 1
        coverage.remarks = remarks
        coverage.unknowns = unknowns
        return Verdict(findings: findings, coverage: coverage, failOn: failOn)
    }

    private static func lines(_ verdict: Verdict, isVerbose: Bool = false) -> [Substring] {
        TextReport(isVerbose: isVerbose).text(of: verdict).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
    }

    private static let unread = (1...2_000).map { number in
        let text = "'workflow/\(number)' declares, but never reads, 'Flow.a', 'Flow.b'"
        return Remark(text, kind: .unreadInput, count: 2)
    }

    @Test func endsWithTheVerdict() {
        #expect(Self.lines(Self.verdict([Self.finding("a")])).last == "drift: 1 error")
        #expect(Self.lines(Self.verdict([], remarks: Self.unread)).last == "in sync: no findings")
    }

    @Test func sumsUpRemarksOfOneKind() {
        let verdict = Self.verdict([], remarks: Self.unread + [Remark("it is unknown what moved")])
        #expect(
            Self.lines(verdict) == [
                "checked: 1 contract", "  it is unknown what moved",
                "  4,000 inputs that their flows never read; --verbose lists them", "in sync: no findings",
            ]
        )
        #expect(Self.lines(verdict, isVerbose: true).count == 2_003)
    }

    @Test func writesOutAFewRemarks() {
        let verdict = Self.verdict([], remarks: Array(Self.unread.prefix(4)))
        #expect(Self.lines(verdict).count == 6)
    }

    @Test func showsAFindingOfManyContractsOnce() {
        let findings = (1...40).map { Self.finding("c\($0)", owner: "team-\($0 % 3)") }
        let lines = Self.lines(Self.verdict(findings + [Self.finding("c1", owner: "team-1", subject: "Flow.b")]))
        #expect(lines.count(where: { $0.contains("error in prod") }) == 2)
        #expect(lines.first == "c1 (team-1)")
        #expect(lines.contains("workflow/Order Status"))
        #expect(lines.contains("    in 40 contracts:"))
        #expect(lines.contains("      specs/c7.yaml:7:5: c7 (team-1)"))
        #expect(lines.last == "drift: 41 errors")
    }

    @Test func keepsFindingsApartThatDiffer() {
        let findings = [
            Self.finding("a"), Self.finding("b", severity: .warning), Self.finding("c", subject: "Flow.b"),
        ]
        let lines = Self.lines(Self.verdict(findings))
        #expect(lines.count(where: { $0.contains(" in prod: ") }) == 3)
        #expect(!lines.contains { $0.contains("contracts:") })
    }

    @Test func beginsWithTheErrorsOfEachOwner() {
        let findings = [
            Self.finding("a", owner: "voice", severity: .warning, subject: "Flow.1"),
            Self.finding("b", subject: "Flow.2"), Self.finding("c", owner: "web", subject: "Flow.3"),
            Self.finding("d", owner: "voice", subject: "Flow.4"),
        ]
        let headings = Self.lines(Self.verdict(findings)).filter { !$0.hasPrefix(" ") && !$0.isEmpty }
        #expect(headings.prefix(4) == ["d (voice)", "c (web)", "b", "a (voice)"])
    }

    @Test(arguments: [0, 1, 2, 3, 10, 500])
    func printsAtMostTwelveLinesOfARunInSync(_ number: Int) {
        let warnings = (0..<number).map { Self.finding("c\($0)", severity: .warning, subject: "Flow.\($0)") }
        let unknowns = (0..<number).map { Unknown(reason: "what '\($0)' reads", fix: "take its snapshot again") }
        for verdict in [
            Self.verdict(warnings, remarks: Self.unread), Self.verdict([], unknowns: unknowns),
            Self.verdict(warnings, remarks: Self.unread, unknowns: unknowns),
        ] {
            let lines = Self.lines(verdict)
            #expect(lines.count <= 12, "\(lines.joined(separator: "\n"))")
            let shown = lines.count { $0.contains("warning in prod") || $0.hasPrefix("  unknown: ") }
            let total = verdict.findings.count + verdict.coverage.unknowns.count
            #expect((shown < total) == lines.contains { $0.hasPrefix("not shown: ") })
            #expect(
                Self.lines(verdict, isVerbose: true).count { $0.contains("warning in prod") } == verdict.findings.count
            )
        }
    }

    @Test func countsWhatItLeavesOut() {
        let warnings = (0..<9).map { Self.finding("c\($0)", severity: .warning, subject: "Flow.\($0)") }
        let lines = Self.lines(Self.verdict(warnings, unknowns: [Unknown(reason: "what it reads", fix: "look")]))
        #expect(lines.contains("not shown: 7 warnings, 1 unknown; --verbose lists them"), "\(lines)")
    }

    @Test func leavesNothingOutOfARunThatFails() {
        let findings = (0..<50).map { Self.finding("c\($0)", subject: "Flow.\($0)") }
        #expect(Self.lines(Self.verdict(findings)).count { $0.contains("error in prod") } == 50)
    }
}
