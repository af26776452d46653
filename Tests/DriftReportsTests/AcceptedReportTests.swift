import Testing

@testable import DriftCore
@testable import DriftReports

/// Accepted findings stay in every report, marked, and fail none.
struct AcceptedReportTests {
    private static func verdict(_ acceptance: Acceptance?) -> Verdict {
        var finding =
            ReportSample.accepted.verdict.findings.first { $0.contract != nil }
            ?? ReportSample.accepted.verdict.findings[0]
        finding.acceptance = acceptance
        return Verdict(findings: [finding], coverage: ReportSample.accepted.verdict.coverage)
    }

    private static let waived = Acceptance.waived(
        Waiver.Terms(reason: "old IVR until March", owner: "voice", expires: Day(secondsSince1970: 1_795_176_000))
    )

    @Test(arguments: ReportFormat.allCases)
    func saysWhyTheFindingDoesNotCount(_ format: ReportFormat) {
        let text = format.text(of: Self.verdict(Self.waived))
        #expect(text.contains("old IVR until March"))
        #expect(text.contains("2026-11-20"))
    }

    @Test(arguments: [ReportFormat.text, .junit, .github, .sarif, .markdown, .html])
    func saysThatTheBaselineKnewTheFinding(_ format: ReportFormat) {
        #expect(format.text(of: Self.verdict(.known)).contains("when the baseline was written"))
    }

    @Test(arguments: [
        (ReportFormat.junit, "<failure "), (.github, "::error "), (.gitlab, "\"critical\""), (.json, "\"drift\""),
    ])
    func takesNoAcceptedFindingForAFailure(_ format: ReportFormat, _ failure: String) {
        #expect(!format.text(of: Self.verdict(Self.waived)).contains(failure))
        #expect(format.text(of: Self.verdict(nil)).contains(failure))
    }

    @Test func suppressesTheResultInSARIF() {
        let text = ReportFormat.sarif.text(of: Self.verdict(Self.waived))
        #expect(
            text.contains("\"suppressions\"")
                && text.contains("\"justification\" : \"waived until 2026-11-20, by voice")
        )
        #expect(!ReportFormat.sarif.text(of: Self.verdict(nil)).contains("\"suppressions\""))
    }

    @Test func showsACellWithNothingElseAsAccepted() {
        let cell = CellTable(Self.verdict(Self.waived)).cells.first
        #expect(cell?.outcome == .accepted)
        #expect(cell?.phrase == "no findings, 1 waived")
    }
}
