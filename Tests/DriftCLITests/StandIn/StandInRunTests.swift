import Foundation
import TestSupport
import Testing

@testable import DriftCLI

/// `stub --run`, with the real program and real commands.
struct StandInRunTests {
    private static let recorded = OrderFlow.line(#""Flow.orderNumber": "string""#)

    /// A script for bash that launches the flow with some inputs and perhaps a header, and prints the answer's status.
    private static let launcher = #"""
        launch() {
            body='{"flowId": "\#(OrderFlow.id)", "inputData": {'$1'}}'
            exec 9<>"/dev/tcp/$FLOWDRIFT_STUB_HOST/$FLOWDRIFT_STUB_PORT"
            printf 'POST /api/v2/flows/executions HTTP/1.1\r\nHost: stub\r\nAuthorization: Bearer x\r\n' >&9
            printf 'Content-Type: application/json\r\nContent-Length: %d\r\n%s\r\n\r\n%s' ${#body} "${2:-X-No: 1}" "$body" >&9
            read -r _ status _ <&9
            exec 9>&-
            echo "answer $status"
        }
        good='"Flow.orderNumber": "A-1"'
        bad='"Flow.orderNumbr": "A-1"'

        """#

    /// Runs a script as the command of `stub --run`; its output ends with the exit status.
    private func run(
        _ script: String,
        _ options: String...,
        in folder: TemporaryFolder? = nil
    ) async throws -> (output: String, folder: TemporaryFolder) {
        let folder = try folder ?? ServedStub.folder()
        try folder.write(Self.launcher + script, to: "script.sh")
        let words =
            ["flowdrift", "stub", "--from", "exports", "--record-launches", "l.ndjson"] + options
            + ["--run", "--", "bash", "script.sh"]
        let (output, status) = try await BuiltProgram.run(words, in: folder)
        return (output + "status \(status)\n", folder)
    }

    @Test func endsWithTheStatusOfItsCommand() async throws {
        let (output, folder) = try await run("launch \"$good\"; exit 7")
        #expect(output.hasSuffix("answer 200\nl.ndjson: 1 distinct launch recorded\nstatus 7\n"))
        #expect(folder.read("l.ndjson") == Self.recorded)
        #expect(try folder.tree().keys.filter { $0.contains("journal") }.isEmpty)
    }

    @Test func namesItsAddressInVariables() async throws {
        let (output, _) = try await run(
            """
            [ "$FLOWDRIFT_STUB_URL" = "http://127.0.0.1:$FLOWDRIFT_STUB_PORT" ] && echo "$FLOWDRIFT_STUB_HOST"
            echo "$NO_PROXY $no_proxy"
            """
        )
        #expect(output.contains("listening on http://127.0.0.1:"))
        #expect(output.contains("\n127.0.0.1\n127.0.0.1 127.0.0.1\n"))
        #expect(output.hasSuffix("status 0\n"))
    }

    @Test func leavesStandardOutputToItsCommand() async throws {
        let folder = try ServedStub.folder()
        let words = ["sh", "-c", "flowdrift stub --from exports --run -- echo hello 2>errors"]
        let (output, status) = try await BuiltProgram.run(words, in: folder)
        #expect(output == "hello\n" && status == 0)
        #expect(
            folder.read("errors")?.contains(" serves 1 flow and 0 triggers from exports\nlistening on http://") == true
        )
    }

    @Test func failsForALaunchThatWasRefused() async throws {
        let (output, folder) = try await run("launch \"$bad\"; launch \"$bad\"; launch \"$good\"")
        #expect(
            output.hasSuffix(
                """
                answer 400
                answer 400
                answer 200
                l.ndjson: 2 distinct launches recorded
                error: 2 launches were refused, which no test expected:
                  2 launches of 'workflow/Order Status': Input 'Flow.orderNumbr' is not declared by \
                'workflow/Order Status'; did you mean 'Flow.orderNumber'? [payload-input-undeclared]
                    fix: send 'Flow.orderNumber'
                status 1

                """
            ),
            "\(output)"
        )
        #expect(folder.read("l.ndjson")?.split(separator: "\n").count == 2)
    }

    @Test(arguments: [["--allow-refused"], ["--launches", "accept"]])
    func failsForNoRefusalIfToldSo(options: [String]) async throws {
        let folder = try ServedStub.folder()
        try folder.write(Self.launcher + "launch \"$bad\"", to: "script.sh")
        let words = ["flowdrift", "stub", "--from", "exports"] + options + ["--run", "--", "bash", "script.sh"]
        let (output, status) = try await BuiltProgram.run(words, in: folder)
        #expect(status == 0 && !output.contains("refused"))
    }

    @Test func allowsARefusalThatATestExpects() async throws {
        let (output, folder) = try await run("launch \"$bad\" 'x-flowdrift-expect: refused'; launch \"$good\"")
        #expect(output.hasSuffix("answer 400\nanswer 200\nl.ndjson: 1 distinct launch recorded\nstatus 0\n"))
        #expect(folder.read("l.ndjson") == Self.recorded)
    }

    @Test func showsTheRefusalsOfACommandThatFails() async throws {
        let (output, _) = try await run("launch \"$bad\"; exit 3")
        #expect(output.contains("notice: 1 launch was refused, which no test expected:\n"))
        #expect(output.hasSuffix("status 3\n"))
    }

    @Test(arguments: [("TERM", 143), ("KILL", 137), ("INT", 130)])
    func endsAsASignalEndsItsCommand(signal: String, status: Int) async throws {
        let (output, folder) = try await run("launch \"$good\"; kill -\(signal) $$")
        #expect(output.hasSuffix("status \(status)\n"))
        #expect(folder.read("l.ndjson") == Self.recorded)
    }

    /// The command's trap shows that it got the signal, and the recording shows that the run ended.
    @Test(arguments: ["TERM", "INT"])
    func passesASignalOn(signal: String) async throws {
        let folder = try ServedStub.folder()
        let command = """
            trap 'kill $!; exit 9' \(signal)
            launch "$good"
            sleep 100 & echo ready >fifo
            wait
            """
        try folder.write(Self.launcher + command, to: "script.sh")
        let script = """
            mkfifo fifo
            flowdrift stub --from exports --record-launches l.ndjson --run -- bash script.sh &
            read -r ready <fifo && kill -\(signal) $!
            wait $!; echo "ended $?"
            """
        try folder.write(script, to: "outer.sh")
        let (output, _) = try await BuiltProgram.run(["bash", "outer.sh"], in: folder)
        #expect(output.hasSuffix("ended 9\n"), "\(output)")
        #expect(folder.read("l.ndjson") == Self.recorded)
    }

    @Test func doesNotWaitForWhatItsCommandLeavesRunning() async throws {
        let (output, folder) = try await run("sleep 100 >/dev/null 2>&1 & echo $! >left; launch \"$good\"; exit 5")
        #expect(output.hasSuffix("status 5\n"))
        #expect(folder.read("l.ndjson") == Self.recorded)
        let left = try #require(folder.read("left").flatMap { pid_t($0.dropLast()) })
        // It has no socket of the server, which could keep the port from being used again.
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(left)/fd")
        let targets = open.compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(left)/fd/\($0)")
        }
        #expect(targets.allSatisfy { !$0.hasPrefix("socket:") }, "\(targets)")
        #expect(kill(left, SIGKILL) == 0)
    }

    @Test(arguments: [
        ("./none", 127, "there is no such program"), ("./exports/order-status.yaml", 126, "Permission denied"),
    ])
    func saysThatACommandCannotBeRun(command: String, status: Int32, reason: String) async throws {
        let folder = try ServedStub.folder()
        try folder.write(Self.recorded, to: "l.ndjson")
        let words = ["flowdrift", "stub", "--from", "exports", "--record-launches", "l.ndjson", "--run", "--", command]
        let (output, ended) = try await BuiltProgram.run(words, in: folder)
        #expect(ended == status)
        #expect(output.contains("error: --run: \(command): ") && output.contains(reason), "\(output)")
        // Nothing ran, so the recording keeps its content.
        #expect(folder.read("l.ndjson") == Self.recorded)
    }

    @Test func leavesItsJournalIfItIsKilled() async throws {
        let folder = try ServedStub.folder()
        try folder.write(Self.launcher + "launch \"$good\"; kill -KILL $PPID", to: "script.sh")
        let command = "flowdrift stub --from exports --record-launches l.ndjson --run -- bash script.sh"
        _ = try await BuiltProgram.run(["sh", "-c", "\(command); true"], in: folder)
        #expect(folder.read("l.ndjson") == nil && folder.read("l.ndjson.journal") == Self.recorded)
        let (output, _) = try await run("launch \"$good\"", "--append", in: folder)
        #expect(output.contains("notice: l.ndjson.journal: a run that was killed left 1 launch behind"))
        #expect(folder.read("l.ndjson") == Self.recorded && folder.read("l.ndjson.journal") == nil)
    }

    @Test func passesTheWordsOfItsCommandAsTheyAre() async throws {
        let folder = try ServedStub.folder()
        let words = [
            "flowdrift", "stub", "--from", "exports", "--run", "--", "printf", "%s|", "--port", "a b", "--", "-x",
        ]
        let (output, status) = try await BuiltProgram.run(words, in: folder)
        #expect(output.hasSuffix("--port|a b|--|-x|") && status == 0)
    }
}
