import Testing

@testable import DriftCore

/// The quotes of shells, of Windows and of PowerShell.
@Suite struct ShellQuoteTests {
    @Test(arguments: [
        RequestReading(
            "curl https://x/y -d \"{\\\"flowId\\\": \\\"$FLOW\\\", \\\"n\\\": 1,}\"",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "body 1:22-1:56 {\"flowId\": \"$FLOW\", \"n\": 1}",
                "1:54-1:55 trailingComma",
            ]
        ),
        RequestReading(
            "curl https://x/y -d $'{\"name\": \"John\\'s\\n\", \"b\": \\u0041}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "body 1:23-1:57 {\"name\": \"John's\\n\", \"b\": \"A\"}",
                "1:40-1:42 controlCharacter",
                "1:50-1:56 unquotedText",
            ]
        ),
        RequestReading(
            "curl https://x/y -d '{\"a\": \"'\"$X\"'\", \"b\": \"it'\\''s\"}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "body 1:22-1:53 {\"a\": \"$X\", \"b\": \"it's\"}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d '{\"a\": \"'\"$X\"'\", \"b\": \"$Y\"}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "1:44-1:46 warning unexpandedVariable",
                "body 1:22-1:48 {\"a\": \"$X\", \"b\": \"$Y\"}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d {\\\"a\\\":1}",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "body 1:21-1:30 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "curl -X POST ^\r\n  -d \"{\"\"flowId\"\": \"\"x\"\"}\" ^\r\n  https://x/y",
            [
                "curl POST https://x/y 3:3-3:14",
                "implied application/x-www-form-urlencoded",
                "body 2:7-2:26 {\"flowId\": \"x\"}",
            ]
        ),
        RequestReading(
            "curl -d \"{\"\"flowId\"\": \"\"x\"\"}\" https://x/y",
            [
                "curl POST https://x/y 1:31-1:42",
                "implied application/x-www-form-urlencoded",
                "body 1:10-1:29 {\"flowId\": \"x\"}",
            ]
        ),
        RequestReading(
            "C:\\> curl -X POST ^\n  -d \"{\\\"flowId\\\": \\\"x\\\"}\" ^\n  https://x/y",
            [
                "curl POST https://x/y 3:3-3:14",
                "implied application/x-www-form-urlencoded",
                "body 2:7-2:26 {\"flowId\": \"x\"}",
            ]
        ),
        RequestReading(
            "curl -X POST `\n  -d '{\"a\": 1}' `\n  https://x/y",
            [
                "curl POST https://x/y 3:3-3:14",
                "implied application/x-www-form-urlencoded",
                "2:6-2:16 warning lostQuotes",
                "body 2:7-2:15 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "curl -X POST https://x/y -d '{\n  \"flowId\": \"x\"\n  \"b\": 2\n}'",
            [
                "curl POST https://x/y 1:14-1:25",
                "implied application/x-www-form-urlencoded",
                "body 1:30-4:2 {\"flowId\": \"x\", \"b\": 2}",
                "2:16-2:16 missingComma",
            ]
        ),
    ])
    func readsTheQuotesOfShells(reading: RequestReading) {
        reading.expect()
    }
}
