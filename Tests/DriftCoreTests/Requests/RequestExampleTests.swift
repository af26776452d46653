import Testing

@testable import DriftCore

/// Bodies and commands that people post, and that get a 400.
@Suite struct RequestExampleTests {
    @Test(arguments: [
        RequestReading(
            "{\"flowId\":\"a1b2c3d4-e5f6-7890-abcd-ef1234567890\",\"executionConfig\":{\"queueName\":\"Support Queue\"},\"inputs\":{\"callerNumber\":\"+2348000000000\"}}",
            [
                "body",
                "body 1:1-1:141 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"executionConfig\": {\"queueName\": \"Support Queue\"}, \"inputs\": {\"callerNumber\": \"+2348000000000\"}}",
            ]
        ),
        RequestReading(
            "{\n  \"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\",\n  \"executionConfig\": {\"queueName\": \"Support Queue\"},\n  \"inputs\": {},\n}",
            [
                "body",
                "body 1:1-5:2 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"executionConfig\": {\"queueName\": \"Support Queue\"}, \"inputs\": {}}",
                "4:15-4:16 trailingComma",
            ]
        ),
        RequestReading(
            "curl –X POST “https://mycompany.mygen.com/api/v2/flows/executions” \\\n  –H “Authorization: Bearer eyJabc” \\\n  –H “Content-Type: application/json” \\\n  –d ‘{“flowId”: “a1b2c3d4-e5f6-7890-abcd-ef1234567890”, “parameters”: [{“name”:“complianceFlag”,“value”:“true”}]}’",
            [
                "curl POST https://mycompany.mygen.com/api/v2/flows/executions 1:14-1:67",
                "implied application/x-www-form-urlencoded",
                "authorization Bearer, given 2:22-2:35",
                "Content-Type 3:7: application/json 3:21-3:37",
                "1:6-1:7 dash",
                "1:14-1:15 curlyQuotes",
                "1:66-1:67 curlyQuotes",
                "2:3-2:4 dash",
                "2:6-2:7 curlyQuotes",
                "2:35-2:36 curlyQuotes",
                "3:3-3:4 dash",
                "3:6-3:7 curlyQuotes",
                "3:37-3:38 curlyQuotes",
                "4:3-4:4 dash",
                "4:6-4:7 curlyQuotes",
                "4:115-4:116 curlyQuotes",
                "body 4:7-4:115 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"parameters\": [{\"name\": \"complianceFlag\", \"value\": \"true\"}]}",
                "4:8-4:16 curlyQuotes",
                "4:18-4:56 curlyQuotes",
                "4:58-4:70 curlyQuotes",
                "4:74-4:80 curlyQuotes",
                "4:81-4:97 curlyQuotes",
                "4:98-4:105 curlyQuotes",
                "4:106-4:112 curlyQuotes",
            ]
        ),
        RequestReading(
            "{\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"parameters\": {\"complianceFlag\": \"true\"}}",
            [
                "body",
                "body 1:1-1:93 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"parameters\": {\"complianceFlag\": \"true\"}}",
            ]
        ),
        RequestReading(
            "{\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"parameters\": {\"complianceFlag\": {\"value\": \"true\"}, \"customerName\": {\"value\": \"John Doe\"}}}",
            [
                "body",
                "body 1:1-1:143 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"parameters\": {\"complianceFlag\": {\"value\": \"true\"}, \"customerName\": {\"value\": \"John Doe\"}}}",
            ]
        ),
        RequestReading(
            "{\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"inputData\": {\"Flow.complianceflag\": true}}",
            [
                "body",
                "body 1:1-1:95 {\"flowId\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"inputData\": {\"Flow.complianceflag\": true}}",
            ]
        ),
        RequestReading(
            "{\"flowId\": \"https://apps.mypurecloud.ie/architect/#/call/flows/a1b2c3d4-e5f6-7890-abcd-ef1234567890/latest\", \"inputData\": {}}",
            [
                "body",
                "body 1:1-1:126 {\"flowId\": \"https://apps.mypurecloud.ie/architect/#/call/flows/a1b2c3d4-e5f6-7890-abcd-ef1234567890/latest\", \"inputData\": {}}",
            ]
        ),
        RequestReading(
            "{\"inputData\": {\"Flow.text\": {\"a\": 1}, \"Flow.json\": \"{\\\"a\\\": 1}\"}}",
            [
                "body",
                "body 1:1-1:66 {\"inputData\": {\"Flow.text\": {\"a\": 1}, \"Flow.json\": \"{\\\"a\\\": 1}\"}}",
                "1:52-1:64 nestedJSON",
            ]
        ),
    ])
    func readsWhatPeoplePost(reading: RequestReading) {
        reading.expect()
    }
}
