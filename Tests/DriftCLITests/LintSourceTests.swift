import TestSupport
import Testing

/// `flowdrift lint` checks a body that is a literal in source code, and gives its places in the source.
struct LintSourceTests {
    private static func run(_ text: String, _ file: String, _ more: String...) async throws -> CommandRun {
        let project = try await Project.inSync()
        try project.folder.write(text, to: file)
        return await CommandRun(["lint", file, "--flow", "workflow/Order Status"] + more, in: project.folder.path)
    }

    @Test(
        arguments: CodeMentionTests.sources.map(\.file).filter {
            !["Ask.cls", "ask.sh", "ask.yaml", "ask.json"].contains($0)
        }
    )
    func namesTheWrongInputInItsPlace(_ file: String) async throws {
        let source = try #require(CodeMentionTests.sources.first { $0.file == file })
        let text = source.text("Flow.orderNo")
        let run = try await Self.run(text, file)
        let before = try #require(text.split(separator: "Flow.orderNo").first)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(file):\(lines.count):\((lines.last?.count ?? 0) + 1)"
        // Where the name is quoted, the place is that of the quote.
        let quote = "\(file):\(lines.count):\(lines.last?.count ?? 0)"
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("did you mean 'Flow.orderNumber'? [payload-input-undeclared]"), "\(run.transcript)")
        #expect(
            run.output.contains("  \(place): ") || run.output.contains("  \(quote): "),
            "\(place)\n\(run.transcript)"
        )
        // What a person wrote would be lost.
        #expect(!run.output.contains("corrected"), "\(run.transcript)")
    }

    @Test func saysWhatIsReadAsTheBody() async throws {
        let run = try await Self.run(
            "fetch('/api/v2/flows/executions', { method: 'POST', body: JSON.stringify({ flowId: ID, inputData: { 'Flow.orderNumber': `${a}-1`, 'Flow.isUrgent': !!b } }) })\n",
            "ask.js"
        )
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.errors
                == "notice: ask.js: the request's body is read from code (JavaScript object); the values of expressions "
                + "in the code are unknown\n"
        )
    }

    @Test func judgesTheTypesOfLiterals() async throws {
        let run = try await Self.run(
            "body = {'flowId': f, 'inputData': {'Flow.orderNumber': 7, 'Flow.isUrgent': None}}\nc.post_flows_executions(body)\n",
            "ask.py"
        )
        #expect(run.output.contains("ask.py:1:56: "), "\(run.transcript)")
        #expect(run.output.contains("[payload-input-type]"), "\(run.transcript)")
    }

    @Test func namesTheWayWhereCodePutsTheBodyTogether() async throws {
        let run = try await Self.run(
            "def ask(body):\n    return requests.post(base + '/api/v2/flows/executions', json=body)\n",
            "ask.py"
        )
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "ask.py:2:33: The Python code builds the body of its launch at run time, so lint can't read the body; "
                    + "run the code's tests with `flowdrift stub --run`, which checks each launch, or give lint the "
                    + "request that the code sends\n"
            ),
            "\(run.transcript)"
        )
    }

    @Test(arguments: ["body['inputData']['Flow.more'] = 1", "body['inputData'].update(more)", "x = 1"])
    func keepsInputsOpenThatCodeAddsLater(_ line: String) async throws {
        let run = try await Self.run(
            """
            def ask(o):
                body = {'flowId': f, 'inputData': {'Flow.isUrgent': True}}
                \(line)
                c.post_flows_executions(body)

            """,
            "ask.py",
            "--strict"
        )
        let isOpen = line != "x = 1"
        #expect(run.output.contains("it is unknown whether 'Flow.orderNumber' is sent") == isOpen, "\(run.transcript)")
        #expect(run.output.contains("payload-input-not-sent") != isOpen, "\(run.transcript)")
    }

    @Test func readsEachOfSeveralLaunches() async throws {
        let launch = "c.post_flows_executions({'flowId': 'x', 'inputData': {'Flow.orderNo': 1}})\n"
        let project = try await Project.inSync()
        try project.folder.write(launch + launch, to: "ask.py")
        let run = await project.run("lint", "ask.py")
        #expect(run.errors.contains("2 request bodies are read from code (the first: Python dict"), "\(run.transcript)")
        #expect(run.output.contains("ask.py:1:") && run.output.contains("ask.py:2:"), "\(run.transcript)")
    }
}
