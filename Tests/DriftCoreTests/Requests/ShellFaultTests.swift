import Testing

@testable import DriftCore

/// Texts that a shell or curl understands differently from their author.
@Suite struct ShellFaultTests {
    @Test(arguments: [
        RequestReading(
            "curl https://x/y -d '{\"name\": \"John's house\", \"b\": 1}' -H 'A: b'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 1:60: b 1:63-1:64",
                "1:36-1:37 unescapedQuote",
                "body 1:22-1:54 {\"name\": \"John's house\", \"b\": 1}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d \"{\"flowId\": \"x\", \"n\": 1}\" -H 'A: b'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 1:51: b 1:54-1:55",
                "1:21-1:22 unescapedQuote",
                "body 1:22-1:45 {\"flowId\": \"x\", \"n\": 1}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d {\"flowId\": \"x\", \"n\": 1} -H 'A: b'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "A 1:49: b 1:52-1:53",
                "1:21-1:22 unquotedBody",
                "body 1:21-1:44 {\"flowId\": \"x\", \"n\": 1}",
            ]
        ),
        RequestReading(
            "curl https://x/y?a=1&b=2 -H Authorization: Bearer eyJabc -d {\"a\":1}",
            [
                "curl POST https://x/y?a=1&b=2 1:6-1:25",
                "implied application/x-www-form-urlencoded",
                "authorization Bearer, given 1:44-1:57",
                "1:21-1:22 unquotedAmpersand",
                "1:29-1:57 unquotedHeader",
                "1:61-1:62 unquotedBody",
                "body 1:61-1:68 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d '{\"a\": 1",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "1:21-1:22 missingQuote",
                "body 1:22-1:29 {\"a\": 1}",
                "1:29-1:29 missingClose",
            ]
        ),
        RequestReading(
            "curl -d",
            [
                "curl GET",
                "1:6-1:8 missingValue",
            ]
        ),
        RequestReading(
            "curl https://x/y flowId: 1",
            [
                "curl GET https://x/y 1:6-1:17",
                "1:18-1:25 unknownOption",
                "1:26-1:27 unknownOption",
            ]
        ),
        RequestReading(
            "curl -data '{}' —header “A: b” --header=\"C: d\" https://x/y --bogus \u{2212}d '{}' ––json ‘{}’",
            [
                "curl POST https://x/y 1:48-1:59",
                "implied application/json",
                "A 1:26: b 1:29-1:30",
                "C 1:42: d 1:45-1:46",
                "1:6-1:7 singleDash",
                "1:17-1:18 dash",
                "1:25-1:26 curlyQuotes",
                "1:30-1:31 curlyQuotes",
                "1:40-1:41 joinedValue",
                "1:60-1:67 warning unknownOption",
                "1:68-1:69 dash",
                "1:76-1:78 dash",
                "1:83-1:84 curlyQuotes",
                "1:86-1:87 curlyQuotes",
                "body 1:13-1:86 {}",
                "1:72-1:73 secondDocument",
            ]
        ),
        RequestReading(
            "curl\u{A0}https://x/y \u{200B}-d '{}'",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "1:5-1:6 strayBlank",
                "1:18-1:19 strayBlank",
                "body 1:23-1:25 {}",
            ]
        ),
    ])
    func findsWhatAShellWouldTakeForSomethingElse(reading: RequestReading) {
        reading.expect()
    }
}
