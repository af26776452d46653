import TestSupport
import Testing

/// `check` compares the sources that a contract names under `code` with the contract.
struct CodeMentionTests {
    /// The same launch in each language, with an input's name to fill in and the flow's id from elsewhere.
    static let sources: [(file: String, text: @Sendable (String) -> String)] = [
        (
            "ask.js",
            {
                "export const ask = (o) => fetch(url + '/api/v2/flows/executions', {\n  method: 'POST', body: JSON.stringify({ flowId, inputData: { '\($0)': o, 'Flow.isUrgent': true } }) });\n"
            }
        ),
        (
            "ask.ts",
            {
                "const body: Body = { flowId, inputData: { '\($0)': o, \"Flow.isUrgent\": true } };\nawait new ArchitectApi().postFlowsExecutions(body);\n"
            }
        ),
        (
            "Ask.jsx",
            {
                "export const Ask = ({ o }) => <Button onClick={() => api.postFlowsExecutions({ flowId, inputData: { '\($0)': o, 'Flow.isUrgent': true } })}>Ask</Button>;\n"
            }
        ),
        (
            "ask.py",
            {
                "body = {'flowId': flow_id, 'inputData': {'\($0)': o, 'Flow.isUrgent': True}}\napi.post_flows_executions(body)\n"
            }
        ),
        (
            "Ask.cs",
            {
                "var body = new FlowExecutionLaunchRequest { FlowId = id, InputData = new Dictionary<string, object> { [\"\($0)\"] = o, [\"Flow.isUrgent\"] = true } };\nawait api.PostFlowsExecutionsAsync(body);\n"
            }
        ),
        (
            "Ask.java",
            {
                "class Ask { void ask() { api.postFlowsExecutions(new FlowExecutionLaunchRequest().flowId(id).inputData(Map.of(\"\($0)\", o, \"Flow.isUrgent\", true))); } }\n"
            }
        ),
        (
            "Ask.kt",
            {
                "fun ask() = api.postFlowsExecutions(FlowExecutionLaunchRequest().flowId(id).inputData(mapOf(\"\($0)\" to o, \"Flow.isUrgent\" to true)))\n"
            }
        ),
        (
            "ask.go",
            {
                "func ask() { body := platformclientv2.Flowexecutionlaunchrequest{FlowId: &id, InputData: &map[string]interface{}{\"\($0)\": o, \"Flow.isUrgent\": true}}\napi.PostFlowsExecutions(body) }\n"
            }
        ),
        (
            "ask.rb",
            {
                "body = { 'flowId' => id, 'inputData' => { '\($0)' => o, 'Flow.isUrgent' => true } }\nhttp.post('/api/v2/flows/executions', body.to_json)\n"
            }
        ),
        (
            "ask.php",
            {
                "<?php\n$body = ['flowId' => $id, 'inputData' => ['\($0)' => $o, 'Flow.isUrgent' => true]];\n$http->post('/api/v2/flows/executions', ['json' => $body]);\n"
            }
        ),
        (
            "ask.ps1",
            {
                "$body = @{ flowId = $id; inputData = @{ '\($0)' = $o; 'Flow.isUrgent' = $true } } | ConvertTo-Json\nInvoke-RestMethod -Uri \"$base/api/v2/flows/executions\" -Method Post -Body $body\n"
            }
        ),
        (
            "Ask.swift",
            {
                "let body: [String: Any] = [\"flowId\": id, \"inputData\": [\"\($0)\": o, \"Flow.isUrgent\": true]]\npost(\"/api/v2/flows/executions\", body)\n"
            }
        ),
        (
            "Ask.cls",
            {
                "public class Ask { void ask() { req.setEndpoint(base + '/api/v2/flows/executions'); Map<String, Object> d = new Map<String, Object>{ '\($0)' => o, 'Flow.isUrgent' => true }; } }\n"
            }
        ),
        (
            "ask.sh",
            {
                "curl -X POST \"$BASE/api/v2/flows/executions\" -d '{\"flowId\": \"'$ID'\", \"inputData\": {\"\($0)\": \"1\", \"Flow.isUrgent\": true}}'\n"
            }
        ),
        (
            "ask.tf",
            {
                "resource \"http_call\" \"ask\" {\n  url  = \"/api/v2/flows/executions\"\n  body = jsonencode({ flowId = var.id, inputData = { \"\($0)\" = var.o, \"Flow.isUrgent\" = true } })\n}\n"
            }
        ),
        (
            "Ask.vue",
            {
                "<template><b/></template>\n<script>\nexport const ask = o => post('/api/v2/flows/executions', { flowId, inputData: { '\($0)': o, 'Flow.isUrgent': true } })\n</script>\n"
            }
        ),
        (
            "Ask.svelte",
            {
                "<script>\nconst ask = o => post('/api/v2/flows/executions', { flowId, inputData: { '\($0)': o, 'Flow.isUrgent': true } })\n</script>\n"
            }
        ),
        (
            "ask.yaml",
            {
                "url: /api/v2/flows/executions\nbody:\n  flowId: \"{{ id }}\"\n  inputData:\n    \($0): o\n    Flow.isUrgent: true\n"
            }
        ),
        (
            "ask.json",
            {
                "{\"url\": \"/api/v2/flows/executions\", \"body\": {\"flowId\": \"x\", \"inputData\": {\"\($0)\": 1, \"Flow.isUrgent\": true}}}\n"
            }
        ),
    ]

    private static func project(_ file: String, _ text: String) async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "src/" + file)
        try project.folder.write(Project.contract + "code: [ ../src ]\n", to: "specs/order-status.yaml")
        return project
    }

    @Test(arguments: sources.map(\.file))
    func noticesARenameInTheSource(_ file: String) async throws {
        let source = try #require(Self.sources.first { $0.file == file })
        let project = try await Self.project(file, source.text("Flow.orderNumber"))
        let before = await project.run("check", "--fail-on", "warning")
        #expect(before.status == 0, "\(before.transcript)")
        #expect(
            before.output.contains("code: 1 of 1 contract compared (1 mentioned), 2 of 2 inputs\n"),
            "\(before.transcript)"
        )
        try project.folder.write(source.text("Flow.orderNo"), to: "src/" + file)
        let after = await project.run("check")
        #expect(after.status == 0)
        #expect(
            after.output.contains(
                "warning: The code mentions input 'Flow.orderNo'; the contract does not list it, did you mean "
                    + "'Flow.orderNumber'? [code-input-undeclared]"
            ),
            "\(after.transcript)"
        )
        #expect(await project.run("check", "--fail-on", "warning").status == 1)
    }

    @Test func saysThatAFileIsMissing() async throws {
        let project = try await Self.project("ask.py", "")
        try project.folder.write(Project.contract + "code: [ ../lib/*.py ]\n", to: "specs/order-status.yaml")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "specs/order-status.yaml:10:9: No file matches '../lib/*.py'; list the source files that start the flow, "
                    + "with paths relative to the contract"
            ),
            "\(run.transcript)"
        )
    }

    @Test func comparesFilesOfTwoContractsWithBoth() async throws {
        let text = "api.post_flows_executions({'flowId': a, 'inputData': {'Flow.orderNumber': 1, 'Flow.reason': 2}})\n"
        let project = try await Self.project("ask.py", text)
        let other =
            "flowdrift: 1\ncontract: order-return\nflow: workflow/Order Status\n"
            + "launch: { inputs: { Flow.reason: { type: string, sent: never } } }\ncode: [ ../src ]\n"
        try project.folder.write(other, to: "specs/order-return.yaml")
        let run = await project.run("check", "--verbose")
        #expect(!run.output.contains("mentions input 'Flow.orderNumber'"), "\(run.transcript)")
        #expect(
            run.output.contains("mentions input 'Flow.reason'; the contract says that it is never sent"),
            "\(run.transcript)"
        )
    }

    @Test func leavesTestsAndMocksAlone() async throws {
        let good =
            "api.post_flows_executions({'flowId': a, 'inputData': {'Flow.orderNumber': 1, 'Flow.isUrgent': True}})\n"
        let project = try await Self.project("ask.py", good)
        try project.folder.write(good.replacing("orderNumber", with: "wrong"), to: "src/tests/test_ask.py")
        let run = await project.run("check", "--fail-on", "note")
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test func readsTheSourcesOfARevision() async throws {
        let good =
            "api.post_flows_executions({'flowId': a, 'inputData': {'Flow.orderNumber': 1, 'Flow.isUrgent': True}})\n"
        let project = try await Self.project("ask.py", good.replacing("orderNumber", with: "orderNo"))
        try GitRepository(project.folder.path).commit("Wrong")
        try project.folder.write(good, to: "src/ask.py")
        try project.folder.write("flowdrift: 1\nseverity: { code-input-undeclared: error }\n", to: "flowdrift.yaml")
        let now = await project.run("gate", "--environment", "prod")
        #expect(now.status == 0, "\(now.transcript)")
        let then = await project.run("gate", "--environment", "prod", "--contracts-from", "git:HEAD")
        #expect(then.status == 1 && then.output.contains("Flow.orderNo"), "\(then.transcript)")
    }
}
