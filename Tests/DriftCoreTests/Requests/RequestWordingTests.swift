import PastedRequests
import Testing

@testable import DriftCore

/// The message of each fault of a command.
@Suite struct RequestWordingTests {
    /// A text and the message of the first fault of a kind in it.
    struct Wording: Sendable, CustomTestStringConvertible {
        let text: String
        let kind: RequestFaultKind
        let message: String

        init(_ text: String, _ kind: RequestFaultKind, _ message: String) {
            self.text = text
            self.kind = kind
            self.message = message
        }

        var testDescription: String { kind.rawValue }
    }

    private static let wordings: [Wording] = [
        Wording(
            "curl –X POST https://x/y",
            .dash,
            "the dash – is typographic, but curl accepts only '-'; replace the dash with -"
        ),
        Wording(
            "curl “https://x/y”",
            .curlyQuotes,
            "the quote “ is typographic, but a shell accepts only straight quotes; replace the quote with \""
        ),
        Wording(
            "curl https://x/y -d '{\"a\": \"'\"$X\"'\", \"b\": \"$Y\"}'",
            .unexpandedVariable,
            "a shell does not expand $Y in single quotes, so the name is sent instead of a value; replace $Y with '\"$Y\"'"
        ),
        Wording(
            "curl https://x/y -d '{\"name\": \"John's house\", \"b\": 1}' -H 'A: b'",
            .unescapedQuote,
            "an apostrophe in the body ends the single quotes around the body; write '\\'' instead of the apostrophe"
        ),
        Wording(
            "curl https://x/y -d {\"flowId\": \"x\", \"n\": 1} -H 'A: b'",
            .unquotedBody,
            "the body is not in quotes, so a shell removes the quotes inside the body and splits the body at blanks; put the body in single quotes"
        ),
        Wording(
            "curl https://x/y?a=1&b=2 -H Authorization: Bearer eyJabc -d {\"a\":1}",
            .unquotedAmpersand,
            "a shell ends the command at an '&' outside quotes; put the word with the '&' in quotes"
        ),
        Wording(
            "curl https://x/y?a=1&b=2 -H Authorization: Bearer eyJabc -d {\"a\":1}",
            .unquotedHeader,
            "the header is not in quotes, so a shell splits the header at its blanks; put the header in quotes"
        ),
        Wording(
            "curl https://x/y -d '{\"a\": 1",
            .missingQuote,
            "this opening quote has no closing quote; add the closing quote at the end of the word"
        ),
        Wording("curl -d", .missingValue, "the option '-d' has no value; write the value after the option"),
        Wording(
            "curl https://x/y flowId: 1",
            .unknownOption,
            "this word is not the value of an option, so curl treats the word as another address; put the whole text around the word in quotes, or remove the word"
        ),
        Wording(
            "curl -data '{}' https://x/y",
            .singleDash,
            "curl reads '-data' as '-d' with the value 'ata'; write '--data'"
        ),
        Wording(
            "curl --header=\"C: d\" https://x/y",
            .joinedValue,
            "curl expects the value of '--header' after a space, not after '='; replace '=' with a space"
        ),
        Wording(
            "curl\u{A0}https://x/y \u{200B}-d '{}'",
            .strayBlank,
            "a shell does not treat the character U+00A0 as a space; replace the character with a space"
        ),
        Wording(
            "curl https://x/y \\ \n  -H 'A: b' \\\r\n  -d '{}'",
            .brokenLineEnd,
            "a blank follows the '\\', so a shell does not join this line to the next, but ends the command; remove the blank after the '\\'"
        ),
        Wording(
            "curl https://x/y\n  -H 'A: b'\n  -d '{}'\nthen more text",
            .missingLineEnd,
            "the next line belongs to the command, but nothing joins the two lines; add ' \\' at the end of this line"
        ),
        Wording(
            "curl -G https://x/api/v2/flows/executions -d '{}'",
            .bodyInAddress,
            "'-G' turns the request into a GET, and puts the body into the address; remove '-G', so that curl posts the body"
        ),
        Wording(
            "curl https://x/y -d '{\"a\": 1,' -d '\"b\": 2}'",
            .bodyInParts,
            "curl joins the values of several -d options with '&', so the body is not JSON; put the whole body in one -d option"
        ),
        Wording(
            "curl ^\n  -d '{}' https://x/y",
            .singleQuotes,
            "cmd.exe, where '^' joins lines, treats single quotes as text: they are sent, and a blank ends the word; "
                + "put the word in double quotes, and write \\\" for each double quote inside the word"
        ),
        Wording(
            "$env:A = 'b'\ncurl.exe https://x/y -d '{\"flowId\": \"x\"}'",
            .lostQuotes,
            "Windows PowerShell 5.1, and PowerShell before 7.3, drop the double quotes inside an argument, so curl gets "
                + "a body without double quotes; write each double quote inside the body as \\\", or put the body in a file and send the file with "
                + "--data '@body.json'"
        ),
    ]

    @Test(arguments: wordings)
    func namesWhatIsWrongAndTheFix(wording: Wording) {
        let faults = CurlReader().read(Array(wording.text.utf8)).faults
        #expect(faults.first { $0.kind == wording.kind }?.message == wording.message)
    }

    @Test func wordsEveryKindButThoseOfOtherTests() {
        #expect(Set(Self.wordings.map(\.kind)).union([.encoding, .noRequest]) == Set(RequestFaultKind.allCases))
    }
}
