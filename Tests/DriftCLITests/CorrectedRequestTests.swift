import Foundation
import TestSupport
import Testing

/// A corrected request keeps the rest of the original text, in whatever form that text is.
struct CorrectedRequestTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"
    private static let headers = "-H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
    private static let inputs = #"{"inputData":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#

    private func lint(_ text: String, _ words: String...) async throws -> CommandRun {
        let project = try await Project.inSync()
        let types = ["decimal": "amount", "dateTime": "due", "stringCollection": "tags"]
        let variables = types.map { type, name in
            "    - \(type)Variable: { name: Flow.\(name), initialValue: { noValue: true }, isInput: true, isOutput: false }\n"
        }
        try project.edit("exports/order-status.yaml", "  states:\n", variables.sorted().joined() + "  states:\n")
        try project.folder.write(text, to: "request")
        let words = ["lint", "request", "--from", "exports", "--flow", "workflow/Order Status"] + words
        return await CommandRun(words, in: project.folder.path)
    }

    @Test(arguments: [
        "/\(id)/executions", "/executions/\(id)", "/executions?flowId=\(id)", "/executions?debug=1&flow_id=\(id)",
    ])
    func keepsTheIDOfTheAddress(_ path: String) async throws {
        let address = Self.address.replacing("/executions", with: path)
        let text = "curl -X POST '\(address)' \(Self.headers) -d '\(Self.inputs)'\n"
        let run = try await lint(text, "--fix")
        #expect(run.output.contains("\"flowId\": \"\(Self.id)\""), "\(run.transcript)")
        #expect(run.output.contains("\"Flow.orderNumber\": \"4711\""), "\(run.transcript)")
        #expect(run.output.contains(Self.address + "'"), "\(run.transcript)")
    }

    @Test func keepsThePlaceholderOfTheAddress() async throws {
        let address = Self.address.replacing("/executions", with: "/$FLOW/executions")
        let run = try await lint("curl -X POST \"\(address)\" \(Self.headers) -d '\(Self.inputs)'\n", "--fix")
        #expect(run.output.contains(#""flowId": "'"$FLOW"'""#), "\(run.transcript)")
    }

    private static let forms = [
        "curl \(address) -H 'Authorization: Bearer $T' -d flowId=\(id) -d 'inputData[Flow.orderNumber]=A+17' "
            + "-d 'inputData[Flow.isUrgent]=true'\n",
        "curl \(address) -H 'Authorization: Bearer $T' -F flowId=\(id) -F 'inputData[Flow.orderNumber]=A 17' "
            + "-F 'inputData[Flow.isUrgent]=true'\n",
        "curl \(address) -H 'Authorization: Bearer $T' -d flowId=\(id) "
            + "--data-urlencode 'inputData={\"Flow.orderNumber\":\"A 17\",\"Flow.isUrgent\":true}'\n",
        "curl \(address) -H 'Authorization: Bearer $T' --data-urlencode "
            + "'{\"flowId\":\"\(id)\",\"inputData\":{\"Flow.orderNumber\":\"A 17\",\"Flow.isUrgent\":true}}'\n",
        "POST \(address)\nAuthorization: Bearer x\nContent-Type: application/x-www-form-urlencoded\n\n"
            + "flowId=\(id)&inputData%5BFlow.orderNumber%5D=A%2017&inputData%5BFlow.isUrgent%5D=true\n",
        #"{"info":{"name":"V"},"variable":[{"key":"flow","value":"\#(id)"}],"item":[{"request":{"method":"POST","header":[],"#
            + #""body":{"mode":"urlencoded","urlencoded":[{"key":"flowId","value":"{{flow}}"},"#
            + #"{"key":"inputData[Flow.orderNumber]","value":"A 17"},{"key":"inputData[Flow.isUrgent]","value":"true"}]},"#
            + #""url":"\#(address)"}}]}"#,
    ]

    @Test(arguments: forms)
    func keepsTheFieldsOfAForm(_ text: String) async throws {
        let run = try await lint(text)
        #expect(run.output.contains("[request-content-type]"), "\(run.transcript)")
        #expect(!run.output.contains("[payload-syntax]"), "\(run.transcript)")
        let corrected = try await lint(text, "--fix", "--as", "json").output
        #expect(corrected.contains("\"flowId\": \"\(Self.id)\""), "\(corrected)")
        #expect(corrected.contains("\"Flow.orderNumber\": \"A 17\""), "\(corrected)")
        #expect(corrected.contains("\"Flow.isUrgent\": true"), "\(corrected)")
    }

    @Test func keepsSeveralApart() async throws {
        let text = "POST \(Self.address)\nAuthorization: Bearer x\nContent-Type: text/plain\n\n\(Self.inputs)\n"
        let run = try await lint(text + "\n###\n" + text, "--fix")
        #expect(run.output.contains("}\n\n###\n\nPOST "), "\(run.transcript)")
        #expect(run.errors.contains("2 corrected requests"), "\(run.transcript)")
    }

    @Test func namesTheValueThatAnotherTakesThePlaceOf() async throws {
        let input = #""inputs":{"Flow.orderNumber":"1","Flow.isUrgent":true}"#
        let data = #""inputData":{"Flow.orderNumber":"2"}"#
        for members in ["\(input),\(data)", "\(data),\(input)"] {
            let run = try await lint("{\"flowId\":\"\(Self.id)\",\(members)}")
            #expect(run.output.contains("'inputData' has another value for 'Flow.orderNumber'"), "\(run.transcript)")
            #expect(run.output.contains("\"Flow.orderNumber\": \"2\""), "\(run.transcript)")
            #expect(run.output.contains("\"Flow.isUrgent\": true"), "\(run.transcript)")
        }
    }

    @Test(arguments: [
        ("\"Flow.amount\":\"12,5\"", "\"Flow.amount\": 12.5"),
        ("\"Flow.amount\":\"12,500\"", "\"Flow.amount\": \"<decimal: 12,500>\""),
        ("\"Flow.due\":1767225600", "\"Flow.due\": \"<dateTime: 1767225600>\""),
        ("\"Flow.isUrgent\":\"maybe\"", "\"Flow.isUrgent\": \"<boolean: maybe>\""),
        ("\"Flow.tags\":{\"0\":\"a\",\"1\":\"b\"}", "\"Flow.tags\": [\n      \"a\",\n      \"b\"\n    ]"),
        ("\"Flow.tags\":{\"a\":1}", "\"Flow.tags\": [\n      \"<string: {\\\"a\\\": 1}>\"\n    ]"),
    ])
    func keepsAValueOfAnotherType(_ input: String, _ corrected: String) async throws {
        let text = "{\"flowId\":\"\(Self.id)\",\"inputData\":{\"Flow.orderNumber\":\"4711\",\(input)}}"
        let run = try await lint(text, "--fix")
        #expect(run.output.contains(corrected), "\(run.transcript)")
    }
}
