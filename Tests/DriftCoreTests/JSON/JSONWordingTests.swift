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
            "a trailing comma before the closing '}'; remove it"
        ),
        Wording("{\"a\": 1,, \"b\": 2}", .extraComma, "a comma with no value before it; remove it"),
        Wording(
            "{“flowId”: “abc”}",
            .curlyQuotes,
            "“flowId” is in typographic quotes, where JSON allows only straight ones; write \"flowId\""
        ),
        Wording(
            "{'a': 'it's', 'b': 'x'}",
            .singleQuotes,
            "'a' is in single quotes, where JSON allows only double quotes; write \"a\""
        ),
        Wording("{a: 1, b-c: true}", .unquotedName, "the name 'a' is not in quotes; write \"a\""),
        Wording(
            "{flowId: abc def, x: 1}",
            .unquotedText,
            "'abc def' is not in quotes; only numbers, true, false and null need no quotes; write \"abc def\""
        ),
        Wording(
            "{\"a\": 1 // no\n, /* x */ \"b\": 2 # y\n}",
            .comment,
            "a comment, which JSON does not allow; remove it"
        ),
        Wording(
            "{\"a\": undefined, \"b\": NaN, \"c\": True, \"d\": None, \"e\": -Infinity, \"f\": FALSE}",
            .foreignLiteral,
            "'undefined' is not a JSON value; write null, or leave the member out"
        ),
        Wording("{\"a\": 1\n \"b\": 2}", .missingComma, "a comma is missing before \"b\"; add ','"),
        Wording("{\"a\" 1}", .missingColon, "a colon is missing between the name and its value; add ':'"),
        Wording(
            "{\"a\", \"b\": 1}",
            .missingValue,
            "the member 'a' has no value; write a value, or leave the member out"
        ),
        Wording("{\"x\", null}", .wrongSeparator, "',' is used where JSON allows only ':'; write ':'"),
        Wording(
            "{\"a\": {\"b\": [1, 2",
            .missingClose,
            "the '[' at 1:13 and 2 around it are never closed; add ']}}' at the end of the text"
        ),
        Wording("{\"a\": 1]", .wrongClose, "']' cannot close the '{' at 1:1; write '}'"),
        Wording("{\"a\": 1}}", .extraClose, "this '}' has no opening bracket; remove it"),
        Wording(
            "{\"name\": \"John,\n \"b\": 1}",
            .missingQuote,
            "the quote that opens at 1:10 is never closed; add '\"' at the end of the string"
        ),
        Wording(
            "{\"a\": \"say \"hi\" now\", \"b\": 2}",
            .unescapedQuote,
            "a quote inside a string looks like the end of the string; write \\\""
        ),
        Wording(
            "{\"inputData\": \"{\"Flow.x\": 1}\", \"b\": 2}",
            .quotedContainer,
            "an object or array is in quotes, and the quotes inside it are not escaped; remove the quotes around it"
        ),
        Wording(
            "{\"a\": \"line one\nline two\", \"b\": 1}",
            .controlCharacter,
            "a line break inside a string, which JSON allows only as an escape; write \\n"
        ),
        Wording("{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}", .badEscape, "'\\d' is not a JSON escape; write \\\\d"),
        Wording(
            "{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}",
            .loneSurrogate,
            "'\\ud800' is half of a surrogate pair, not a character by itself; write both halves of the pair, or \\ufffd, the replacement character"
        ),
        Wording(
            "\u{FEFF}{}",
            .byteOrderMark,
            "the text begins with a byte-order mark, which JSON does not allow; save the text as UTF-8 without a byte-order mark"
        ),
        Wording("", .emptyText, "the text is empty, which is not JSON; send at least {}"),
        Wording(
            "{\"a\":\u{A0}1}",
            .strayBlank,
            "a no-break space (U+00A0) where JSON allows only spaces, tabs and line breaks; write a space"
        ),
        Wording(
            "{\"a\": 007, \"b\": +1, \"c\": .5, \"d\": 1., \"e\": 0x1F, \"f\": 1_000, \"g\": +2348000000000, \"h\": 08012345678}",
            .badNumber,
            "'007' is not a JSON number: a number cannot begin with an extra zero; write 7"
        ),
        Wording(
            "{}{}",
            .secondDocument,
            "the text has a second value; the first value ends at 1:2; send each value in its own request"
        ),
        Wording("{\"a\":1} x", .strayText, "'x' is unexpected here; remove it"),
        Wording(
            "\"flowId\": \"x\", \"inputData\": {}",
            .missingOpen,
            "the text begins with a member; members must be inside '{' and '}'; add '{' before the member"
        ),
        Wording(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            .duplicateName,
            "the name 'a' is already at 1:2; most parsers use the last value; keep one of the two"
        ),
        Wording(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            .nestedJSON,
            "the member 'b' is a string that contains JSON, an object in quotes; send the object itself, unless the receiver expects a string"
        ),
        Wording(
            "{\\\"flowId\\\": \\\"abc\\\", \\\"x\\\": {\\\"y\\\": \\\"a \\\\\\\"b\\\\\\\"\\\"}}",
            .escapedQuotes,
            "\\\"flowId\\\" is in escaped quotes, as in a program's string, where JSON allows only plain ones; write \"flowId\""
        ),
        Wording("{: 1}", .missingName, "a value without a name; write the name in quotes before the colon"),
        Wording(
            "{\"a\": ${x}}",
            .placeholder,
            "the placeholder ${x} is not a JSON value; replace the placeholder with a value, or put it in quotes"
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
