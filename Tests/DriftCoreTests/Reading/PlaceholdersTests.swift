import Testing
import YAML

@testable import DriftCore

struct PlaceholdersTests {
    private func applied(_ text: String, _ values: [String: String] = [:]) -> String {
        String(decoding: Placeholders(values: values).apply(to: Array(text.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("name: {{name}}", "name: A"), ("name: {{name}}{{name}}", "name: AA"), ("{{name}}: x", "A: x"),
        ("{ a: {{name}}}", "{ a: A}"), ("{{{name}}}", "{A}"), ("{{a{{name}}", "{{aA"), ("{{name}} }}", "A }}"),
        ("é{{name}}", "éA"),
    ])
    func fillsInWhatHasAValue(_ text: String, _ expected: String) {
        #expect(applied(text, ["name": "A"]) == expected)
    }

    @Test func takesAnySpellingThatHasAValueAndNoOther() {
        #expect(applied("{{a/b}} {{ a }} {{A}}", ["a/b": "1", " a ": "2"]) == "1 2 {{A}}".masked)
    }

    @Test(arguments: [
        "{a: {b: 1}}", "{{a: 1}: 2}", "{{a", "{{a\n}}", "{{}}", "{{a/b}}", "{ {a} }", "{", "{{", "{{{{", "", "}}",
        "{{a}", "{{\"a\"}}",
    ])
    func leavesBracesThatAreNoPlaceholder(_ text: String) {
        #expect(applied(text) == text)
    }

    @Test(arguments: ["name: {{name}}", "{{ my-key.1_x }}: 5", "a: {{b}} # {{c}}", "\"{{a}}\"", "- {{a}}\n-   {{b}}"])
    func masksTheRestSoThatItParsesAndStaysInPlace(_ text: String) throws {
        let masked = applied(text)
        #expect(masked == text.masked && masked != text)
        #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
        #expect(Placeholders.unmasked(masked) == text && Placeholders.isMasked(masked) && !Placeholders.isMasked(text))
        _ = try YAMLDocument(parsing: masked)
    }

    @Test func takesNoLongOverBracesWithoutEnd() {
        let text = String(repeating: "{{", count: 200_000) + String(repeating: "{{aaaa ", count: 50_000)
        #expect(applied(text) == text)
    }
}

extension String {
    fileprivate var masked: String {
        replacing("{{", with: "\u{E0F0}\u{E0F0}").replacing("}}", with: "\u{E0F1}\u{E0F1}")
    }
}
