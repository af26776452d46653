import Testing

@testable import DriftCore
@testable import DriftReports

/// How every format treats harmful names.
struct HostileNameTests {
    @Test(arguments: ReportFormat.allCases)
    func sendsNoControlCharacterToATerminal(_ format: ReportFormat) {
        let text = format.text(of: SampleVerdict.hostile.verdict)
        let controls = text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }
        #expect(Array(controls) == [])
    }

    /// Programs get the original names, because JSON escapes them.
    @Test(arguments: ReportFormat.allCases)
    func keepsTheDirectionOfWritingAndHidesNothing(_ format: ReportFormat) {
        let text = format.text(of: SampleVerdict.hostile.verdict)
        for hidden in ["\u{202E}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{A0}"] as [Unicode.Scalar] {
            #expect(!text.unicodeScalars.contains(hidden))
        }
    }

    /// GitHub's runner executes a command in any line that begins with one, even after blanks.
    @Test(arguments: ReportFormat.allCases)
    func beginsNoLineWithACommandThatIsNotItsOwn(_ format: ReportFormat) {
        let lines = format.text(of: SampleVerdict.hostile.verdict).split(separator: "\n")
        let commands = lines.filter { $0.drop { $0 == " " }.hasPrefix("::") }
        // One each for the finding, for what wasn't read, and for the unknown.
        #expect(commands.count == (format == .github ? 3 : 0))
    }

    /// GitHub's and Azure's runners know commands that needn't be at the beginning of a line.
    @Test(arguments: ReportFormat.allCases.filter { $0 != .json })
    func holdsNoCommandWithinALine(_ format: ReportFormat) {
        #expect(!format.text(of: SampleVerdict.hostile.verdict).contains("##["))
        #expect(Printable.text("##vso[task.complete]") == "##vso\\u{5B}task.complete]")
    }

    @Test(arguments: [ReportFormat.junit, .html])
    func opensNoElementThatIsNotItsOwn(_ format: ReportFormat) {
        let text = format.text(of: SampleVerdict.hostile.verdict)
        let own = format.text(of: SampleVerdict.inSync.verdict)
        #expect(text.ranges(of: "<script").count == own.ranges(of: "<script").count)
        #expect(!text.contains("]]>"))
    }
}
