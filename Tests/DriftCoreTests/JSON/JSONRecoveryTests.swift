import Testing

@testable import DriftCore

/// What the reader makes of a text that is not JSON: the faults with their places, and what was meant.
@Suite struct JSONRecoveryTests {
    @Test(arguments: [
        Reading("{\"a\": 1,}", ["1:8-1:9 trailingComma"], "{\"a\": 1}"),
        Reading("[1,2,]", ["1:5-1:6 trailingComma"], "[1, 2]"),
        Reading("{\"a\": 1,, \"b\": 2}", ["1:9-1:10 extraComma"], "{\"a\": 1, \"b\": 2}"),
        Reading("[,1]", ["1:2-1:3 extraComma"], "[1]"),
        Reading("{\"a\": 1\n \"b\": 2}", ["1:8-1:8 missingComma"], "{\"a\": 1, \"b\": 2}"),
        Reading("[1,", ["1:3-1:4 trailingComma", "1:4-1:4 missingClose"], "[1]"),
        Reading("{\"a\":[1,}", ["1:8-1:9 trailingComma", "1:9-1:9 missingClose"], "{\"a\": [1]}"),
        Reading("[1 2 3]", ["1:3-1:3 missingComma", "1:5-1:5 missingComma"], "[1, 2, 3]"),
    ])
    func findsCommas(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading("{\"a\" 1}", ["1:5-1:5 missingColon"], "{\"a\": 1}"),
        Reading("{\"a\" \"b\", \"c\": 1}", ["1:5-1:5 missingColon"], "{\"a\": \"b\", \"c\": 1}"),
        Reading("{\"a\", \"b\": 1}", ["1:5-1:5 missingValue"], "{\"a\": ${value}, \"b\": 1}"),
        Reading("{\"x\", null}", ["1:5-1:6 wrongSeparator"], "{\"x\": null}"),
        Reading(
            "{\"a\" = 1; \"b\" => 2}",
            ["1:6-1:7 wrongSeparator", "1:9-1:10 wrongSeparator", "1:15-1:17 wrongSeparator"],
            "{\"a\": 1, \"b\": 2}"
        ),
        Reading("[\"x\", \"a\": 1]", ["1:10-1:11 wrongSeparator"], "[\"x\", \"a\", 1]"),
        Reading("{\"a\": ,\"b\": 1}", ["1:6-1:6 missingValue"], "{\"a\": ${value}, \"b\": 1}"),
        Reading("{: 1}", ["1:2-1:3 missingName"], "{\"${name}\": 1}"),
        Reading("{\"a\": 1 {\"b\": 2}}", ["1:9-1:10 missingName"], "{\"a\": 1}"),
        Reading("{\"a\": 1, [1,2]}", ["1:10-1:11 missingName"], "{\"a\": 1, \"${name}\": [1, 2]}"),
        Reading("{\"a\": 1, \"b\"}", ["1:13-1:13 missingValue"], "{\"a\": 1, \"b\": ${value}}"),
    ])
    func findsColonsNamesAndValues(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading("{\"a\": {\"b\": [1, 2", ["1:18-1:18 missingClose"], "{\"a\": {\"b\": [1, 2]}}"),
        Reading("{\"a\": [1, 2}", ["1:12-1:12 missingClose"], "{\"a\": [1, 2]}"),
        Reading("{\"a\": 1]", ["1:8-1:9 wrongClose"], "{\"a\": 1}"),
        Reading("{\"a\": 1}}", ["1:9-1:10 extraClose"], "{\"a\": 1}"),
        Reading("{\"a\": 1]}", ["1:8-1:9 extraClose"], "{\"a\": 1}"),
        Reading("{\"a\":1} x", ["1:9-1:10 strayText"], "{\"a\": 1}"),
        Reading(
            "\"flowId\": \"x\", \"inputData\": {}",
            ["1:1-1:1 missingOpen", "1:31-1:31 missingClose"],
            "{\"flowId\": \"x\", \"inputData\": {}}"
        ),
        Reading("{\"a\": 1}, \"b\": 2}", ["1:8-1:9 extraClose"], "{\"a\": 1, \"b\": 2}"),
        Reading("[\"a\": 1, \"b\": 2]", ["1:1-1:2 wrongClose", "1:16-1:17 wrongClose"], "{\"a\": 1, \"b\": 2}"),
        Reading("{{\"a\": 1}}", ["1:2-1:3 strayText", "1:10-1:11 extraClose"], "{\"a\": 1}"),
        Reading("{\"a\": *}", ["1:7-1:8 strayText"], "{\"a\": ${value}}"),
        Reading("{\"a\":: 1}", ["1:6-1:7 strayText"], "{\"a\": 1}"),
        Reading("{\"a\": 1;}", ["1:8-1:9 strayText"], "{\"a\": 1}"),
        Reading("{\"a\": \"b\" \"c\"}", ["1:11-1:14 strayText"], "{\"a\": \"b\"}"),
    ])
    func findsBrackets(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading("{“flowId”: “abc”}", ["1:2-1:10 curlyQuotes", "1:12-1:17 curlyQuotes"], "{\"flowId\": \"abc\"}"),
        Reading(
            "{\"flowId”: “abc”,\n \"b\": 1}",
            ["1:9-1:10 curlyQuotes", "1:12-1:17 curlyQuotes"],
            "{\"flowId\": \"abc\", \"b\": 1}"
        ),
        Reading(
            "{“a”: “x\", \"b”: 2}",
            ["1:2-1:5 curlyQuotes", "1:7-1:10 curlyQuotes", "1:14-1:15 curlyQuotes"],
            "{\"a\": \"x\", \"b\": 2}"
        ),
        Reading(
            "{'a': 'it's', 'b': 'x'}",
            ["1:2-1:5 singleQuotes", "1:7-1:13 singleQuotes", "1:15-1:18 singleQuotes", "1:20-1:23 singleQuotes"],
            "{\"a\": \"it's\", \"b\": \"x\"}"
        ),
        Reading("{`a`: `b`}", ["1:2-1:5 singleQuotes", "1:7-1:10 singleQuotes"], "{\"a\": \"b\"}"),
        Reading("{a: 1, b-c: true}", ["1:2-1:3 unquotedName", "1:8-1:11 unquotedName"], "{\"a\": 1, \"b-c\": true}"),
        Reading(
            "{flowId: abc def, x: 1}",
            ["1:2-1:8 unquotedName", "1:10-1:17 unquotedText", "1:19-1:20 unquotedName"],
            "{\"flowId\": \"abc def\", \"x\": 1}"
        ),
        Reading("{\"name\": \"John,\n \"b\": 1}", ["1:15-1:15 missingQuote"], "{\"name\": \"John\", \"b\": 1}"),
        Reading("{\"a\": \"b, \"c\": 1}", ["1:9-1:9 missingQuote"], "{\"a\": \"b\", \"c\": 1}"),
        Reading("{\"a\": \"b}", ["1:9-1:9 missingQuote"], "{\"a\": \"b\"}"),
        Reading("{\"a: 1, \"b\": 2}", ["1:4-1:4 missingQuote"], "{\"a\": 1, \"b\": 2}"),
        Reading("{a\": 1}", ["1:2-1:2 missingQuote"], "{\"a\": 1}"),
        Reading(
            "{\"a\": \"say \"hi\" now\", \"b\": 2}",
            ["1:12-1:13 unescapedQuote", "1:15-1:16 unescapedQuote"],
            "{\"a\": \"say \\\"hi\\\" now\", \"b\": 2}"
        ),
        Reading(
            "{\"inputData\": \"{\"Flow.x\": 1}\", \"b\": 2}",
            ["1:15-1:16 quotedContainer", "1:29-1:30 quotedContainer"],
            "{\"inputData\": {\"Flow.x\": 1}, \"b\": 2}"
        ),
        Reading(
            "{\\\"flowId\\\": \\\"abc\\\", \\\"x\\\": {\\\"y\\\": \\\"a \\\\\\\"b\\\\\\\"\\\"}}",
            [
                "1:2-1:12 escapedQuotes", "1:14-1:21 escapedQuotes", "1:23-1:28 escapedQuotes",
                "1:31-1:36 escapedQuotes", "1:38-1:53 escapedQuotes",
            ],
            "{\"flowId\": \"abc\", \"x\": {\"y\": \"a \\\"b\\\"\"}}"
        ),
        Reading(
            "{\"text\": \"a\", \"b\": 2024-01-01T10:00:00Z}",
            ["1:20-1:40 unquotedText"],
            "{\"text\": \"a\", \"b\": \"2024-01-01T10:00:00Z\"}"
        ),
        Reading("{\"a\": Hello ${name} you}", ["1:7-1:24 unquotedText"], "{\"a\": \"Hello ${name} you\"}"),
        Reading("{\"é\": \"ü\", x: 1}", ["1:12-1:13 unquotedName"], "{\"é\": \"ü\", \"x\": 1}"),
        Reading(
            "{'flowId': 'abc', 'x': \"y\"}",
            ["1:2-1:10 singleQuotes", "1:12-1:17 singleQuotes", "1:19-1:22 singleQuotes"],
            "{\"flowId\": \"abc\", \"x\": \"y\"}"
        ),
        Reading("nul", ["1:1-1:4 unquotedText"], "\"nul\""),
        Reading("{\"a\": \"x", ["1:9-1:9 missingQuote", "1:9-1:9 missingClose"], "{\"a\": \"x\"}"),
        Reading("'", ["1:1-1:2 missingQuote"], "\"\""),
        Reading("\"", ["1:2-1:2 missingQuote"], "\"\""),
    ])
    func findsQuotes(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading(
            "{\"a\": 1 // no\n, /* x */ \"b\": 2 # y\n}",
            ["1:9-1:14 comment", "2:3-2:10 comment", "2:18-2:21 comment"],
            "{\"a\": 1, \"b\": 2}"
        ),
        Reading(
            "{\"a\": undefined, \"b\": NaN, \"c\": True, \"d\": None, \"e\": -Infinity, \"f\": FALSE}",
            [
                "1:7-1:16 foreignLiteral", "1:23-1:26 foreignLiteral", "1:33-1:37 foreignLiteral",
                "1:44-1:48 foreignLiteral", "1:55-1:64 foreignLiteral", "1:71-1:76 foreignLiteral",
            ],
            "{\"a\": null, \"b\": null, \"c\": true, \"d\": null, \"e\": null, \"f\": false}"
        ),
        Reading("{\"a\": ${x}}", ["1:7-1:11 placeholder"], "{\"a\": ${x}}"),
    ])
    func findsWordsOfOtherLanguages(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading(
            "{\"a\": 007, \"b\": +1, \"c\": .5, \"d\": 1., \"e\": 0x1F, \"f\": 1_000, \"g\": +2348000000000, \"h\": 08012345678}",
            [
                "1:7-1:10 badNumber", "1:17-1:19 badNumber", "1:26-1:28 badNumber", "1:35-1:37 badNumber",
                "1:44-1:48 badNumber", "1:55-1:60 badNumber", "1:67-1:81 unquotedText", "1:88-1:99 unquotedText",
            ],
            "{\"a\": 7, \"b\": 1, \"c\": 0.5, \"d\": 1, \"e\": 31, \"f\": 1000, \"g\": \"+2348000000000\", \"h\": \"08012345678\"}"
        )
    ])
    func findsNumbers(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading(
            "{\"a\": \"line one\nline two\", \"b\": 1}",
            ["1:16-2:1 controlCharacter"],
            "{\"a\": \"line one\\nline two\", \"b\": 1}"
        ),
        Reading("{\"a\": \"tab\there\"}", ["1:11-1:12 controlCharacter"], "{\"a\": \"tab\\there\"}"),
        Reading(
            "{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}",
            [
                "1:10-1:12 badEscape", "1:14-1:18 badEscape", "1:18-1:20 badEscape", "1:20-1:26 loneSurrogate",
                "1:26-1:28 badEscape",
            ],
            "{\"a\": \"C:\\\\dirA'�\\\\u12\"}"
        ),
        Reading("\u{FEFF}{}", ["1:1-1:1 byteOrderMark"], "{}"),
        Reading("{\"a\":\u{A0}1}", ["1:6-1:7 strayBlank"], "{\"a\": 1}"),
    ])
    func findsCharacters(reading: Reading) {
        reading.expect()
    }

    @Test(arguments: [
        Reading("", ["1:1-1:1 emptyText"], "nothing"),
        Reading("   ", ["1:4-1:4 emptyText"], "nothing"),
        Reading("{}{}", ["1:3-1:4 secondDocument"], "{}"),
        Reading(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            ["1:10-1:13 duplicateName", "1:23-1:34 nestedJSON"],
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}"
        ),
    ])
    func findsWhatIsWrongWithTheWhole(reading: Reading) {
        reading.expect()
    }
}
