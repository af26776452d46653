import Testing

@testable import DriftCore

/// Requests in other forms than commands.
@Suite struct RequestFormTests {
    @Test(arguments: [
        RequestReading(
            "```\ncurl -d '{}' https://x\n```",
            [
                "curl POST https://x 2:14-2:23",
                "implied application/x-www-form-urlencoded",
                "body 2:10-2:12 {}",
            ]
        ),
        RequestReading(
            "```json\n{\"a\": 1,}\n```\nand so on",
            [
                "body",
                "body 2:1-3:1 {\"a\": 1}",
                "2:8-2:9 trailingComma",
            ]
        ),
        RequestReading(
            "hello there",
            [
                "body",
                "body 1:1-1:12 \"hello\"",
                "1:1-1:6 unquotedText",
                "1:7-1:12 strayText",
            ]
        ),
        RequestReading(
            "",
            [
                "body",
                "body 1:1-1:1 nothing",
                "1:1-1:1 emptyText",
            ]
        ),
        RequestReading(
            "POST /api/v2/flows/executions HTTP/1.1\r\nHost: api.mypurecloud.ie\r\nAuthorization: Bearer {{token}}\r\nContent-Type: application/json\r\n\r\n{\"flowId\": {{id}},}\n",
            [
                "http POST /api/v2/flows/executions 1:6-1:30",
                "authorization Bearer, placeholder 3:16-3:32",
                "Host 2:1: api.mypurecloud.ie 2:7-2:25",
                "Content-Type 4:1: application/json 4:15-4:31",
                "body 6:1-7:1 {\"flowId\": {{id}}}",
                "6:18-6:19 trailingComma",
            ]
        ),
        RequestReading(
            "### start\nPOST https://{{host}}/x\nContent-Type: application/json\n\n{\"a\": 1}\n\n### next\nGET https://y\n",
            [
                "http POST https://{{host}}/x 2:6-2:24",
                "Content-Type 3:1: application/json 3:15-3:31",
                "body 5:1-7:1 {\"a\": 1}",
            ]
        ),
    ])
    func readsOtherForms(reading: RequestReading) {
        reading.expect()
    }
}
