import Testing

@testable import DriftReports

/// Invisible and confusable characters are written as escapes.
struct PrintableTests {
    @Test(
        arguments: [
            ("\u{200B}", "\\u{200B}"), ("\u{202E}", "\\u{202E}"), ("\u{FEFF}", "\\u{FEFF}"), ("\u{A0}", "\\u{A0}"),
            ("\u{AD}", "\\u{AD}"), ("\u{2060}", "\\u{2060}"), ("\u{2003}", "\\u{2003}"), ("\u{E0041}", "\\u{E0041}"),
            ("\u{3164}", "\\u{3164}"), ("\u{200D}", "\\u{200D}"), ("\u{FE0F}", "\\u{FE0F}"), ("\u{1B}", "\\u{1B}"),
            ("\u{85}", "\\u{85}"), ("\u{2067}", "\\u{2067}"),
        ]
    )
    func writesOut(_ text: String, _ shown: String) {
        #expect(Printable.text("a\(text)b") == "a\(shown)b")
    }

    @Test(arguments: [
        "Réclamation", "コール\u{3000}バック", "👩\u{200D}💻", "❤\u{FE0F}", "Ελλάδα", "العربية", "e\u{301}", "…", "🇩🇪",
    ])
    func leavesWhatIsLegible(_ text: String) {
        #expect(Printable.text(text) == text)
    }

    @Test func escapesInJSONWhatItsReadersGetAsItIs() throws {
        let text = JSONText.encode(["na\u{202E}me\u{E0041}": "a\u{200B}\n"])
        #expect(!text.unicodeScalars.contains { $0.value > 0x7F })
        #expect(text == "{\n  \"na\\u202eme\\udb40\\udc41\" : \"a\\u200b\\n\"\n}\n")
    }
}
