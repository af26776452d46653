import SourceText
import Testing

@testable import DriftCore
@testable import DriftReports

struct MarkdownReportTests {
    @Test func isShortWhereAllIsInSync() {
        let text = ReportFormat.markdown.text(of: SampleVerdict.inSync.verdict)
        let mark = "<!-- flowdrift run=0 attempt=0 status=0 -->\n"
        #expect(text == mark + "## flowdrift\n\n**In sync: no findings.** Checked: 2 contracts, 3 of 3 inputs.\n")
    }

    @Test func foldsWhatDoesNotFailTheRun() throws {
        let text = ReportFormat.markdown.text(of: SampleVerdict.drift.verdict)
        let fold = try #require(
            text.firstRange(of: "<details>\n<summary>Findings below error, which don't fail the run: 3</summary>")
        )
        #expect(text[..<fold.lowerBound].contains("**error** in `prod`, `test`, `callback-request`"))
        #expect(!text[..<fold.lowerBound].contains("**warning**"))
        #expect(text[fold.lowerBound...].contains("**warning**"))
        #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
    }

    @Test func showsTenFindingsBeforeItFolds() {
        let text = ReportFormat.markdown.text(of: many(25))
        #expect(text.contains("<summary>More findings that fail the run: 15</summary>"))
    }

    @Test func staysShortEnoughForAComment() {
        let text = ReportFormat.markdown.text(of: many(2000))
        #expect(text.count < 65_536)
        #expect(text.contains("more, left out because the comment would be too long"))
        #expect(text.hasSuffix("</details>\n"))
    }

    @Test(
        arguments: [
            (
                [
                    "GITHUB_RUN_ID": "18234567890", "GITHUB_RUN_ATTEMPT": "2",
                    "GITHUB_SERVER_URL": "https://github.com",
                    "GITHUB_REPOSITORY": "shop/web",
                ],
                "run=18234567890 attempt=2", "https://github.com/shop/web/actions/runs/18234567890"
            ),
            (
                [
                    "CI_PIPELINE_ID": "77", "CI_JOB_ID": "901",
                    "CI_JOB_URL": "https://gitlab.example.org/shop/web/-/jobs/901",
                ],
                "run=77 attempt=901", "https://gitlab.example.org/shop/web/-/jobs/901"
            ),
            (["GITHUB_RUN_ID": "x"], "run=0 attempt=0", nil),
        ] as [([String: String], String, String?)]
    )
    func beginsWithTheMarkOfItsRunAndEndsWithALinkToIt(
        _ variables: [String: String],
        _ mark: String,
        _ link: String?
    ) {
        var options = ReportOptions()
        options.ci = CIRun(variables: variables)
        let text = ReportFormat.markdown.text(of: SampleVerdict.drift.verdict, options)
        #expect(text.hasPrefix("<!-- flowdrift \(mark) status=1 -->\n## flowdrift\n"))
        #expect(
            link.map { text.hasSuffix("\n[The run with the full report](\($0))\n") } ?? !text.contains("full report")
        )
    }

    @Test func showsTheFindingsOfChangedFilesFirst() throws {
        let finding = SampleVerdict.drift.verdict.findings.first { $0.severity == .error }
        let findings = ["specs/a.yaml", "./specs/b.yaml", "specs/c.yaml"].compactMap { file in
            var copy = finding
            copy?.place = Place(file: file, position: Position(line: 1, column: 1))
            return copy
        }
        var options = ReportOptions()
        options.changedFiles = ["specs/b.yaml"]
        let verdict = Verdict(findings: findings, coverage: Coverage())
        let text = ReportFormat.markdown.text(of: verdict, options)
        let order = ["**In the changed files**", "specs/b.yaml", "**In other files**", "specs/a.yaml", "specs/c.yaml"]
        let places = try order.map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted(), "\(text)")
        #expect(text.ranges(of: "specs/b.yaml").count == 1)
        options.changedFiles = ["specs/a.yaml", "specs/b.yaml", "specs/c.yaml"]
        #expect(!ReportFormat.markdown.text(of: verdict, options).contains("changed files"))
    }

    private func many(_ number: Int) -> Verdict {
        let finding = SampleVerdict.drift.verdict.findings.first { $0.severity == .error }
        let findings = (0..<number).compactMap { number in
            var copy = finding
            copy?.message = "Input \(number)"
            return copy
        }
        return Verdict(findings: findings, coverage: SampleVerdict.drift.verdict.coverage)
    }
}

struct MarkdownTextTests {
    @Test(arguments: [
        (
            "Input 'Flow.callerNumber' is integer; the code sends string",
            "Input 'Flow.callerNumber' is integer; the code sends string"
        ),
        ("say snake_case (or not)", "say snake\\_case (or not)"),
        ("ask @octocat about #12", "ask `@octocat` about `#12`"),
        ("see https://evil.example now", "see `https://evil.example` now"),
        ("see www.evil.example now", "see `www.evil.example` now"),
        ("since 3f0c6c1e-7d6a", "since `3f0c6c1e-7d6a`"),
        ("like GH-12 and <b>bold</b> text", "like `GH-12` and `<b>bold</b>` text"),
        ("topic 'v2.{id}.acw'; and more", "topic '`v2.{id}.acw`'; and more"),
        ("write `enabled: false` there", "write `enabled: false` there"),
        ("an odd ` mark", "an odd `` ` `` mark"),
        ("two *** ~~~ risky words", "two `*** ~~~` risky words"),
        ("![x](y) | z", "`![x](y) |` z"),
        (":smile: done:", "`:smile:` done:"),
    ])
    func putsWhatIsNoPlainWordIntoACodeSpan(_ text: String, _ expected: String) {
        #expect(MarkdownText.phrase(text) == expected)
    }

    @Test(arguments: [
        ("a", "`a`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("`a", "`` `a ``"), ("", "`  `"),
        ("a\nb", "`a\\u{A}b`"), (" a ", "`  a  `"),
    ])
    func fencesACodeSpanWithMoreMarksThanItHolds(_ text: String, _ expected: String) {
        #expect(MarkdownText.code(text) == expected)
    }

    @Test func keepsATableInOnePiece() {
        #expect(MarkdownText.cell("a|b") == "`a\\|b`")
    }

    @Test func cutsWhatIsTooLong() {
        #expect(MarkdownText.phrase(String(repeating: "a ", count: 600)).count < 520)
        #expect(MarkdownText.code(String(repeating: "a", count: 600)).count < 220)
    }
}
