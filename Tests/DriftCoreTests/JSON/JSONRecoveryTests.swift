import Testing

@testable import DriftCore

/// How the reader understands a text that isn't JSON: the faults with their places, and the probable meaning.
@Suite struct JSONRecoveryTests {
    @Test(arguments: [
        JSONRecovery("{\"a\": 1,}", ["1:8-1:9 trailingComma"], "{\"a\": 1}"),
        JSONRecovery("[1,2,]", ["1:5-1:6 trailingComma"], "[1, 2]"),
        JSONRecovery("{\"a\": 1,, \"b\": 2}", ["1:9-1:10 extraComma"], "{\"a\": 1, \"b\": 2}"),
        JSONRecovery("[,1]", ["1:2-1:3 extraComma"], "[1]"),
        JSONRecovery("{\"a\": 1\n \"b\": 2}", ["1:8-1:8 missingComma"], "{\"a\": 1, \"b\": 2}"),
        JSONRecovery("[1,", ["1:3-1:4 trailingComma", "1:4-1:4 missingClose"], "[1]"),
        JSONRecovery("{\"a\":[1,}", ["1:8-1:9 trailingComma", "1:9-1:9 missingClose"], "{\"a\": [1]}"),
        JSONRecovery("[1 2 3]", ["1:3-1:3 missingComma", "1:5-1:5 missingComma"], "[1, 2, 3]"),
    ])
    func findsCommas(recovery: JSONRecovery) {
        recovery.expect()
    }

    @Test(arguments: [
        JSONRecovery("{\"a\" 1}", ["1:5-1:5 missingColon"], "{\"a\": 1}"),
        JSONRecovery("{\"a\" \"b\", \"c\": 1}", ["1:5-1:5 missingColon"], "{\"a\": \"b\", \"c\": 1}"),
        JSONRecovery("{\"a\", \"b\": 1}", ["1:5-1:5 missingValue"], "{\"a\": ${value}, \"b\": 1}"),
        JSONRecovery("{\"x\", null}", ["1:5-1:6 wrongSeparator"], "{\"x\": null}"),
        JSONRecovery(
            "{\"a\" = 1; \"b\" => 2}",
            ["1:6-1:7 wrongSeparator", "1:9-1:10 wrongSeparator", "1:15-1:17 wrongSeparator"],
            "{\"a\": 1, \"b\": 2}"
        ),
        JSONRecovery("[\"x\", \"a\": 1]", ["1:10-1:11 wrongSeparator"], "[\"x\", \"a\", 1]"),
        JSONRecovery("{\"a\": ,\"b\": 1}", ["1:6-1:6 missingValue"], "{\"a\": ${value}, \"b\": 1}"),
        JSONRecovery("{: 1}", ["1:2-1:3 missingName"], "{\"${name}\": 1}"),
        JSONRecovery("{\"a\": 1 {\"b\": 2}}", ["1:9-1:10 missingName"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": 1, [1,2]}", ["1:10-1:11 missingName"], "{\"a\": 1, \"${name}\": [1, 2]}"),
        JSONRecovery("{\"a\": 1, \"b\"}", ["1:13-1:13 missingValue"], "{\"a\": 1, \"b\": ${value}}"),
    ])
    func findsColonsNamesAndValues(recovery: JSONRecovery) {
        recovery.expect()
    }

    @Test(arguments: [
        JSONRecovery("{\"a\": {\"b\": [1, 2", ["1:18-1:18 missingClose"], "{\"a\": {\"b\": [1, 2]}}"),
        JSONRecovery("{\"a\": [1, 2}", ["1:12-1:12 missingClose"], "{\"a\": [1, 2]}"),
        JSONRecovery("{\"a\": 1]", ["1:8-1:9 wrongClose"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": 1}}", ["1:9-1:10 extraClose"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": 1]}", ["1:8-1:9 extraClose"], "{\"a\": 1}"),
        JSONRecovery("{\"a\":1} x", ["1:9-1:10 strayText"], "{\"a\": 1}"),
        JSONRecovery(
            "\"flowId\": \"x\", \"inputData\": {}",
            ["1:1-1:1 missingOpen", "1:31-1:31 missingClose"],
            "{\"flowId\": \"x\", \"inputData\": {}}"
        ),
        JSONRecovery("{\"a\": 1}, \"b\": 2}", ["1:8-1:9 extraClose"], "{\"a\": 1, \"b\": 2}"),
        JSONRecovery("[\"a\": 1, \"b\": 2]", ["1:1-1:2 wrongClose", "1:16-1:17 wrongClose"], "{\"a\": 1, \"b\": 2}"),
        JSONRecovery("{{\"a\": 1}}", ["1:2-1:3 strayText", "1:10-1:11 extraClose"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": *}", ["1:7-1:8 strayText"], "{\"a\": ${value}}"),
        JSONRecovery("{\"a\":: 1}", ["1:6-1:7 strayText"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": 1;}", ["1:8-1:9 strayText"], "{\"a\": 1}"),
        JSONRecovery("{\"a\": \"b\" \"c\"}", ["1:11-1:14 strayText"], "{\"a\": \"b\"}"),
        JSONRecovery(
            "JSON.stringify({\"a\": 1});",
            ["1:1-1:16 strayText", "1:24-1:25 strayText", "1:25-1:26 strayText"],
            "{\"a\": 1}"
        ),
        JSONRecovery("const body = [1]", ["1:1-1:14 strayText"], "[1]"),
        JSONRecovery(
            "body {{x}}",
            ["1:1-1:5 unquotedText", "1:6-1:11 placeholder", "1:6-1:11 secondDocument"],
            "\"body\""
        ),
    ])
    func findsBrackets(recovery: JSONRecovery) {
        recovery.expect()
    }
}
