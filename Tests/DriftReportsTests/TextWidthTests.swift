import DriftCore
import Testing

@testable import DriftReports

struct TextWidthTests {
    private let narrow = TextStyle(width: 40)

    @Test func breaksALineAtBlanksAndGoesOnFurtherIn() {
        let text = "  specs/a.yaml:1:1: error: Input 'Flow.a' is gone from the flow [x]\n    fix: send it\n"
        #expect(
            narrow.wrapped(text) == """
                  specs/a.yaml:1:1: error: Input
                      'Flow.a' is gone from the flow [x]
                    fix: send it

                """
        )
    }

    @Test(arguments: [nil, 39, 0])
    func breaksNothingWithoutAWidthThatIsOfUse(_ width: Int?) {
        let text = String(repeating: "word ", count: 40)
        #expect(TextStyle(width: width).wrapped(text) == text)
    }

    @Test func keepsALongWordWhole() {
        let path = String(repeating: "x", count: 60)
        #expect(narrow.wrapped("  \(path): gone") == "  \(path):\n      gone")
        #expect(narrow.wrapped("  at \(path)") == "  at\n      \(path)")
    }

    @Test func countsNoColors() {
        let style = TextStyle(usesColor: true, width: 40)
        let text = style.text("error", as: .error) + " " + String(repeating: "x", count: 34)
        #expect(style.wrapped(text) == text)
        #expect(style.wrapped(text + "x").contains("\n"))
    }

    @Test(arguments: [
        ("a", 1), ("日本", 4), ("e\u{301}", 1), ("😀", 2), ("\u{1B}[31;1ma\u{1B}[0m", 1), ("한글", 4), ("é", 1),
    ])
    func countsColumnsAsATerminalDoes(_ text: String, _ columns: Int) {
        #expect(TextWidth.columns(of: text[...]) == columns)
    }

    /// Every report for people keeps to the width, if its words allow it, and loses no word.
    @Test(arguments: [40, 60, 80, 120])
    func keepsToTheWidth(_ width: Int) throws {
        let plain = TextReport().text(of: SampleVerdict.drift.verdict)
        let wrapped = TextReport(style: TextStyle(width: width)).text(of: SampleVerdict.drift.verdict)
        let words: (String) -> [Substring] = { $0.split { $0 == " " || $0 == "\n" } }
        #expect(words(wrapped) == words(plain))
        let long = wrapped.split(separator: "\n").filter { $0.count > width }
        #expect(long.allSatisfy { $0.split(separator: " ").contains { $0.count + 12 > width } })
    }
}
