import Foundation
import TestSupport
import Testing

/// Requests as people keep them in files: several in one file, with comments, redirections and placeholders.
struct PastedRequestTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"
    private static let headers = "-H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
    private static let body = #"{"flowId":"\#(id)","inputData":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#
    private static let command = "curl \(address) \(headers) -d '\(body)'\n"
    private static let message =
        "POST \(address)\nAuthorization: Bearer {{token}}\nContent-Type: application/json\n\n\(body)\n"

    private func lint(_ text: String, _ words: String...) async throws -> CommandRun {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "request")
        return await CommandRun(
            ["lint", "request", "--flow", "workflow/Order Status"] + words,
            in: project.folder.path
        )
    }

    @Test(arguments: [
        "# use this curl command to launch the flow\n" + command,
        "TOKEN=$(curl -s -X POST https://login.mypurecloud.ie/oauth/token -d grant_type=client_credentials)\n"
            + command,
        command.replacing("curl ", with: "/usr/bin/curl "),
        command.replacing("\n", with: " 2>/dev/null\n"),
        command.replacing("\n", with: " 2>&1 | jq .\n"),
        command.replacing(" -d", with: " -o answer > log.txt \\\n  -d"),
        command.replacing("curl ", with: "curl --ssl-no-revoke --no-progress-meter --proto '=https' "),
        "I get a 400 with this:\n\n```json\n\(body)\n```\nAny idea?\n",
        "@host = https://api.mypurecloud.ie\n\n" + message,
        message + "\n> {%\n  client.log(response.status)\n%}\n",
        message + "\n###\nGET \(address)/{{id}}\nAuthorization: Bearer {{token}}\n",
        command + "curl \(address)/4711 \(headers)\n",
        "POST https://login.mypurecloud.ie/oauth/token\n\ngrant_type=client_credentials\n\n###\n" + message,
        body.replacing(",\"Flow.isUrgent\":true", with: "#if(${input.u}),\"Flow.isUrgent\":true #end"),
    ])
    func findsNothingInAGoodRequest(_ text: String) async throws {
        let run = try await lint(text)
        #expect(run.status == 0, "\(text)\n\(run.transcript)")
        #expect(!run.output.contains("error:") && !run.output.contains("warning:"), "\(text)\n\(run.transcript)")
    }

    @Test func takesABodyFromTheFileThatARequestNames() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.body.replacing("true", with: "\"yes\""), to: "body.json")
        let text = Self.message.replacing(Self.body, with: "< ./body.json")
        try project.folder.write(text, to: "launch.http")
        let run = await project.run("lint", "launch.http", "--flow", "workflow/Order Status")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("body.json:1:"), "\(run.transcript)")
    }

    @Test(arguments: [command + command, message + "\n###\n" + message, command + "&& " + command])
    func judgesEachOfSeveral(_ text: String) async throws {
        let right = try await lint(text)
        #expect(right.status == 0, "\(right.transcript)")
        #expect(right.output.contains("checked: 2 requests against workflow/Order Status"), "\(right.transcript)")
        let last = text.range(of: "true", options: .backwards)
        let wrong = try await lint(text.replacingCharacters(in: #require(last), with: "\"yes\""))
        #expect(wrong.status == 1, "\(wrong.transcript)")
        #expect(wrong.output.contains("The corrected request of request:"), "\(wrong.transcript)")
    }

    @Test func asksWhichOfSeveralAnAnswerIsAbout() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.command + Self.command, to: "request")
        try project.folder.write("{\"status\": 400, \"code\": \"bad.request\"}", to: "answer.json")
        let run = await project.run("lint", "request", "--response", "answer.json")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("The file has 2 requests that start flows"), "\(run.transcript)")
    }

    @Test func countsTheRequestsThatStartNoFlow() async throws {
        let token = "curl -X POST https://login.mypurecloud.ie/oauth/token -d grant_type=client_credentials\n"
        let mixed = try await lint(token + Self.command)
        #expect(mixed.status == 0, "\(mixed.transcript)")
        #expect(mixed.output.contains("; not checked: 1 request that starts no flow"), "\(mixed.transcript)")
        let none = try await lint(token)
        #expect(none.status == 0, "\(none.transcript)")
        #expect(none.output.contains("nothing to check: no request starts a flow"), "\(none.transcript)")
    }

    @Test(arguments: ["${input.attributes}", "{${input.attributes}}"])
    func leavesOpenWhatAPlaceholderMaySend(_ inputs: String) async throws {
        let run = try await lint("{\"flowId\":\"\(Self.id)\",\"inputData\":\(inputs)}", "--strict")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output.contains("a placeholder stands for inputs, so it is unknown whether"), "\(run.output)")
    }

    @Test(arguments: ["\"{{urgent}}\"", "\"${input.urgent}\"", "\"x{{urgent}}\""])
    func knowsThatAPlaceholderInQuotesIsAText(_ value: String) async throws {
        let run = try await lint(Self.body.replacing("true", with: value))
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("[payload-input-type]"), "\(run.output)")
        let corrected = try await lint(Self.body.replacing("true", with: value), "--fix")
        let again = try await lint(corrected.output)
        #expect(!again.output.contains("error:"), "\(corrected.output)\n\(again.output)")
    }

    @Test(arguments: ["--data-urlencode '\(body)'", "-F 'flowId=\(id)'"])
    func findsAFormUnderTheHeaderOfJSON(_ data: String) async throws {
        let run = try await lint("curl \(Self.address) \(Self.headers) \(data)\n")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("The request sends the body as the fields of a form"), "\(run.output)")
    }

    @Test(arguments: [
        "curl \(address) -H \"$AUTH\" -H 'Content-Type: application/json' -d '\(body)'\n",
        "curl \(address) -H \"${AUTH:-x: y}\" -H \"$TYPE\" -d '\(body)'\n",
        "curl \(address) -H @headers.txt -d '\(body)'\n",
        "curl \(address) -H \"$(cat header.txt)\" -d '\(body)'\n",
        "curl \(address) -H {{header}} -H '<your header>' -d '\(body)'\n",
        "curl -K genesys.conf \(address) -d '\(body)'\n",
        "curl --config genesys.conf \(address) -d '\(body)'\n",
        "wget --header=\"$AUTH\" --post-data='\(body)' \(address)\n",
        "http --session=genesys \(address) --raw '\(body)'\n",
        "http \(address) \"$AUTH\" --raw '\(body)'\n",
    ])
    func missesNoHeaderThatMayBeSent(_ text: String) async throws {
        let run = try await lint(text)
        #expect(run.status == 0, "\(text)\n\(run.transcript)")
        #expect(!run.output.contains("error:"), "\(text)\n\(run.transcript)")
        let known = try await lint(text.replacing(Self.address, with: "\(Self.address) -H 'Content-Type: text/plain'"))
        guard text.hasPrefix("curl") else { return }
        #expect(known.output.contains("Content-Type 'text/plain' is sent"), "\(text)\n\(known.transcript)")
    }

    @Test func saysThatCurlJoinsPartsOfABody() async throws {
        let parts = Self.body.replacing(",\"inputData\"", with: ",' -d '\"inputData\"")
        let run = try await lint("curl \(Self.address) \(Self.headers) -d '\(parts)'\n")
        #expect(run.output.contains("Curl joins the values of several -d options with '&'"), "\(run.transcript)")
        #expect(run.output.contains("drift: 1 error\n"), "\(run.transcript)")
    }

    @Test func saysThatTheShellOfWindowsTakesNoSingleQuotes() async throws {
        let text = Self.command.replacing(" -H", with: " ^\r\n  -H")
        let run = try await lint(text)
        let problem = "Cmd.exe, where '^' joins lines, treats single quotes as text"
        #expect(run.output.contains("request:3:6: error in prod: \(problem)"), "\(run.transcript)")
        #expect(run.output.contains("1 more at 3:42") && run.output.contains("drift: 1 error\n"), "\(run.transcript)")
    }

    @Test func readsACommandWithTheCaretsOfTheOtherShell() async throws {
        let text = #"""
            curl ^"https://api.mypurecloud.ie/api/v2/flows/executions^" ^
              -H ^"authorization: Bearer abc^" ^
              -H ^"content-type: application/json^" ^
              --data-raw ^"^{^\^"flowId^\^":^\^"0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21^\^",^

            ^\^"inputData^\^":^{^\^"Flow.orderNumber^\^":^\^"4711^\^",^\^"Flow.isUrgent^\^":true^}^}^"

            """#
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let run = try await lint(text)
            #expect(run.status == 0, "\(run.transcript)")
            let wrong = try await lint(text.replacing(":true", with: ":1"))
            #expect(wrong.output.contains("request:6:81: error"), "\(wrong.transcript)")
        }
    }

    @Test(arguments: ["curl \(address) \(headers) -d \"$BODY\"\n", "curl \(address) \(headers) -d @-\n"])
    func mendsNoBodyThatItHasNotSeen(_ text: String) async throws {
        let run = try await lint(text, "--fix")
        #expect(!run.output.contains("<flow id>"), "\(run.output)")
        #expect(run.errors.contains("flowdrift doesn't correct a request if"), "\(run.errors)")
    }

    @Test(arguments: [
        "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 400 Bad Request\r\n\r\n{\"code\":\"bad.request\",\"status\":400}",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 400\r\n\r\n{\"code\":\"bad.request\",\"message\":\"No.\"}",
    ])
    func takesTheLastHeadOfAnAnswer(_ answer: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.body, to: "request.json")
        try project.folder.write(answer, to: "answer.txt")
        let words = ["lint", "request.json", "--response", "answer.txt", "--flow", "workflow/Order Status"]
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.output.contains("400"), "\(run.transcript)")
    }

    @Test func survivesAFileNameThatIsNoText() async throws {
        let project = try await Project.inSync()
        let bytes = Array("POST /api/v2/flows/executions\n\n< ".utf8) + [UInt8](repeating: 0xFF, count: 6)
        try Data(bytes).write(to: URL(filePath: project.folder.path + "/a.http"))
        #expect(await project.run("lint", "a.http").status == 2)
    }

    @Test func findsALaunchBehindAScript() async throws {
        let run = try await lint(Self.message + "\n### again\n< {%\n  x()\n%}\n" + Self.message)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 2 requests"), "\(run.output)")
    }
}
