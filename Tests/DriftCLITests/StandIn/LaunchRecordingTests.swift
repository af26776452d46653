import Foundation
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftCore

/// The recordings that `stub --record-launches` writes.
struct LaunchRecordingTests {
    private static let file = "launches.ndjson"

    /// The inputs of launches, some of them alike, and the lines that a recording has of them.
    private static let launches = [
        #""Flow.orderNumber": "A-1""#, #""Flow.orderNumber": "A-2""#, #""Flow.orderNumber": "A-1", "Flow.count": 1"#,
        #""Flow.orderNumber": "A-1", "Flow.isUrgent": true"#, #""Flow.orderNumber": "A-1", "Flow.isUrgent": null"#,
        #""Flow.orderNumber": "A-3", "Flow.count": 2"#, #""Flow.isUrgent": false, "Flow.orderNumber": "A-1""#,
    ]

    private static let lines =
        OrderFlow.line(#""Flow.count": "integer", "Flow.orderNumber": "string""#)
        + OrderFlow.line(#""Flow.isUrgent": "boolean", "Flow.orderNumber": "string""#)
        + OrderFlow.line(#""Flow.isUrgent": "null", "Flow.orderNumber": "string""#)
        + OrderFlow.line(#""Flow.orderNumber": "string""#)

    private func record(
        _ launches: [String],
        in folder: TemporaryFolder,
        _ options: String...
    ) async throws -> CommandRun {
        try await ServedStub.run(["--from", "exports", "--record-launches", Self.file] + options, in: folder) {
            client in
            for launch in launches { try await client.launch(launch) }
        }
    }

    @Test func holdsEachDistinctLaunchOnceInAnyOrder() async throws {
        for launches in [Self.launches, Self.launches.reversed(), Self.launches + Self.launches] {
            let folder = try ServedStub.folder()
            let run = try await record(launches, in: folder)
            #expect(run.status == 0, "\(run.transcript)")
            #expect(folder.read(Self.file) == Self.lines)
            #expect(Set(try folder.tree().keys) == ["exports/order-status.yaml", Self.file])
        }
    }

    @Test func isTheSameFromFourRunsThatAppendAtOnce() async throws {
        let folder = try ServedStub.folder()
        try await withThrowingTaskGroup(of: CommandRun.self) { group in
            for number in 0..<4 {
                let own = Self.launches.enumerated().filter { $0.offset % 4 == number }.map(\.element)
                group.addTask { try await record(own, in: folder, "--append") }
            }
            for try await run in group { #expect(run.status == 0 && !run.errors.contains("error"), "\(run.errors)") }
        }
        #expect(folder.read(Self.file) == Self.lines)
        #expect(Set(try folder.tree().keys) == ["exports/order-status.yaml", Self.file])
    }

    @Test func isReplacedUnlessItIsAppendedTo() async throws {
        let folder = try ServedStub.folder()
        let old = OrderFlow.line(#""Flow.count": "integer""#)
        try folder.write(old.replacing("\n", with: "\r\n"), to: Self.file)
        #expect(try await record(Self.launches, in: folder, "--append").status == 0)
        #expect(folder.read(Self.file)?.split(separator: "\n").count == 5)
        #expect(folder.read(Self.file)?.contains("\r") == false && folder.read(Self.file)?.contains(old) == true)
        #expect(try await record(Self.launches, in: folder).status == 0)
        #expect(folder.read(Self.file) == Self.lines)
    }

    @Test func isEmptyIfNothingWasLaunched() async throws {
        let folder = try ServedStub.folder()
        #expect(try await record([], in: folder).status == 0)
        #expect(folder.read(Self.file)?.isEmpty == true)
    }

    @Test func saysHowManyLaunchesItHolds() async throws {
        let folder = try ServedStub.folder()
        let empty = try await record([], in: folder)
        #expect(
            empty.errors.contains("launches.ndjson: no launch was received, so the recording is empty"),
            "\(empty.errors)"
        )
        let run = try await record(Self.launches, in: folder)
        #expect(run.errors.contains("launches.ndjson: 4 distinct launches recorded\n"), "\(run.errors)")
    }

    @Test func replacesNoFileThatIsNoRecording() async throws {
        let folder = try ServedStub.folder()
        try folder.write("{ \"name\": \"my-service\" }\n", to: Self.file)
        let run = try await record([], in: folder)
        #expect(run.status == 2)
        #expect(
            run.errors.contains("launches.ndjson: The file isn't a launch recording, so flowdrift does not replace it"),
            "\(run.errors)"
        )
        #expect(folder.read(Self.file) == "{ \"name\": \"my-service\" }\n")
    }

    @Test func dropsTheValuesOfEarlierRuns() async throws {
        let folder = try ServedStub.folder()
        _ = try await record([#""Flow.orderNumber": "A-1""#], in: folder, "--record-values")
        #expect(folder.read(Self.file)?.contains("A-1") == true)
        _ = try await record([#""Flow.orderNumber": "A-2""#], in: folder, "--append")
        #expect(folder.read(Self.file) == OrderFlow.line(#""Flow.orderNumber": "string""#))
    }

    @Test func makesItsFolder() async throws {
        let folder = try ServedStub.folder()
        let run = try await ServedStub.run(["--from", "exports", "--record-launches", "a/b/l.ndjson"], in: folder)
        #expect(run.status == 0 && folder.read("a/b/l.ndjson") == "")
    }

    @Test func holdsWhatWasRefusedWithItsRules() async throws {
        let folder = try ServedStub.folder()
        let unknown = "aaaaaaaa-0000-4000-8000-000000000000"
        let arguments = ["--from", "exports", "--record-launches", Self.file]
        let run = try await ServedStub.run(arguments, in: folder) { client in
            try await client.launch(#""Flow.orderNumber": 1, "Flow.numbr": 2"#)
            try await client.launch(#""Flow.orderNumber": "A-1""#, of: unknown)
            #expect(try await client.post("{").status == 400)
        }
        #expect(
            folder.read(Self.file) == #"{"flowdrift": 1, "flow": "workflow/Order Status", "inputs": "#
                + #"{"Flow.numbr": "integer", "Flow.orderNumber": "integer"}, "result": "refused", "#
                + #""rules": ["payload-input-type", "payload-input-undeclared"]}"# + "\n"
                + #"{"flowdrift": 1, "flowId": "\#(unknown)", "inputs": {"Flow.orderNumber": "string"}, "#
                + #""result": "refused", "rules": []}"# + "\n"
        )
        #expect(run.errors.contains("refused: a launch of 'workflow/Order Status': Input 'Flow.orderNumber' is string"))
        #expect(run.errors.contains("refused: a launch of flow \(unknown): Not found"))
        #expect(run.errors.contains("refused: a launch of an unknown flow: The '{'"))
    }

    @Test func leavesOutLaunchesThatATestWantsToBeRefused() async throws {
        let folder = try ServedStub.folder()
        let arguments = ["--from", "exports", "--record-launches", Self.file]
        let run = try await ServedStub.run(arguments, in: folder) { client in
            let header = ["X-Flowdrift-Expect: refused"]
            #expect(try await client.launch(#""Flow.numbr": 2"#, headers: header).status == 400)
            for _ in 1...2 { try await client.launch(#""Flow.orderNumber": "A-1""#, headers: header) }
            try await client.launch(#""Flow.orderNumber": "A-1""#, headers: ["X-Flowdrift-Expect: refuse"])
        }
        #expect(folder.read(Self.file) == OrderFlow.line(#""Flow.orderNumber": "string""#))
        let lines = run.errors.split(separator: "\n").dropFirst()
        #expect(
            lines == [
                "notice: a launch of 'workflow/Order Status' was accepted, but its test expects that it is refused",
                "notice: the header 'X-Flowdrift-Expect: refuse' has no meaning; write 'X-Flowdrift-Expect: refused'",
                "launches.ndjson: 1 distinct launch recorded",
            ]
        )
    }

    @Test func saysAWarningOnceForEachDistinctLaunch() async throws {
        let folder = try ServedStub.folder()
        let run = try await record([#""Flow.count": 1"#, #""Flow.count": 2"#, #""Flow.isUrgent": true"#], in: folder)
        let warnings = run.errors.split(separator: "\n").filter { $0.contains("[payload-input-not-sent]") }
        #expect(warnings.count == 2)
        #expect(warnings.allSatisfy { $0.hasPrefix("warning: a launch of 'workflow/Order Status': ") })
    }

    @Test func holdsNoValueAndNoSecret() async throws {
        let folder = try ServedStub.folder()
        let secrets = ["s3cret-name", "s3cret value", "s3cret-key", "+353831234567", "7654321", "s3cret-execution"]
        let inputs =
            #""\#(secrets[0])": "\#(secrets[1])", "Flow.customer": {"\#(secrets[2])": ["\#(secrets[3])"]}, "#
            + #""Flow.orderNumber": "\#(secrets[3])", "Flow.count": \#(secrets[4])"#
        let body = #"{"flowId": "\#(OrderFlow.id)", "name": "\#(secrets[5])", "inputData": {\#(inputs)}}"#
        let arguments = ["--from", "exports", "--record-launches", Self.file]
        var journal: String?
        let run = try await ServedStub.run(arguments, in: folder) { client in
            let answer = try await client.post(body, headers: ["Authorization: Bearer s3cret-token"])
            #expect(answer.status == 400)
            journal = folder.read(Self.file + ".journal")
        }
        #expect(run.status == 0)
        for text in [folder.read(Self.file), journal] {
            let text = try #require(text)
            #expect(!text.isEmpty && secrets.allSatisfy { !text.contains($0) } && !text.contains("s3cret"), "\(text)")
        }
        #expect(try folder.tree().values.allSatisfy { text in secrets.allSatisfy { !text.contains($0) } })
        #expect(folder.read(Self.file)?.contains(#""otherInputs": 1"#) == true)
    }

    @Test func holdsValuesOnlyIfAskedTo() async throws {
        let folder = try ServedStub.folder()
        let run = try await record([#""Flow.orderNumber": "A-1""#], in: folder, "--record-values")
        #expect(folder.read(Self.file)?.contains(#""values": {"Flow.orderNumber": "A-1"}"#) == true)
        #expect(run.errors.contains("warning: --record-values writes the values of inputs into launches.ndjson"))
    }
}
