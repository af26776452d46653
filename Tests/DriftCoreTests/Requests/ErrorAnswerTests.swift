import Testing

@testable import DriftCore

/// What an error answer says, in the forms in which people keep it.
@Suite struct ErrorAnswerTests {
    /// An answer as text, and what is read from it.
    struct Reading: Sendable, CustomTestStringConvertible {
        let text: String
        let summary: String

        init(_ text: String, _ summary: String) {
            self.text = text
            self.summary = summary
        }

        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Reading(
            """
            {"message": "Not understood", "code": "bad.request", "status": 400, "contextId": "c-1",
             "details": [{"errorCode": "x", "fieldName": "inputs"}], "errors": [{"message": "inner", "code": "y"}]}
            """,
            """
            400 1:64-1:67, bad.request 1:39-1:52, Not understood 1:13-1:29, context c-1 1:82-1:87, \
            inputs: x 2:14, inside: y 2:98-2:101, inner 2:81-2:88
            """
        ),
        Reading(
            "HTTP/1.1 400 Bad Request\r\nININ-Correlation-Id: abc\r\n\r\n{\"message\": \"Failed to parse request body\"}",
            "400 1:10-1:13, Failed to parse request body 4:13-4:43, context abc 2:22-2:25"
        ),
        Reading(
            """
            *   Trying 192.0.2.1
            > POST /x HTTP/2
            > authorization: Bearer secret
            >
            } [5 bytes data]
            < HTTP/2 400
            < inin-correlation-id: abc
            <
            { [12 bytes data]
            {"code": "bad.request"}
            """,
            "400 6:10-6:13, bad.request 10:10-10:23, context abc 7:24-7:27"
        ),
        Reading("Failed to parse request body", "Failed to parse request body 1:1-1:29"),
        Reading(
            "{\"error\":\"invalid_client\",\"description\":\"client not found\"}",
            "invalid_client 1:10-1:26, client not found 1:41-1:59"
        ),
        Reading("HTTP/1.1 401 Unauthorized\n\n", "401 1:10-1:13"),
        Reading("{\"message\": 'not JSON', \"status\": 400,}", "400 1:35-1:38, not JSON 1:13-1:23"),
        Reading("[1, 2]", "[1, 2] 1:1-1:7"),
        Reading(" \n", ""),
    ])
    func readsWhatTheAnswerSays(reading: Reading) {
        #expect(ErrorAnswerReader().read(Array(reading.text.utf8)).summary == reading.summary)
    }

    @Test func looksNoDeeperThanAFewErrorsInOneAnother() {
        let text = String(repeating: "{\"code\": \"a\", \"errors\": [", count: 40) + String(repeating: "]}", count: 40)
        var (answer, depth) = (ErrorAnswerReader().read(Array(text.utf8)), 0)
        while let inner = answer.errors.first { (answer, depth) = (inner, depth + 1) }
        #expect(depth == 8)
    }
}

extension ErrorAnswer {
    /// What the answer says, with its places.
    fileprivate var summary: String {
        var parts = [status.map { "\($0.value) \($0.range)" }, code.map { "\($0.value) \($0.range)" }]
        parts.append(message.map { "\($0.value) \($0.range)" })
        parts.append(contextId.map { "context \($0.value) \($0.range)" })
        parts += details.map { "\($0.fieldName ?? "?"): \($0.errorCode ?? "?") \($0.position)" }
        parts += errors.map { "inside: \($0.summary)" }
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
