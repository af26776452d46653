import Foundation
import SourceText
import Testing

@testable import DriftCore
@testable import DriftReports

struct JUnitReportTests {
    private func document(_ verdict: Verdict) throws -> ParsedXML {
        try ParsedXML(ReportFormat.junit.text(of: verdict))
    }

    @Test(arguments: SampleVerdict.all)
    func isWellFormed(_ sample: SampleVerdict) throws {
        let document = try document(sample.verdict)
        #expect(document.elements.first?.name == "testsuites")
        #expect(document.elements("testcase").allSatisfy { $0.parent == "testsuite" })
    }

    @Test(arguments: SampleVerdict.all)
    func countsItsCases(_ sample: SampleVerdict) throws {
        let document = try document(sample.verdict)
        let root = try #require(document.elements.first)
        let counted = ["testcase": "tests", "failure": "failures", "error": "errors", "skipped": "skipped"]
        for (element, attribute) in counted {
            #expect(root.attributes[attribute] == "\(document.elements(element).count)")
            let suites = document.elements("testsuite").compactMap { $0.attributes[attribute].flatMap(Int.init) }
            #expect(suites.reduce(0, +) == document.elements(element).count)
        }
    }

    @Test func countsWhatIsInSync() throws {
        let document = try document(SampleVerdict.inSync.verdict)
        #expect(document.elements("testsuite").map { $0.attributes["name"] } == ["prod", "test"])
        #expect(
            document.elements("testcase").map { $0.attributes["name"] } == [
                "callback-request: workflow/callback-request", "survey: workflow/survey",
                "callback-request: workflow/callback-request",
            ]
        )
        #expect(document.elements.first?.attributes["failures"] == "0")
    }

    @Test func failsACaseForAFindingThatFailsTheRun() throws {
        let failures = try document(SampleVerdict.drift.verdict).elements("failure")
        #expect(
            failures.map { $0.attributes["type"] } == [
                "trigger-input-unfilled", "input-undeclared", "trigger-disabled", "input-undeclared",
            ]
        )
        #expect(failures.allSatisfy { $0.parent == "testcase" && $0.text.contains("fix: ") })
    }

    @Test func printsAFindingThatDoesNot() throws {
        let printed = try document(SampleVerdict.drift.verdict).elements("system-out").map(\.text)
        #expect(printed.count == 3)
        #expect(printed.contains { $0.contains("warning: Output 'Flow.code' is string; the code reads integer") })
        #expect(printed.contains { $0.contains("note: Input 'Flow.queue' has no default") })
    }

    @Test func failsForAWarningWhereWarningsFailTheRun() throws {
        let findings = SampleVerdict.drift.verdict.findings.filter { $0.severity == .warning }
        let verdict = Verdict(findings: findings, coverage: Coverage(), failOn: .warning)
        #expect(try document(verdict).elements("failure").count == 1)
    }

    @Test func saysHowManyMoreFindingsACaseHas() throws {
        var finding = try #require(SampleVerdict.drift.verdict.findings.first { $0.severity == .error })
        let first = finding
        finding.subject = "Flow.other"
        finding.message = "Zzz"
        let verdict = Verdict(findings: [first, finding], coverage: Coverage())
        let failure = try #require(try document(verdict).elements("failure").first)
        #expect(failure.attributes["message"]?.hasSuffix(" (and 1 more)") == true)
        #expect(failure.text.contains("Zzz"))
    }

    @Test(arguments: [(true, "error"), (false, "skipped")])
    func skipsWhatIsNotDecidedUnlessCertaintyIsAskedFor(_ isStrict: Bool, _ element: String) throws {
        let coverage = SampleVerdict.couldNotCheck.verdict.coverage
        let document = try document(Verdict(findings: [], coverage: coverage, isStrict: isStrict))
        let texts = document.elements(element).compactMap { $0.attributes["message"] }
        #expect(texts.contains { $0.contains("there is no list of triggers to compare with") })
        #expect(texts.contains { $0.contains("is in no catalogue") })
    }

    @Test func makesAnErrorOfWhatWasNotRead() throws {
        let document = try document(SampleVerdict.couldNotCheck.verdict)
        let errors = document.elements("error").compactMap { $0.attributes["message"] }
        #expect(errors.contains("Unknown key 'lunch'. Fix: did you mean 'launch'?"))
        #expect(errors.contains("The flow could not be read, or its inputs are unknown."))
    }

    @Test func makesAnErrorOfNothingJudged() throws {
        let document = try document(Verdict(findings: [], coverage: Coverage()))
        #expect(document.elements("testcase").count == 1)
        #expect(document.elements("error").count == 1)
    }

    @Test func keepsANameAsItIs() throws {
        let cases = try document(SampleVerdict.hostile.verdict).elements("testcase")
        let name = Printable.text(HostileName.terminal + ": workflow/" + HostileName.markup)
        #expect(cases.contains { $0.attributes["name"] == name })
    }

    @Test(arguments: ["\u{FFFE}", "\u{FFFF}", "\u{1FFFF}", "\u{0}", "\u{B}"])
    func writesWhatXMLCannotHold(_ character: String) throws {
        let node = XMLNode.element("a", [("b", character)], [.text(character)])
        let element = try #require(try ParsedXML(node.document).elements.first)
        #expect(element.text == element.attributes["b"])
        #expect(element.text.hasPrefix("\\u{"))
    }
}
