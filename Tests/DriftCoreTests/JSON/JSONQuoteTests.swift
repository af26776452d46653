import Testing

@testable import DriftCore

/// How the reader understands quotes that JSON doesn't have.
@Suite struct JSONQuoteTests {
    @Test(arguments: [
        JSONRecovery("{“flowId”: “abc”}", ["1:2-1:10 curlyQuotes", "1:12-1:17 curlyQuotes"], "{\"flowId\": \"abc\"}"),
        JSONRecovery(
            "{\"flowId”: “abc”,\n \"b\": 1}",
            ["1:9-1:10 curlyQuotes", "1:12-1:17 curlyQuotes"],
            "{\"flowId\": \"abc\", \"b\": 1}"
        ),
        JSONRecovery(
            "{“a”: “x\", \"b”: 2}",
            ["1:2-1:5 curlyQuotes", "1:7-1:10 curlyQuotes", "1:14-1:15 curlyQuotes"],
            "{\"a\": \"x\", \"b\": 2}"
        ),
        JSONRecovery(
            "{'a': 'it's', 'b': 'x'}",
            ["1:2-1:5 singleQuotes", "1:7-1:13 singleQuotes", "1:15-1:18 singleQuotes", "1:20-1:23 singleQuotes"],
            "{\"a\": \"it's\", \"b\": \"x\"}"
        ),
        JSONRecovery("{`a`: `b`}", ["1:2-1:5 singleQuotes", "1:7-1:10 singleQuotes"], "{\"a\": \"b\"}"),
        JSONRecovery(
            "{a: 1, b-c: true}",
            ["1:2-1:3 unquotedName", "1:8-1:11 unquotedName"],
            "{\"a\": 1, \"b-c\": true}"
        ),
        JSONRecovery(
            "{flowId: abc def, x: 1}",
            ["1:2-1:8 unquotedName", "1:10-1:17 unquotedText", "1:19-1:20 unquotedName"],
            "{\"flowId\": \"abc def\", \"x\": 1}"
        ),
        JSONRecovery("{\"name\": \"John,\n \"b\": 1}", ["1:15-1:15 missingQuote"], "{\"name\": \"John\", \"b\": 1}"),
        JSONRecovery("{\"a\": \"b, \"c\": 1}", ["1:9-1:9 missingQuote"], "{\"a\": \"b\", \"c\": 1}"),
        JSONRecovery("{\"a\": \"b}", ["1:9-1:9 missingQuote"], "{\"a\": \"b\"}"),
        JSONRecovery("{\"a: 1, \"b\": 2}", ["1:4-1:4 missingQuote"], "{\"a\": 1, \"b\": 2}"),
        JSONRecovery("{a\": 1}", ["1:2-1:2 missingQuote"], "{\"a\": 1}"),
        JSONRecovery(
            "{\"a\": \"say \"hi\" now\", \"b\": 2}",
            ["1:12-1:13 unescapedQuote", "1:15-1:16 unescapedQuote"],
            "{\"a\": \"say \\\"hi\\\" now\", \"b\": 2}"
        ),
        JSONRecovery(
            "{\"inputData\": \"{\"Flow.x\": 1}\", \"b\": 2}",
            ["1:15-1:16 quotedContainer", "1:29-1:30 quotedContainer"],
            "{\"inputData\": {\"Flow.x\": 1}, \"b\": 2}"
        ),
        JSONRecovery(
            "{\\\"flowId\\\": \\\"abc\\\", \\\"x\\\": {\\\"y\\\": \\\"a \\\\\\\"b\\\\\\\"\\\"}}",
            [
                "1:2-1:12 escapedQuotes", "1:14-1:21 escapedQuotes", "1:23-1:28 escapedQuotes",
                "1:31-1:36 escapedQuotes", "1:38-1:53 escapedQuotes",
            ],
            "{\"flowId\": \"abc\", \"x\": {\"y\": \"a \\\"b\\\"\"}}"
        ),
        JSONRecovery(
            "{\"text\": \"a\", \"b\": 2024-01-01T10:00:00Z}",
            ["1:20-1:40 unquotedText"],
            "{\"text\": \"a\", \"b\": \"2024-01-01T10:00:00Z\"}"
        ),
        JSONRecovery("{\"a\": Hello ${name} you}", ["1:7-1:24 unquotedText"], "{\"a\": \"Hello ${name} you\"}"),
        JSONRecovery("{\"é\": \"ü\", x: 1}", ["1:12-1:13 unquotedName"], "{\"é\": \"ü\", \"x\": 1}"),
        JSONRecovery(
            "{'flowId': 'abc', 'x': \"y\"}",
            ["1:2-1:10 singleQuotes", "1:12-1:17 singleQuotes", "1:19-1:22 singleQuotes"],
            "{\"flowId\": \"abc\", \"x\": \"y\"}"
        ),
        JSONRecovery("nul", ["1:1-1:4 unquotedText"], "\"nul\""),
        JSONRecovery("{\"a\": \"x", ["1:9-1:9 missingQuote", "1:9-1:9 missingClose"], "{\"a\": \"x\"}"),
        JSONRecovery("'", ["1:1-1:2 missingQuote"], "\"\""),
        JSONRecovery("\"", ["1:2-1:2 missingQuote"], "\"\""),
    ])
    func findsQuotes(recovery: JSONRecovery) {
        recovery.expect()
    }
}
