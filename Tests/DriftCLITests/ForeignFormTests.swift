import Foundation
import TestSupport
import Testing

/// If a text isn't a supported request, one sentence says what the text is and what to use instead.
struct ForeignFormTests {
    private static let address = "https://api.mypurecloud.ie/api/v2/flows/executions"

    private func lint(_ bytes: [UInt8]) async throws -> CommandRun {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(filePath: folder.path + "/request"))
        return await CommandRun("lint", "request", in: folder)
    }

    @Test(arguments: [
        (
            "const r = await fetch('\(address)', { method: 'POST', body: JSON.stringify({ flowId: id }) });\n",
            "JavaScript"
        ),
        ("import requests\nrequests.post('\(address)', json={'flowId': FLOW, 'inputData': {}})\n", "Python"),
        (
            "$b = @{ flowId = 'x' } | ConvertTo-Json\nInvoke-RestMethod -Uri '\(address)' -Method Post -Body $b\n",
            "PowerShell"
        ),
        (
            "$t = (Invoke-RestMethod -Uri https://login.mypurecloud.ie/oauth/token).access_token\n"
                + "curl.exe https://example.org/x\nInvoke-WebRequest '\(address)' -Body '{}'\n",
            "PowerShell"
        ),
        ("var c = new HttpClient();\nawait c.PostAsync(\"\(address)\", new StringContent(json));\n", "C#"),
        ("Dim c As New HttpClient()\nc.PostAsync(\"\(address)\", New StringContent(json))\n", "Visual Basic"),
        ("final r = await http.post(Uri.parse('\(address)'), body: jsonEncode(map));\n", "Dart"),
        ("HttpRequest req = new HttpRequest();\nreq.setEndpoint('\(address)');\nreq.setMethod('POST');\n", "Apex"),
        ("OkHttpClient c = new OkHttpClient();\nRequest r = new Request.Builder().url(\"\(address)\");\n", "Java"),
        ("HttpRequest.newBuilder().uri(URI.create(\"\(address)\")).POST(BodyPublishers.ofString(b));\n", "Java"),
        ("package main\nreq, err := http.NewRequest(\"POST\", \"\(address)\", body)\n", "Go"),
        ("require 'net/http'\nNet::HTTP.post(URI('\(address)'), { flowId: id }.to_json)\n", "Ruby"),
        ("<?php\n$c = curl_init('\(address)');\ncurl_setopt($c, CURLOPT_POST, 1);\n", "PHP"),
        ("resource \"genesyscloud_integration_action\" \"a\" {\n  config_request {\n  }\n}\n", "Terraform's language"),
        ("trigger: main\nsteps:\n  - task: Bash@3\n    inputs:\n      targetType: inline\n", "YAML"),
        ("url = \"\(address)\"\nrequest = \"POST\"\ndata = \"{}\"\n", "a configuration file of curl"),
        ("<!DOCTYPE html>\n<html></html>\n", "HTML"),
        ("HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"code\":\"bad.request\"}\n", "--response"),
        ("{\"code\":\"bad.request\",\"message\":\"No\",\"status\":400,\"contextId\":\"x\"}", "--response"),
        ("{\"id\":\"x\",\"dateLaunched\":\"2026-01-01\",\"status\":\"FAILED\"}", "an API answer about a launch"),
        ("{\"format_version\":\"1.2\",\"planned_values\":{}}", "`flowdrift plan`"),
        ("{\"openapi\":\"3.0.0\",\"paths\":{}}", "OpenAPI"),
        ("{\"name\":\"Left\",\"topicName\":\"v2.x\",\"target\":{\"type\":\"Workflow\",\"id\":\"x\"}}", "is a trigger"),
        (
            "{\"info\":{\"name\":\"x\"},\"item\":[{\"request\":{\"url\":\"\(address)\"",
            "Postman collection has invalid JSON"
        ),
        ("My flow does not start. What can I do?\n", "not a request in a form that lint reads"),
    ])
    func namesWhatItIs(_ text: String, _ phrase: String) async throws {
        let run = try await lint(Array(text.utf8))
        #expect(run.status == 2, "\(text)\n\(run.transcript)")
        #expect(run.errors.contains(phrase) && run.errors.contains("; "), "\(text)\n\(run.transcript)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(text)\n\(run.transcript)")
        #expect(!run.output.contains("error:"), "\(text)\n\(run.transcript)")
    }

    @Test(
        arguments: [[0x89, 0x50, 0x4E, 0x47, 0, 1, 2], [0xFF, 0xD8, 0xFF, 0xE0, 0, 1], [1, 0, 2, 0, 3]] as [[UInt8]]
    )
    func namesAFileThatIsNoText(_ bytes: [UInt8]) async throws {
        let run = try await lint(bytes)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("copy the request out of the file as text"), "\(run.transcript)")
    }

    @Test(
        arguments: [
            ("", "is empty"), (" \n\t\r\n", "is empty"), ("\u{FEFF}", "is empty"), ("\u{A0}\u{200B}\n", "is empty"),
            ("// the body follows\n/* {\"flowId\": 1} */\n", "contains only comments"),
            ("/* open", "contains only comments"),
            ("#!/bin/sh\n# curl -X POST \(address)", "contains only comments"),
            ("<!-- none -->\n", "contains only comments"),
            ("### \n## of a template\n#* {} *#", "contains only comments"),
            ("{\"log\":{\"entries\":[]}}", "The HAR file contains no request"),
            ("{\"info\":{\"name\":\"x\"},\"item\":[]}", "The Postman collection contains no request"),
            ("# Today\n\nNothing was sent.\n", "not a request in a form that lint reads"),
            ("```json\n```\n", "not a request in a form that lint reads"),
        ]
    )
    func saysThatNothingIsToBeRead(_ text: String, _ phrase: String) async throws {
        let piped = await CommandRun(["lint", "-"], in: try TemporaryFolder().path, input: text)
        let runs = [try await lint(Array(text.utf8)), piped]
        for (run, name) in zip(runs, ["request", "standard input"]) {
            #expect(run.status == 2, "\(text)\n\(run.transcript)")
            #expect(run.errors.hasPrefix("error: \(name)") && run.errors.contains(phrase), "\(text)\n\(run.transcript)")
            #expect(
                run.errors.contains("; give lint ") || run.errors.contains("; export the file again"),
                "\(run.transcript)"
            )
            #expect(run.errors.split(separator: "\n").count == 1, "\(text)\n\(run.transcript)")
            #expect(!run.output.contains("corrected request"), "\(text)\n\(run.transcript)")
        }
    }

    @Test(arguments: [
        "#set($id = 1)\n{\"flowId\": \"$id\"}", "#{body}", "// the body\n{}", "<body>",
        "# of a shell\ncurl '\(address)'",
    ])
    func readsWhatFollowsAComment(_ text: String) async throws {
        let run = try await lint(Array(text.utf8))
        #expect(!run.errors.contains("The file"), "\(text)\n\(run.transcript)")
    }

    @Test(arguments: [
        "{\"info\":{\"name\":\"x\"},\"item\":[{\"request\":{\"method\":\"GET\",\"header\":[],\"url\":\"https://api.mypurecloud.ie/x\"}}]}",
        "{\"config\":{\"request\":{\"requestUrlTemplate\":\"https://hr.example.org/a\",\"requestType\":\"GET\",\"requestTemplate\":\"${input.rawRequest}\"}}}",
        "curl \(address)/4711 -H 'Authorization: Bearer x'\n",
        "### me\nGET https://api.mypurecloud.ie/api/v2/users/me\nAuthorization: Bearer x\n",
        "curl https://api.mypurecloud.ie/api/v2/users/me -H 'Authorization: Bearer x'\n",
    ])
    func saysThatNothingIsLaunched(_ text: String) async throws {
        let run = try await lint(Array(text.utf8))
        #expect(run.status == 0, "\(text)\n\(run.transcript)")
        #expect(run.output.contains("nothing to check: no request starts a flow"), "\(text)\n\(run.transcript)")
        #expect(run.output.contains("not checked: "), "\(text)\n\(run.transcript)")
    }
}
