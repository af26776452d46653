import Foundation
import TestSupport
import Testing

@testable import DriftCore
@testable import DriftReports

struct FormatTests {
    /// The formats with golden files here; text and JSON have their own.
    static let formats: [(format: ReportFormat, suffix: String)] = [
        (.sarif, "sarif"), (.junit, "xml"), (.github, "github.txt"), (.gitlab, "gitlab.json"), (.markdown, "md"),
        (.html, "html"),
    ]

    @Test(arguments: SampleVerdict.all, formats)
    func looksAsItsGoldenFile(_ sample: SampleVerdict, _ format: (format: ReportFormat, suffix: String)) throws {
        let file = "Tests/DriftReportsTests/Golden/formats/\(sample.name).\(format.suffix)"
        let text = format.format.text(of: sample.verdict, SampleVerdict.options)
        try expectGolden(Self.withoutWhatNeverVaries(text), at: Folders.package.appending(path: file))
    }

    @Test(arguments: ReportFormat.allCases, SampleVerdict.all)
    func endsWithALineBreak(_ format: ReportFormat, _ sample: SampleVerdict) {
        let text = format.text(of: sample.verdict)
        #expect(text.hasSuffix("\n"))
        #expect(text == format.text(of: sample.verdict))
    }

    /// The report without the page's style and script, and without SARIF's list of all rules.
    private static func withoutWhatNeverVaries(_ text: String) -> String {
        var text = text.replacing(HTMLReport.style, with: "…").replacing(HTMLReport.script, with: "…")
            .replacing(HTMLReport.policy, with: "…")
        if let start = text.firstRange(of: "          \"rules\" : ["),
            let end = text[start.upperBound...].firstRange(of: "\n          ]\n")
        {
            text.replaceSubrange(start.lowerBound..<end.upperBound, with: "          \"rules\" : […]\n")
        }
        return text
    }
}
