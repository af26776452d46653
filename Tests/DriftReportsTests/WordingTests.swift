import Testing

@testable import DriftCore
@testable import DriftReports

struct WordingTests {
    @Test(arguments: [(0, "0 inputs"), (1, "1 input"), (2, "2 inputs")])
    func countsInSingularAndPlural(_ number: Int, _ phrase: String) {
        #expect(Wording.count(number, "input") == phrase)
    }

    @Test(arguments: [
        (ReportSample.inSync, "in sync: no findings"),
        (.belowFailOn, "in sync: 1 warning, no error"),
        (.drift, "drift: 4 errors, 1 warning, 1 note"),
        (.unknowns, "in sync for what could be checked: no findings"),
        (.strictUnknowns, "could not check: 2 unknown results, and this run allows none"),
        (.problems, "could not check: 2 problems to fix first"),
        (.driftWithProblems, "drift: 1 error; not everything could be read"),
        (.nothingJudged, "could not check: no contract and no trigger was checked"),
    ])
    func saysTheVerdictInOneLine(_ sample: ReportSample, _ line: String) {
        #expect(Wording.verdict(sample.verdict) == line)
    }

    @Test(arguments: [
        (ReportSample.inSync, "checked: 2 contracts, 3 of 3 inputs, 1 of 1 output, 1 of 1 promised trigger"),
        (.unknowns, "checked: 1 contract, 0 of 2 promised triggers; 2 unknown"),
        (.nothingJudged, "checked: 0 contracts"),
    ])
    func saysTheCoverageInOneLine(_ sample: ReportSample, _ line: String) {
        #expect(Wording.coverage(sample.verdict.coverage) == line)
    }

    @Test(arguments: [
        ("Callback Größe 😀", "Callback Größe 😀"), ("a\u{1B}[1mb", "a\\u{1B}[1mb"), ("a\nb\tc", "a\\u{A}b\\u{9}c"),
        ("\u{202E}abc\u{2069}", "\\u{202E}abc\\u{2069}"), ("\u{85}\u{9F}\u{A0}", "\\u{85}\\u{9F}\\u{A0}"),
        ("\u{200E}\u{2029}", "\\u{200E}\\u{2029}"), ("\r\n", "\\u{D}\\u{A}"),
    ])
    func escapesWhatATerminalWouldActOn(_ text: String, _ shown: String) {
        #expect(Printable.text(text) == shown)
    }
}
