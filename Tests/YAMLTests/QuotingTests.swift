import Testing
import YAML

/// Which strings the writer puts in quotes.
@Suite struct QuotingTests {
    @Test(arguments: [
        "Callback Request", "Flow.callerNumber", "team-callbacks", "webhooksInvocation.body.caseId", "workflow/Main",
        "../app/attributes.schema.json", "./a", "/parameters", "a  b", "Bob's", "5f0c0c1e-95a1-4b52-8a44-f8c2a6a1d6c1",
        "1st", "24 hours", "v1.2.3", "Rückruf", "東京", "Ω", "😁 yes", "yes please", "not-null", "R&D", "a - b", "_x",
        "a=b",
        "x(1)", "no.",
    ])
    func writesCertainStringsPlain(string: String) {
        #expect(YAMLWriter().text(of: .string(string)) == string + "\n")
    }

    @Test(arguments: [
        "", " ", " a", "a ", "yes", "No", "ON", "off", "y", "N", "true", "False", "null", "NULL", "~", "1", "1.0", "-1",
        "+1", "1e3", ".5", ".inf", "-.inf", ".nan", "0x1F", "0o17", "0b1", "1_000", "1:30", "2026-01-01", "1.5.3",
        "1 2",
        "=", "<<", "- x", "-", "---", "...", "a: b", "a:", "a:b", "a #b", "#a", "{}", "[]", "a,b", "string[]", "&a",
        "*a",
        "!a", "%a", "@a", "`a`", "|", ">", "?", "? a", "'a'", ".", "..", "a\u{A0}", "\u{3000}a", "a{b}",
        "c:\\d", "http://x",
    ])
    func quotesWhatMayBeTakenForAnythingElse(string: String) throws {
        let escaped = string.replacing("\\", with: "\\\\")
        #expect(YAMLWriter().text(of: .string(string)) == "\"\(escaped)\"\n")
    }

    @Test(arguments: [
        ("a\nb", #""a\nb""#), ("\t", #""\t""#), ("\r", #""\r""#), ("\0", #""\0""#), ("\u{1B}", #""\x1B""#),
        ("\u{7F}", #""\x7F""#), ("\u{85}", #""\x85""#), ("\u{2028}", #""\u2028""#), ("\u{FEFF}x", #""\uFEFFx""#),
        ("\u{202E}abc", #""\u202Eabc""#), ("\"\\", #""\"\\""#), ("é: ü", #""é: ü""#), ("a\r\nb", #""a\r\nb""#),
    ])
    func escapesWhatAReaderRefusesFoldsOrHides(string: String, text: String) {
        #expect(YAMLWriter().text(of: .string(string)) == text + "\n")
    }

    @Test(
        arguments: [(0xFFFE, #""\uFFFE""#), (0xFDD0, #""\uFDD0""#), (0x1FFFF, #""\U0001FFFF""#)] as [(UInt32, String)]
    )
    func escapesWhatIsNoCharacter(code: UInt32, text: String) throws {
        let scalar = try #require(UnicodeScalar(code))
        #expect(YAMLWriter().text(of: .string(String(scalar))) == text + "\n")
    }
}
