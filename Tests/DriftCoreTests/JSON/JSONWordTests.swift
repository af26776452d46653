import Testing

@testable import DriftCore

/// How the reader understands words, numbers and characters that JSON doesn't have.
@Suite struct JSONWordTests {
    @Test(arguments: [
        JSONRecovery(
            "{\"a\": 1 // no\n, /* x */ \"b\": 2 # y\n}",
            ["1:9-1:14 comment", "2:3-2:10 comment", "2:18-2:21 comment"],
            "{\"a\": 1, \"b\": 2}"
        ),
        JSONRecovery(
            "{\"a\": undefined, \"b\": NaN, \"c\": True, \"d\": None, \"e\": -Infinity, \"f\": FALSE}",
            [
                "1:7-1:16 foreignLiteral", "1:23-1:26 foreignLiteral", "1:33-1:37 foreignLiteral",
                "1:44-1:48 foreignLiteral", "1:55-1:64 foreignLiteral", "1:71-1:76 foreignLiteral",
            ],
            "{\"a\": null, \"b\": null, \"c\": true, \"d\": null, \"e\": null, \"f\": false}"
        ),
        JSONRecovery("{\"a\": ${x}}", ["1:7-1:11 placeholder"], "{\"a\": ${x}}"),
    ])
    func findsWordsOfOtherLanguages(recovery: JSONRecovery) {
        recovery.expect()
    }

    @Test(arguments: [
        JSONRecovery(
            "{\"a\": 007, \"b\": +1, \"c\": .5, \"d\": 1., \"e\": 0x1F, \"f\": 1_000, \"g\": +2348000000000, \"h\": 08012345678}",
            [
                "1:7-1:10 badNumber", "1:17-1:19 badNumber", "1:26-1:28 badNumber", "1:35-1:37 badNumber",
                "1:44-1:48 badNumber", "1:55-1:60 badNumber", "1:67-1:81 unquotedText", "1:88-1:99 unquotedText",
            ],
            "{\"a\": 7, \"b\": 1, \"c\": 0.5, \"d\": 1, \"e\": 31, \"f\": 1000, \"g\": \"+2348000000000\", \"h\": \"08012345678\"}"
        )
    ])
    func findsNumbers(recovery: JSONRecovery) {
        recovery.expect()
    }

    @Test(arguments: [
        JSONRecovery(
            "{\"a\": \"line one\nline two\", \"b\": 1}",
            ["1:16-2:1 controlCharacter"],
            "{\"a\": \"line one\\nline two\", \"b\": 1}"
        ),
        JSONRecovery("{\"a\": \"tab\there\"}", ["1:11-1:12 controlCharacter"], "{\"a\": \"tab\\there\"}"),
        JSONRecovery(
            "{\"a\": \"C:\\dir\\x41\\'\\ud800\\u12\"}",
            [
                "1:10-1:12 badEscape", "1:14-1:18 badEscape", "1:18-1:20 badEscape", "1:20-1:26 loneSurrogate",
                "1:26-1:28 badEscape",
            ],
            "{\"a\": \"C:\\\\dirA'�\\\\u12\"}"
        ),
        JSONRecovery("\u{FEFF}{}", ["1:1-1:1 byteOrderMark"], "{}"),
        JSONRecovery("{\"a\":\u{A0}1}", ["1:6-1:7 strayBlank"], "{\"a\": 1}"),
    ])
    func findsCharacters(recovery: JSONRecovery) {
        recovery.expect()
    }

    @Test(arguments: [
        JSONRecovery("", ["1:1-1:1 emptyText"], "nothing"),
        JSONRecovery("   ", ["1:4-1:4 emptyText"], "nothing"),
        JSONRecovery("{}{}", ["1:3-1:4 secondDocument"], "{}"),
        JSONRecovery(
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}",
            ["1:10-1:13 duplicateName", "1:23-1:34 nestedJSON"],
            "{\"a\": 1, \"a\": 2, \"b\": \"{\\\"x\\\":1}\"}"
        ),
    ])
    func findsWhatIsWrongWithTheWhole(recovery: JSONRecovery) {
        recovery.expect()
    }
}
