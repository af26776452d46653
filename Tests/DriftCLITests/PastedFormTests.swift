import Foundation
import TestSupport
import Testing

/// A launch in each form in which people paste launches: once correct, and once with an input of the wrong type.
struct PastedFormTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"
    private static let headers = "-H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
    private static let body = #"{"flowId":"\#(id)","inputData":{"Flow.orderNumber":"4711","Flow.isUrgent":true}}"#
    private static let inJSON = body.replacing("\"", with: "\\\"")

    private func lint(_ text: String, _ words: String...) async throws -> CommandRun {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "request")
        return await CommandRun(
            ["lint", "request", "--flow", "workflow/Order Status"] + words,
            in: project.folder.path
        )
    }

    private static let commands = [
        "BODY='\(body)'\nHOST=api.mypurecloud.ie\ncurl \"https://$HOST/api/v2/flows/executions\" \(headers) -d \"${BODY}\"\n",
        "R=$(curl -s \(address) \(headers) -d '\(body)')\necho \"$R\"\n",
        "if ! (curl -s \(address) \(headers) -d '\(body)'); then exit 1; fi\n",
        "[me@host ~]$ curl \(address) \(headers) -d '\(body)'\n",
        "$ curl \(address) \(headers) -d '\(body)'\n",
        "curl \(address) \(headers) -d \"$(cat <<EOF\n\(body)\nEOF\n)\"\n",
        "cat > body.json <<'EOF'\n\(body)\nEOF\ncurl \(address) \(headers) -d @body.json\n",
        "cat <<EOF | curl \(address) \(headers) -d @-\n\(body)\nEOF\n",
        "echo '\(body)' | curl \(address) \(headers) -d @-\n",
        "read -r -d '' BODY <<EOF\n\(body)\nEOF\ncurl \(address) \(headers) -d \"$BODY\"\n",
        "docker run img sh -c \"curl \(address) -H 'Authorization: Bearer x' -H 'Content-Type: application/json' "
            + "-d '\(inJSON)'\"\n",
        "jobs:\n  - run: |\n      curl \(address) \\\n        \(headers) \\\n        -d '\(body)'\n",
        "curl -s https://login.mypurecloud.ie/oauth/token -d a=b --next \(address) \(headers) -d '\(body)'\n",
        "wget -qO- --method=POST --header='Content-Type: application/json' --header \"Authorization: Bearer $T\" "
            + "--body-data '\(body)' \(address)\n",
        "http POST \(address) Authorization:\"Bearer $T\" --raw '\(body)'\n",
        "http -A bearer -a \"$T\" \(address) flowId=\(id) inputData:='{\"Flow.orderNumber\":\"4711\",\"Flow.isUrgent\":true}'\n",
        "http \(address) Authorization:\"Bearer $T\" flowId=\(id) inputData[Flow.orderNumber]=4711 "
            + "'inputData[Flow.isUrgent]:=true'\n",
        "$body = '\(inJSON)'\ncurl.exe \(address) -H \"Authorization: Bearer $env:T\" -H 'Content-Type: application/json' -d $body\n",
        "sh '''curl -X POST \(address) \(headers) -d '\(body)' '''\n",
        "options=(-s -S)\ncurl \"${options[@]}\" $MORE \(address) \(headers) -d '\(body)'\n",
        "$body = @'\n\(body)\n'@\n$body | curl.exe \(address) -H \"Authorization: Bearer $env:T\" "
            + "-H 'Content-Type: application/json' --data-binary '@-'\n",
    ]

    private static let texts = [
        "\(body)\n\(body.replacing(":true", with: ":false"))\n",
        "\u{FEFF}\(body)\r\n\(body.replacing(":true", with: ":false"))\r\n",
        "{\"time\":\"10:42\",\"body\":\(body)}\n{\"time\":\"10:43\",\"level\":\"error\",\"status\":400}\n",
        "{\"time\":\"10:41\"}\n{\"time\":\"10:42\",\"sent\":\"\(inJSON)\"}\n",
        "# Launch\n\n```\nPOST /api/v2/flows/executions\n\(body)\n```\n",
        "Send\n\n```http\nPOST /api/v2/flows/executions\n```\n\nwith\n\n~~~json\n\(body)\n~~~\n",
        "> I send this:\n>\n> ```\n\(body)\n> ```\n",
        "2026-01-09 12:00:01 INFO launch at /flows/executions with \(body)\n2026-01-09 12:00:02 ERROR 400\n",
        "post {\n  url: \(address)\n  body: json\n}\n\nbody:json {\n  \(body)\n}\n",
        "\"\"\"\n\(body)\n\"\"\"\n",
        "We POST to /flows/executions this:\n\n\(body)\n\nLet me know what's wrong.\n",
        "Hi, we do\n\nPOST \(address)\nAuthorization: Bearer x\nContent-Type: application/json\n\n\(body)\n\nAny idea?\n",
        "@host = https://api.mypurecloud.ie\n###\nGET {{host}}/api/v2/users/me\n\n### launch\n"
            + "POST {{host}}/api/v2/flows/executions\nAuthorization: Bearer {{t}}\nContent-Type: application/json\n\n\(body)\n",
    ]

    private static let collections = [
        #"{"log":{"entries":[{"request":{"method":"POST","url":"\#(address)","headers":[{"name":"content-type","value":"application/json"}],"postData":{"mimeType":"application/json","text":"\#(inJSON)"}},"response":{"status":200,"content":{"text":"{}"}}}]}}"#,
        #"{"info":{"name":"V"},"variable":[{"key":"id","value":"\#(id)"}],"auth":{"type":"bearer","bearer":[{"key":"token","value":""}]},"item":[{"item":[{"request":{"method":"POST","header":[],"body":{"mode":"raw","raw":"\#(inJSON.replacing(id, with: "{{id}}"))","options":{"raw":{"language":"json"}}},"url":{"raw":"\#(address)"}},"response":[{"originalRequest":{"method":"POST","url":"\#(address)","body":{"mode":"raw","raw":"{"}}}]}]}]}"#,
        #"{"_type":"export","resources":[{"_type":"environment","data":{"base":"https://api.mypurecloud.ie"}},{"_type":"request","method":"POST","url":"{{ _.base }}/api/v2/flows/executions","headers":[],"authentication":{"type":"bearer","token":"{{ _.t }}"},"body":{"mimeType":"application/json","text":"\#(inJSON)"}}]}"#,
        #"{"nodes":[{"parameters":{"method":"POST","url":"\#(address)","sendBody":true,"specifyBody":"json","jsonBody":"=\#(inJSON)"}}],"connections":{}}"#,
        #"{"actions":{"HTTP":{"inputs":{"method":"POST","uri":"\#(address)","headers":{"Content-Type":"application/json"},"body":\#(body)}}}}"#,
        #"[{"requests":[{"endpoint":"\#(address)","method":"POST","headers":[],"auth":{"authType":"bearer","token":"<<t>>"},"body":{"contentType":"application/json","body":"\#(inJSON)"}}]}]"#,
    ]

    @Test(arguments: commands + texts + collections)
    func findsTheFaultOfAnInputAndNothingElse(_ text: String) async throws {
        let right = try await lint(text)
        #expect(right.status == 0, "\(text)\n\(right.transcript)")
        #expect(!right.output.contains("error:") && !right.output.contains("warning:"), "\(text)\n\(right.transcript)")
        let wrong = try await lint(text.replacing(":true", with: ":1").replacing(":=true", with: ":=1"))
        #expect(wrong.status == 1, "\(text)\n\(wrong.transcript)")
        #expect(wrong.output.contains("[payload-input-type]"), "\(text)\n\(wrong.transcript)")
        #expect(wrong.output.contains("drift: 1 error\n"), "\(text)\n\(wrong.transcript)")
    }

    @Test func leavesOpenARequestWhoseAddressAndBodyAreUnknown() async throws {
        let run = try await lint(
            #"{"info":{"name":"V"},"item":[{"request":{"method":"POST","header":[],"body":{"mode":"raw","raw":"{{b}}"},"url":"{{u}}"}}]}"#
        )
        #expect(run.output.contains("a placeholder stands for the whole body"), "\(run.transcript)")
        #expect(!run.output.contains("error"), "\(run.transcript)")
    }

    @Test func reportsTheFieldsOfAForm() async throws {
        let body = #""mode":"urlencoded","urlencoded":[{"key":"flowId","value":"\#(Self.id)"}]"#
        let run = try await lint(
            #"{"info":{"name":"V"},"item":[{"request":{"method":"POST","header":[],"body":{\#(body)},"url":"\#(Self.address)"}}]}"#
        )
        #expect(run.status == 1, "\(run.transcript)")
        #expect(
            run.output.contains("The request sends the body as the fields of a form; the API requires JSON"),
            "\(run.transcript)"
        )
    }

    @Test func pointsIntoABodyInsideAString() async throws {
        let run = try await lint(Self.collections[0].replacing(":true", with: ":1"))
        let offset = Self.collections[0].range(of: ":true")?.lowerBound.utf16Offset(in: Self.collections[0])
        #expect(run.output.contains("request:1:\(try #require(offset) + 2): error"), "\(run.output)")
    }

    @Test func takesTheAnswerThatARecordingHolds() async throws {
        let answer = #"{\"code\":\"bad.request\",\"message\":\"Failed to parse request body\",\"status\":400}"#
        let text = Self.collections[0].replacing(
            #""status":200,"content":{"text":"{}"}"#,
            with: #""status":400,"content":{"text":"\#(answer)"}"#
        )
        let run = try await lint(text)
        #expect(run.output.contains("The answer is 400 'bad.request'"), "\(run.transcript)")
    }

    @Test func takesTheAnswerInTheNextBlock() async throws {
        let run = try await lint("```\n\(Self.commands[1])```\n\n```\n{\"code\":\"bad.request\",\"status\":400}\n```\n")
        #expect(run.output.contains("The answer is 400 'bad.request'"), "\(run.transcript)")
    }

    @Test func showsNoTokenOfACollection() async throws {
        let token = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.abc123DEF456ghi789"
        let text = Self.collections[1].replacing("\"value\":\"\"", with: "\"value\":\"\(token)\"").replacing(
            ":true",
            with: ":1"
        )
        for report in ["text", "json", "sarif", "html"] {
            #expect(try await !lint(text, "--report", report).transcript.contains(token))
        }
        #expect(try await !lint(text, "--fix").transcript.contains(token))
    }

    @Test(arguments: [
        #"curl.exe ADDRESS -H "Authorization: Bearer $env:T" -H 'Content-Type: application/json' -d 'BODY'"#,
        "$b = @'\nBODY\n'@\ncurl.exe ADDRESS -H \"Authorization: Bearer $env:T\" -H 'Content-Type: application/json' -d $b",
    ])
    func knowsThatPowerShellLosesQuotes(_ text: String) async throws {
        let text = text.replacing("ADDRESS", with: Self.address).replacing("BODY", with: Self.body)
        let run = try await lint(text)
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("drop the double quotes inside an argument"), "\(run.transcript)")
        let newer = try await lint(text.replacing("curl.exe", with: "curl"))
        #expect(newer.status == 0, "\(newer.transcript)")
    }

    @Test func warnsOfAVariableThatAShellCuts() async throws {
        let body = Self.body.replacing(",", with: ", ")
        let run = try await lint("B='\(body)'\ncurl \(Self.address) \(Self.headers) -d $B\n")
        #expect(run.output.contains("The variable is not in quotes"), "\(run.transcript)")
    }

    @Test func leavesOpenWhichInputsAPlaceholderNames() async throws {
        let run = try await lint("{\"flowId\": \"{{id}}\", \"inputData\": {\"{{name}}\": \"{{value}}\"}}")
        #expect(run.output.contains("a placeholder stands for inputs"), "\(run.transcript)")
        #expect(!run.output.contains("does not send it"), "\(run.transcript)")
    }

    @Test func judgesByTheFlowThatEachLaunchTells() async throws {
        let other = Self.body.replacing(Self.id, with: "{{other}}")
        let text =
            "curl \(Self.address) \(Self.headers) -d '\(Self.body)'\ncurl \(Self.address) \(Self.headers) -d '\(other)'\n"
        let run = try await lint(text)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("checked: 2 requests against workflow/Order Status"), "\(run.transcript)")
    }
}
