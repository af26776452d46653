import Testing

@testable import DriftCore

/// The templates of data actions; places are those in the file.
@Suite struct DataActionTests {
    @Test(arguments: [
        RequestReading(
            "{\n  \"name\": \"Execute\",\n  \"config\": {\n    \"request\": {\n      \"requestUrlTemplate\": \"/api/v2/flows/executions\",\n      \"requestType\": \"POST\",\n      \"headers\": {\"Content-Type\": \"application/json\", \"Authorization\": \"Bearer x\"},\n      \"requestTemplate\": \"{\\n \\\"flowId\\\": \\\"${input.flowId}\\\",\\n \\\"inputData\\\": { ${input.attributes} },\\n}\"\n    },\n  }\n}",
            [
                "dataAction POST /api/v2/flows/executions 5:29-5:55",
                "implied application/json",
                "authorization Bearer, given 7:72-7:82",
                "Content-Type 7:19: application/json 7:35-7:53",
                "9:6-9:7 file trailingComma",
                "body 8:27-8:108 {\"flowId\": \"${input.flowId}\", \"inputData\": {${input.attributes}}}",
                "8:104-8:105 trailingComma",
            ]
        ),
        RequestReading(
            "{\"requestType\": \"POST\", \"requestUrlTemplate\": \"/x\", \"requestTemplate\": \"{\\\"a\\\": “\\u0062”, 'c': \\\"d\\\"}\"}",
            [
                "dataAction POST /x 1:47-1:51",
                "implied application/json",
                "body 1:73-1:102 {\"a\": \"b\", \"c\": \"d\"}",
                "1:81-1:89 curlyQuotes",
                "1:91-1:94 singleQuotes",
            ]
        ),
        RequestReading(
            "{\"request\": {\"requestUrlTemplate\": \"/x\", \"requestTemplate\": {\"a\": 1}}}",
            [
                "dataAction /x 1:36-1:40",
                "implied application/json",
                "body 1:61-1:69 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "{\"config\": {\"request\": {\"requestUrlTemplate\": \"/x\", \"requestTemplate\": \"${input.rawRequest}\"}}}",
            [
                "dataAction /x 1:47-1:51",
                "implied application/json",
                "body 1:73-1:92 ${input.rawRequest}",
            ]
        ),
    ])
    func readsDataActions(reading: RequestReading) {
        reading.expect()
    }
}
