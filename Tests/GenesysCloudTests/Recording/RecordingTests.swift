import DriftCore
import Foundation
import Testing

@testable import GenesysCloud

struct RecordingTests {
    private static let org: FakeOrg = {
        var org = FakeOrg.of(600, triggers: 250)
        org.flows[3].version = nil
        return org
    }()

    @Test func replaysToTheSameReading() async throws {
        let (live, recording) = try await Self.record(Self.org)
        let replayed = try await Self.replay(recording)
        #expect(try Self.summary(replayed.get()) == Self.summary(live.get()))
        #expect(try live.get().flows.flows.count == 600)
    }

    @Test func keepsTheSameBytesForTheSameExchange() async throws {
        let texts = [
            try await Self.record(Self.org).recording.text(), try await Self.record(Self.org).recording.text(),
        ]
        #expect(texts[0] == texts[1])
        let lines = texts[0].split(separator: "\n")
        #expect(
            lines[0]
                == "{\"api\":\"https://api.mypurecloud.ie\",\"flowdrift\":1,\"hasClient\":true,\"login\":\"https://login.mypurecloud.ie\"}"
        )
        #expect(try Recording(texts[0], path: "exchange.jsonl").text() == texts[0])
    }

    @Test func holdsNoSecret() async throws {
        var org = FakeOrg.of(2)
        let nosy = "{\"message\":\"Basic aWQtMTpzM2NyZXQ= and s3cret and token-2\",\"code\":\"x\"}"
        org.fault = { line, number in
            if line.hasPrefix("POST"), number == 1 { return .success(.json(nosy, status: 500)) }
            if line.hasSuffix("f-0/versions/1.0/configuration") {
                return .success(
                    PlatformAnswer(
                        status: 302,
                        headers: [
                            "Location": "https://x.example/?token=token-2", "Set-Cookie": "token-2",
                            "Authorization": "token-2",
                        ],
                        body: Array("token-2".utf8) + [0xFF]
                    )
                )
            }
            return line.hasSuffix("f-1/versions/1.0/configuration") ? .success(.json(nosy, status: 400)) : nil
        }
        let text = try await Self.record(org).recording.text()
        let encoded = String(Data("token-".utf8).base64EncodedString().prefix(7))
        for secret in ["s3cret", "aWQtMTpzM2NyZXQ=", "token-", encoded] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(text.contains("(removed) and (removed) and (removed)"))
    }

    @Test func replaysFailuresRetriesAndRenewals() async throws {
        var org = FakeOrg.of(3)
        org.fault = { line, number in
            switch (line, number) {
            case ("GET /api/v2/flows?pageNumber=1&pageSize=500", 1): .success(.error(500, "internal.server.error"))
            case ("GET /api/v2/flows?pageNumber=1&pageSize=500", 2):
                .failure(TransportFailure(.notWhole, "the answer was cut off"))
            case ("GET /api/v2/processautomation/triggers?pageSize=200", 1):
                .success(.error(401, "authentication.required"))
            case ("GET /api/v2/flows/f-1/versions/1.0/configuration", _):
                .failure(TransportFailure(.noAnswer, "the connection was reset"))
            default: nil
            }
        }
        let (live, recording) = try await Self.record(org)
        let replayed = try await Self.replay(recording)
        #expect(try Self.summary(replayed.get()) == Self.summary(live.get()))
        #expect(try replayed.get().unread.map(\.name) == ["Flow 1"])
    }

    @Test func replaysAnErrorWithTheSameWords() async throws {
        let org = FakeOrg(fault: { line, _ in
            line.contains("/flows") ? .success(.error(403, "missing.permissions")) : nil
        })
        let (live, recording) = try await Self.record(org)
        let errors = [live, try await Self.replay(recording)].map { result in
            #expect(throws: PlatformError.self) { try result.get() }
        }
        #expect(errors[0] == errors[1])
    }

    @Test func saysWhatWasNotRecorded() async throws {
        let (_, recording) = try await Self.record(.of(2))
        let reading = try await Self.replay(recording, LiveRequest(filter: FlowFilter(names: ["Flow 1"])))
        let error = #expect(throws: PlatformError.self) { try reading.get() }
        #expect(
            error?.description
                == "GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=1&pageSize=500&name=Flow%201: The recording of the org's answers does not have this request; replay with the same command, settings, contracts and snapshots as when you recorded; add --trust-index if an earlier flowdrift, which trusted the index, made the recording"
        )
    }

    @Test(arguments: [
        ("", "exchange.jsonl:1: The file is not a recording of an org's answers (--record)"),
        ("{\"flowdrift\":2}", "exchange.jsonl:1: The file is not a recording of an org's answers (--record)"),
        (
            "{\"flowdrift\":1,\"api\":\"a\",\"login\":\"b\",\"hasClient\":true}\n{}",
            "exchange.jsonl:2: The line is not a recorded request with its answer"
        ),
        (
            "{\"flowdrift\":1,\"api\":\"a\",\"login\":\"b\",\"hasClient\":true}\n{\"request\":\"GET /\"}",
            "exchange.jsonl:2: The line is not a recorded request with its answer"
        ),
    ])
    func saysWhatIsNoRecording(_ text: String, _ problem: String) throws {
        let error = try #require(throws: AccessError.self) { try Recording(text, path: "exchange.jsonl") }
        #expect(error.problem == problem)
        #expect(error.fix == "record the org's answers again with --record")
    }

    private static func record(
        _ org: FakeOrg
    ) async throws -> (live: Result<LiveReading, PlatformError>, recording: Recording) {
        let transport = RecordingTransport(org.transport, access: try .client())
        let live = await read(.scripted(try .client(), transport), LiveRequest())
        return (live, try Recording(transport.recording.text(), path: "exchange.jsonl"))
    }

    private static func replay(
        _ recording: Recording,
        _ request: LiveRequest = LiveRequest()
    ) async throws -> Result<LiveReading, PlatformError> {
        await read(.scripted(recording.access, ReplayingTransport(recording)), request)
    }

    private static func read(
        _ client: PlatformClient,
        _ request: LiveRequest
    ) async -> Result<LiveReading, PlatformError> {
        do throws(PlatformError) {
            return .success(try await LiveOrg(client: client).read(request))
        } catch {
            return .failure(error)
        }
    }

    private static func summary(_ reading: LiveReading) -> String {
        var text = ""
        dump(reading.flows.flows, to: &text)
        dump(reading.flows.problems, to: &text)
        dump(reading.flows.notices, to: &text)
        dump(reading.flows.strayTriggers, to: &text)
        // A recording has no names of people.
        return text
            + reading.publications.map { "\($0.key) \($0.value.version ?? "") \($0.value.date ?? "")" }.sorted()
            .joined()
    }
}
