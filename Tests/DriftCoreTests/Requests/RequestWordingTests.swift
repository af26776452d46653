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
        Wording("curl –X POST https://x/y", .dash, "the dash – is typographic, where curl allows only '-'; write -"),
        Wording(
            "curl “https://x/y”",
            .curlyQuotes,
            "the quote “ is typographic, where a shell allows only straight ones; write \""
        ),
        Wording(
            "curl https://x/y -d '{\"a\": \"'\"$X\"'\", \"b\": \"$Y\"}'",
            .unexpandedVariable,
            "a shell does not expand $Y in single quotes; it is sent as written; write '\"$Y\"'"
        ),
        Wording(
            "curl https://x/y -d '{\"name\": \"John's house\", \"b\": 1}' -H 'A: b'",
            .unescapedQuote,
            "an apostrophe in the body ends the single quotes around it; write '\\''"
        ),
        Wording(
            "curl https://x/y -d {\"flowId\": \"x\", \"n\": 1} -H 'A: b'",
            .unquotedBody,
            "the body is not in quotes, so a shell removes the quotes inside it and splits it at its blanks; put it in single quotes"
        ),
        Wording(
            "curl https://x/y?a=1&b=2 -H Authorization: Bearer eyJabc -d {\"a\":1}",
            .unquotedAmpersand,
            "a shell ends the command at an '&' outside quotes; put the word in quotes"
        ),
        Wording(
            "curl https://x/y?a=1&b=2 -H Authorization: Bearer eyJabc -d {\"a\":1}",
            .unquotedHeader,
            "the header is not in quotes, so a shell splits it at its blanks; put it in quotes"
        ),
        Wording(
            "curl https://x/y -d '{\"a\": 1",
            .missingQuote,
            "the quote that opens here is never closed; close it at the end of the word"
        ),
        Wording("curl -d", .missingValue, "nothing follows '-d'; write its value after it"),
        Wording(
            "curl https://x/y flowId: 1",
            .unknownOption,
            "this word belongs to no option, so curl treats it as another address; put the text that it belongs to in quotes, or remove it"
        ),
        Wording(
            "curl -data '{}' https://x/y",
            .singleDash,
            "curl reads '-data' as '-d' with the value 'ata'; write '--data'"
        ),
        Wording(
            "curl --header=\"C: d\" https://x/y",
            .joinedValue,
            "curl expects the value of '--header' after a space, not after '='; write a space"
        ),
        Wording(
            "curl\u{A0}https://x/y \u{200B}-d '{}'",
            .strayBlank,
            "U+00A0 is used where a shell allows only a space; write a space"
        ),
        Wording(
            "curl https://x/y \\ \n  -H 'A: b' \\\r\n  -d '{}'",
            .brokenLineEnd,
            "a blank follows the '\\' that should join this line to the next, so the command ends here; remove the blank"
        ),
        Wording(
            "curl https://x/y\n  -H 'A: b'\n  -d '{}'\nthen more text",
            .missingLineEnd,
            "the next line belongs to the command, but nothing joins the two; add ' \\' at the end of this line"
        ),
        Wording(
            "curl -G https://x/api/v2/flows/executions -d '{}'",
            .bodyInAddress,
            "'-G' turns the request into a GET, and puts the body into the address; leave it out, so that curl posts the body"
        ),
        Wording(
            "curl https://x/y -d '{\"a\": 1,' -d '\"b\": 2}'",
            .bodyInParts,
            "curl joins the texts of several -d with '&', so the body is not JSON; give the whole body to one -d"
        ),
        Wording(
            "curl ^\n  -d '{}' https://x/y",
            .singleQuotes,
            "in cmd.exe, where '^' joins lines, single quotes mean nothing: they are sent, and a blank ends the word; "
                + "write double quotes around the word, and \\\" for each inside it"
        ),
        Wording(
            "$env:A = 'b'\ncurl.exe https://x/y -d '{\"flowId\": \"x\"}'",
            .lostQuotes,
            "Windows PowerShell 5.1, and PowerShell before 7.3, drop the double quotes inside an argument, so curl gets "
                + "a body without any; write each of them as \\\", or put the body in a file and send it with "
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
