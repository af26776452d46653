import StrictJSON
import Testing

@testable import DriftCore

/// The message of each fault.
@Suite struct JSONWordingTests {
    /// A text and the message of the first fault of a kind in it.
    struct Wording: Sendable, CustomTestStringConvertible {
        let text: String
        let kind: JSONFaultKind
        let message: String

        init(_ text: String, _ kind: JSONFaultKind, _ message: String) {
            self.text = text
            self.kind = kind
            self.message = message
        }

        var testDescription: String { kind.rawValue }
    }

    private static let wordings: [Wording] = [
        Wording(
            "{\"a\": 1,}",
            .trailingComma,
            "a comma stands before the closing '}', with nothing between them; remove it"
        ),
        Wording("{\"a\": 1,, \"b\": 2}", .extraComma, "a comma with no value before it; remove it"),
        Wording(
            "{“flowId”: “abc”}",
            .curlyQuotes,
            "“flowId” stands in typographic quotes, where JSON takes only straight ones; write \"flowId\""
        ),
        Wording(
            "{'a': 'it's', 'b': 'x'}",
            .singleQuotes,
            "'a' stands in single quotes, where JSON takes only double ones; write \"a\""
        ),
        Wording("{a: 1, b-c: true}", .unquotedName, "the name 'a' stands without quotes; write \"a\""),
        Wording(
            "{flowId: abc def, x: 1}",
            .unquotedText,
            "'abc def' stands without quotes, as only numbers, true, false and null may; write \"abc def\""
        ),
        Wording(
            "{\"a\": 1 // no\n, /* x */ \"b\": 2 # y\n}",
            .comment,
            "a comment, which JSON does not have; remove it"
        ),
        Wording(
            "{\"a\": undefined, \"b\": NaN, \"c\": True, \"d\": None, \"e\": -Infinity, \"f\": FALSE}",
            .foreignLiteral,
            "'undefined' is no word of JSON; write null, or leave the member out"
        ),
        Wording("{\"a\": 1\n \"b\": 2}", .missingComma, "no comma stands before \"b\"; add ','"),
        Wording("{\"a\" 1}", .missingColon, "no colon stands between the name and its value; add ':'"),
        Wording("{\"a\", \"b\": 1}", .missingValue, "the member 'a' has no value; write one, or leave the member out"),
        Wording("{\"x\", null}", .wrongSeparator, "',' stands where JSON takes only ':'; write ':'"),
        Wording(
            "{\"a\": {\"b\": [1, 2",
            .missingClose,
            "the '[' of 1:13 is never closed, nor are 2 around it; add ']}}' here"
        ),
        Wording("{\"a\": 1]", .wrongClose, "']' closes the '{' of 1:1; write '}'"),
        Wording("{\"a\": 1}}", .extraClose, "this '}' closes nothing; remove it"),
        Wording(
            "{\"name\": \"John,\n \"b\": 1}",
            .missingQuote,
            "the quote that opens at 1:10 is never closed; add '\"' here"
        ),
        Wording(
            "{\"a\": \"say \"hi\" now\", \"b\": 2}",
            .unescapedQuote,
            "a quote inside a text looks like the text's end; write \\\""
        ),
        Wording(
            "{\"inputData\": \"{\"Flow.x\": 1}\", \"b\": 2}",
            .quotedContainer,
            "an object or array stands in quotes, and the quotes inside it are not escaped; remove the quotes around it"
        ),
        Wording(
            "{\"a\": \"line one\nline two\", \"b\": 1}",
            .controlCharacter,
            "a line break inside a text, which JSON takes only as an escape; write \\n"
        ),
        Wording("{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}", .badEscape, "'\\d' is no escape of JSON; write \\\\d"),
        Wording(
            "{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}",
            .loneSurrogate,
            "'\\ud800' is one half of a pair of surrogates, and no character alone; write \\ufffd"
        ),
        Wording(
            "\u{FEFF}{}",
            .byteOrderMark,
            "a byte-order mark stands before the text, which JSON must not begin with; save the text as UTF-8 without it"
        ),
        Wording("", .emptyText, "the text is empty, which is no JSON; send at least {}"),
        Wording(
            "{\"a\":\u{A0}1}",
            .strayBlank,
            "a no-break space (U+00A0) stands where JSON takes only space, tab and line break; write a space"
        ),
        Wording(
            "{\"a\": 007, \"b\": +1, \"c\": .5, \"d\": 1., \"e\": 0x1F, \"f\": 1_000, \"g\": +2348000000000, \"h\": 08012345678}",
            .badNumber,
            "'007' is no number of JSON: a zero cannot stand before it; write 7"
        ),
        Wording(
            "{}{}",
            .secondDocument,
            "a second value follows the first, which ends at 1:3; send one; each other goes in a request of its own"
        ),
        Wording("{\"a\":1} x", .strayText, "'x' stands where it means nothing; remove it"),
        Wording(
            "\"flowId\": \"x\", \"inputData\": {}",
            .missingOpen,
            "the text begins with a member; members stand inside '{' and '}'; add '{' before it"
        ),
        Wording(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            .duplicateName,
            "the name 'a' stands at 1:2 already; most readers take the last; keep one"
        ),
        Wording(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            .nestedJSON,
            "the member 'b' is a text that is JSON itself, an object in quotes; send the object itself, unless the receiver reads a text"
        ),
        Wording(
            "{\\\"flowId\\\": \\\"abc\\\", \\\"x\\\": {\\\"y\\\": \\\"a \\\\\\\"b\\\\\\\"\\\"}}",
            .escapedQuotes,
            "\\\"flowId\\\" stands in escaped quotes, as in a program's string, where JSON takes plain ones; write \"flowId\""
        ),
        Wording("{: 1}", .missingName, "a value without a name; write the name in quotes before the colon"),
        Wording(
            "{\"a\": ${x}}",
            .placeholder,
            "the placeholder ${x} is no value of JSON; fill it in, or put it in quotes"
        ),
    ]

    @Test(arguments: wordings)
    func namesWhatIsWrongAndTheFix(wording: Wording) {
        let document = JSONDocument(reading: Array(wording.text.utf8))
        #expect(document.faults.first { $0.kind == wording.kind }?.message == wording.message)
    }

    @Test func wordsEveryKindButThoseOfOtherTests() {
        let others: Set<JSONFaultKind> = [.utf16, .invalidUTF8, .tooDeep, .tooLarge]
        #expect(Set(Self.wordings.map(\.kind)).union(others) == Set(JSONFaultKind.allCases))
    }
}
