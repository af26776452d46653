import Testing

@testable import DriftCore
@testable import DriftReports

/// What every format does with names that were made to do harm.
struct HostileNameTests {
    @Test(arguments: ReportFormat.allCases)
    func sendsNoControlCharacterToATerminal(_ format: ReportFormat) {
        let text = format.text(of: SampleVerdict.hostile.verdict)
        let controls = text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }
        #expect(Array(controls) == [])
    }

    /// JSON's readers get the names as they are, by its escapes.
    @Test(arguments: ReportFormat.allCases)
    func keepsTheDirectionOfWritingAndHidesNothing(_ format: ReportFormat) {
        let text = format.text(of: SampleVerdict.hostile.verdict)
        for hidden in ["\u{202E}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{A0}"] as [Unicode.Scalar] {
            #expect(!text.unicodeScalars.contains(hidden))
        }
    }

    /// A runner of GitHub's takes a line for a command wherever it is printed, blanks before it or not.
    @Test(arguments: ReportFormat.allCases)
    func beginsNoLineWithACommandThatIsNotItsOwn(_ format: ReportFormat) {
        let lines = format.text(of: SampleVerdict.hostile.verdict).split(separator: "\n")
        let commands = lines.filter { $0.drop { $0 == " " }.hasPrefix("::") }
        // One each for the finding, for what was not read, and for what was not decided.
        #expect(commands.count == (format == .github ? 3 : 0))
    }

    /// GitHub's and Azure's runners know commands that need not begin a line.
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
