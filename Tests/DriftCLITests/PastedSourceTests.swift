import Foundation
import TestSupport
import Testing

/// Requests with the text that pages, chats and programs put around them, and API calls that start no flow.
struct PastedSourceTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"
    private static let headers = "-H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
    private static let body = #"{"flowId":"\#(id)","inputData":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#
    private static let command = "curl -X POST \(address) \(headers) -d '\(body)'"
    private static let message =
        "POST \(address)\nAuthorization: Bearer x\nContent-Type: application/json\n\n\(body)\n"
    private static let indented =
        "{\n  \"flowId\": \"\(id)\",\n  \"inputData\": {\n    \"Flow.orderNumber\": \"4711\",\n"
        + "    \"Flow.isUrgent\": true\n  }\n}\n"

    private func lint(_ text: String, _ words: String...) async throws -> CommandRun {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "request")
        return await CommandRun(
            ["lint", "request", "--flow", "workflow/Order Status"] + words,
            in: project.folder.path
        )
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
            .replacing("<", with: "&lt;")
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    }

    @Test(arguments: [
        escaped(command),
        "<pre><code>\(escaped(command))</code></pre>\n",
        "<p>Hi,</p><pre><code>\(command)</code></pre><p>any idea?</p>\n",
        "<p>We do:<br>\(escaped(command))</p>",
        escaped(indented),
        escaped(escaped(command)),
        "[10:31] Tom: hey, I get 400 from \(address) with\n[10:31] Tom: \(body)\n[10:32] Ann: did you set the token?\n",
        "[10:31] Tom: I send \(body)\n",
        "[2026-01-09T10:31:02Z] INFO sends \(body)\n",
        "<tom> I send \(body)\n",
        "{code:json}\n\(indented){code}\n",
        "We get 400 for\n{code:title=Launch|language=bash}\n\(command)\n{code}\nWhy?\n",
        "{noformat}\(command){noformat}\n",
        "[code]\n\(indented)[/code]\n",
        quoted(indented) + "\n\nthis gives 400, why?\n",
        quoted("Hi,\n\n\(command)\n\nTom"),
        quoted(quoted(message)),
        "$ curl -X POST \(address) \\\n> \(headers) \\\n> -d '\(body)'\n",
        "I send this\n\nPOST /api/v2/flows/executions\n\(body)\nand get back\n{\"message\":\"x\",\"status\":400}\nWhy?\n",
        "POST /api/v2/flows/executions\n\(body)\nResponse: 400 Bad Request\n",
        "POST /api/v2/flows/executions\n\(body)\n{\"message\":\"x\",\"code\":\"bad.request\",\"status\":400}\n",
    ])
    func findsTheFaultOfAnInputAndNothingElse(_ text: String) async throws {
        let right = try await lint(text)
        #expect(right.status == 0, "\(text)\n\(right.transcript)")
        #expect(!right.output.contains("error:") && !right.output.contains("warning:"), "\(text)\n\(right.transcript)")
        let wrong = try await lint(text.replacing(":true", with: ":1").replacing(": true", with: ": 1"))
        #expect(wrong.status == 1, "\(text)\n\(wrong.transcript)")
        #expect(wrong.output.contains("[payload-input-type]"), "\(text)\n\(wrong.transcript)")
        #expect(wrong.output.contains("drift: 1 error\n"), "\(text)\n\(wrong.transcript)")
    }

    @Test(arguments: ["post", "Post"])
    func readsAMethodInAnyLetterCase(_ method: String) async throws {
        let text = Self.message.replacing("POST", with: method).replacing("application/json", with: "text/plain")
        for text in [
            text, text.replacing(Self.address, with: "/api/v2/flows/executions HTTP/1.1\nHost: api.mypurecloud.ie"),
        ] {
            let run = try await lint(text.replacing("Bearer x", with: "Bearer null"))
            for rule in ["request-method", "request-content-type", "request-authorization"] {
                #expect(run.output.contains("[\(rule)]"), "\(text)\n\(run.transcript)")
            }
            #expect(run.output.contains("drift: 3 errors"), "\(text)\n\(run.transcript)")
        }
    }

    private static let others = [
        "textbots/botflows/sessions", "textbots/bots/execute", "integrations/actions/4711/execute",
        "flows/datatables/4/rows",
        "processautomation/triggers", "flows/\(id)/versions",
    ]

    @Test(arguments: others)
    func countsCallsThatStartNoFlow(_ path: String) async throws {
        let body = #"{"flow":{"id":"\#(Self.id)"},"language":"en-us","inputData":{"variables":{"Slot.a":"b"}}}"#
        let address = Self.address.replacing("flows/executions", with: path)
        for text in [Self.command, Self.message, "I do\n\n```\n\(Self.command)\n```\n"] {
            let run = try await lint(text.replacing(Self.address, with: address).replacing(Self.body, with: body))
            #expect(run.status == 0, "\(text)\n\(run.transcript)")
            #expect(run.output.contains("not checked: 1 request that starts no flow"), "\(text)\n\(run.transcript)")
        }
    }

    @Test(arguments: ["-G", "--get", "-sG"])
    func namesTheOptionThatTakesTheBodyAway(_ option: String) async throws {
        let run = try await lint(Self.command.replacing("-X POST", with: option))
        #expect(run.status == 1, "\(run.transcript)")
        let written = option == "--get" ? option : "-G"
        #expect(run.output.contains("'\(written)' turns the request into a GET"), "\(run.transcript)")
        #expect(run.output.contains("drift: 1 error\n"), "\(run.transcript)")
        #expect(run.output.contains("\"Flow.orderNumber\": \"4711\""), "\(run.transcript)")
    }

    @Test func saysThatABodyHasNoBraces() async throws {
        let text = Self.indented.dropFirst(2).dropLast(2)
        let run = try await lint(String(text))
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("inside '{' and '}'"), "\(run.transcript)")
        #expect(!run.output.contains("flow-id-missing"), "\(run.transcript)")
    }

    @Test func keepsTheTypeOfAnExpressionOfPowerAutomate() async throws {
        let text =
            #"{"type":"Http","inputs":{"uri":"\#(Self.address)","method":"POST","headers":{"Content-Type":"application/json"},"body":\#(Self.body)}}"#
        let wrong = text.replacing("true", with: "\"@{variables('u')}\"")
        let run = try await lint(wrong)
        #expect(run.output.contains("fix: send \"@variables('u')\""), "\(run.transcript)")
        let corrected = try await lint(wrong, "--fix").output
        #expect(corrected.contains("\"Flow.isUrgent\": \"@variables('u')\""), "\(corrected)")
        #expect(try await lint(text.replacing("true", with: "\"@variables('u')\"")).status == 0)
    }

    @Test func readsTheValuesOfPython() async throws {
        let text =
            "{'flowId': '\(Self.id)', 'inputData': {'Flow.orderNumber': str(4711), 'Flow.isUrgent': True, "
            + "'Flow.tags': ('a', 'b'), 'Flow.due': datetime.datetime(2026, 1, 1)}}\n"
        let run = try await lint(text)
        #expect(run.output.contains("A tuple, which only Python has"), "\(run.transcript)")
        #expect(run.output.contains("'datetime.datetime(2026, 1, 1)' is a function call"), "\(run.transcript)")
        #expect(
            !run.output.contains("is unexpected here") && !run.output.contains("is not in quotes"),
            "\(run.transcript)"
        )
        #expect(try await lint(text, "--fix").output.contains("<str(4711)>"))
    }
}
