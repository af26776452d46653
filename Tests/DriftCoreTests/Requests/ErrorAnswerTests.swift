import PastedRequests
import SourceText
import Testing

@testable import DriftCore

/// Error answers, in the forms in which people keep them.
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
        Reading(
            "ApiException: (400)\nHeaders: Dict({'a': 'b'})\nReason: x\n"
                + "HTTP response body: {\"code\":\"bad.request\",\"status\":400}\n",
            "400 4:52-4:55, bad.request 4:29-4:42"
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
        Reading(
            "Error: {\n  message: 'No such flow',\n  code: 'not.found',\n  status: 404,\n  contextId: 'c-2'\n}",
            "404 4:11-4:14, not.found 3:9-3:20, No such flow 2:12-2:26, context c-2 5:14-5:19"
        ),
        Reading(
            "AxiosError: Request failed {\n code: 'ERR_BAD_REQUEST',\n response: { status: 400, data: '{\"code\":\"bad.request\",\"contextId\":\"c-3\"}' } }",
            "400 3:22-3:25, bad.request 3:33-3:75, context c-3 3:33-3:75"
        ),
        Reading(
            "ApiException: (400)\nReason: Bad Request\nHTTP response body: {'message': 'x', 'code': 'bad.request', 'contextId': None}",
            "400 1:1-3:79, bad.request 3:46-3:59, x 3:33-3:36"
        ),
        Reading(
            "class ErrorBody {\n    message: Failed to parse\n    code: bad.request\n    status: 400\n}",
            "400 4:13-4:16, bad.request 3:11-3:22, Failed to parse 2:14-2:29"
        ),
        Reading(
            "requests.exceptions.HTTPError: 400 Client Error: Bad Request",
            "400 1:1-1:61, requests.exceptions.HTTPError: 400 Client Error: Bad Request 1:1-1:61"
        ),
        Reading(
            "{\"errors\": [{\"code\": \"invalid_request\", \"message\": \"Invalid input\"}]}",
            "invalid_request 1:22-1:39, Invalid input 1:52-1:67"
        ),
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
    /// The values of the answer, with their places.
    fileprivate var summary: String {
        var parts = [status.map { "\($0.value) \($0.range)" }, code.map { "\($0.value) \($0.range)" }]
        parts.append(message.map { "\($0.value) \($0.range)" })
        parts.append(contextId.map { "context \($0.value) \($0.range)" })
        parts += details.map { "\($0.fieldName ?? "?"): \($0.errorCode ?? "?") \($0.position)" }
        parts += errors.map { "inside: \($0.summary)" }
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
