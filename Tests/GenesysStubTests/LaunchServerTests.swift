import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore
@testable import GenesysStub

/// Launches over HTTP, as clients send them.
@Suite struct LaunchServerTests {
    private let reported = Reported()

    private func withServer<Result>(do work: (RawClient, StubServer) async throws -> Result) async throws -> Result {
        let org = StubOrg(flows: [StubFlow(Fixture.callbackRequest)])
        let server = StubServer(org, launches: LaunchSettings { [reported] in reported.add($0) })
        let client = RawClient(url: try await server.start())
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await work(client, server)) } catch { result = .failure(error) }
        await server.stop()
        return try result.get()
    }

    private func request(_ body: String, _ headers: String...) -> RawClient.Request {
        let usual = ["Authorization: Bearer x", "content-type: application/json"]
        return RawClient.Request("POST", "/api/v2/flows/executions", headers: usual + headers, body: body)
    }

    @Test func takesALaunch() async throws {
        try await withServer { client, server in
            let answer = try await client.ask(request(Fixture.launch()))
            #expect(answer.status == 200 && answer.headers["content-type"] == "application/json")
            let id = try #require(try answer.json["id"].text)
            #expect(try await client.get("/api/v2/flows/executions/\(id)").json["status"] == .string("COMPLETED"))
            #expect(server.requestCounts["GET /api/v2/flows/executions/{}"] == 1)
        }
    }

    @Test func readsTheHeaderOfARefusalInAnyLetterCase() async throws {
        try await withServer { client, _ in
            _ = try await client.ask(request("{}", "x-flowdrift-expect: Refused"))
        }
        #expect(reported.all.map(\.expectsRefusal) == [true])
    }

    @Test func takesABodyOfFiveMegabytes() async throws {
        let text = String(repeating: "x", count: 5 << 20)
        try await withServer { client, _ in
            let answer = try await client.ask(request(Fixture.launch(#""Flow.order": {"number": "\#(text)"}"#)))
            #expect(answer.status == 200)
            let refused = try await client.ask(request(Fixture.launch(#""Flow.priority": "\#(text)""#)))
            #expect(refused.status == 400 && refused.body.count < 10_000)
        }
        #expect(reported.lines.allSatisfy { $0.utf8.count < 1_000 })
    }

    @Test func goesOnAfterAClientThatHangsUp() async throws {
        try await withServer { client, _ in
            let whole = request(Fixture.launch()).text
            for text in [whole, String(whole.dropLast(10)), String(whole.prefix(60))] { try client.hangUp(after: text) }
            #expect(try await client.ask(request(Fixture.launch())).status == 200)
        }
        // The first client's launch arrived whole, and may have been answered before or after the last one's.
        #expect((1...2).contains(reported.all.count))
    }

    @Test func losesNoLaunchOfManyConnections() async throws {
        let names = ["Flow.priority", "Flow.tags", "Flow.urgent", "Flow.order"]
        let values = ["3", #"["a"]"#, "true", "{}"]
        try await withServer { client, _ in
            try await withThrowingTaskGroup(of: [Int].self) { group in
                for connection in 0..<16 {
                    let chosen = names.indices.filter { connection & 1 << $0 != 0 }
                    let inputs = chosen.map { "\"\(names[$0])\": \(values[$0])" }.joined(separator: ", ")
                    let requests = Array(repeating: request(Fixture.launch(inputs)), count: 40)
                    group.addTask { try await client.ask(requests).map(\.status) }
                }
                for try await statuses in group { #expect(statuses.allSatisfy { $0 == 200 }) }
            }
        }
        #expect(reported.all.count == 16 * 40 && Set(reported.lines).count == 16)
    }
}
