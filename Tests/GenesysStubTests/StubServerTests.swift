import DriftCore
import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import GenesysStub

@Suite struct StubServerTests {
    /// Runs a server only while `work` runs.
    private func withServer<Result>(
        _ org: StubOrg = Fixture.org(flows: 3),
        faults: String...,
        clock: TestClock = TestClock(),
        do work: (RawClient, StubServer) async throws -> Result
    ) async throws -> Result {
        let time = StubClock(now: { clock.now }, pause: { try await clock.pause($0, exchange: $1) })
        let server = StubServer(org, faults: faults.compactMap { StubFault($0) }, clock: time)
        let client = RawClient(url: try await server.start())
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await work(client, server)) } catch { result = .failure(error) }
        await server.stop()
        return try result.get()
    }

    @Test func givesATokenAndAnswersWithIt() async throws {
        try await withServer { client, server in
            let basic = "Authorization: Basic " + Data("id:secret".utf8).base64EncodedString()
            let form = "grant_type=client_credentials"
            let token = try await client.ask(.init("POST", "/oauth/token", headers: [basic], body: form)).json
            #expect(token["expires_in"] == .number("86400") && token["token_type"] == .string("bearer"))
            let text: String = try #require(token["access_token"].text)
            let flows = try await client.get("/api/v2/flows", token: text)
            #expect(flows.status == 200 && flows.headers["content-type"] == "application/json")
            #expect(server.requests == ["POST /oauth/token", "GET /api/v2/flows"])
        }
    }

    @Test func answersManyRequestsOnOneConnection() async throws {
        try await withServer { client, _ in
            let request = RawClient.Request("GET", "/api/v2/flows", headers: ["Authorization: Bearer x"])
            let answers = try await client.ask(Array(repeating: request, count: 20))
            #expect(answers.map(\.status) == Array(repeating: 200, count: 20))
        }
    }

    @Test func nestsTheCorrelationIDInErrors() async throws {
        try await withServer { client, _ in
            let answer = try await client.get("/api/v2/flows", token: nil)
            let id = try #require(answer.headers["inin-correlation-id"])
            #expect(answer.status == 401)
            #expect(
                try answer.json
                    == .object([
                        "message": .string("No authentication bearer token specified in authorization header."),
                        "code": .string("authentication.required"), "status": .number("401"),
                        "messageParams": .object([:]),
                        "contextId": .string(id), "details": .array([]), "errors": .array([]),
                    ])
            )
            #expect(answer.headers["inin-ratelimit-allowed"] == "300")
        }
    }

    private struct IDs: Decodable {
        let entities: [Entity]

        struct Entity: Decodable { let id: String }
    }

    @Test func servesFiveThousandFlowsInTenPages() async throws {
        try await withServer(Fixture.org(flows: 5000)) { client, _ in
            let requests = (1...10).map { number in
                RawClient.Request(
                    "GET",
                    "/api/v2/flows?pageSize=500&pageNumber=\(number)",
                    headers: ["Authorization: Bearer x"]
                )
            }
            let ids = try await client.ask(requests).flatMap { answer in
                try JSONDecoder().decode(IDs.self, from: Data(answer.body)).entities.map(\.id)
            }
            #expect(Set(ids).count == 5000)
        }
    }

    @Test func servesAnotherOrgFromNowOn() async throws {
        try await withServer { client, server in
            server.serve(Fixture.org(flows: 9))
            let page = try await client.get("/api/v2/flows").json
            #expect(page["total"] == .number("9"))
        }
    }

    @Test(arguments: [
        ("too-many-requests:7", 429, "application/json"), ("server-error:503", 503, "application/json"),
        ("missing-permission", 403, "application/json"), ("wrong-content-type", 200, "text/html; charset=utf-8"),
        ("redirect:evil.example", 302, "application/json"), ("expired-token:0", 401, "application/json"),
    ])
    func answersWrongly(fault: String, status: Int, type: String) async throws {
        let answer = try await withServer(faults: fault) { client, _ in try await client.get("/api/v2/flows?pageSize=1")
        }
        #expect(answer.status == status && answer.headers["content-type"] == type)
        #expect(answer.headers["retry-after"] == (status == 429 ? "7" : nil))
        #expect(answer.headers["location"] == (status == 302 ? "https://evil.example/api/v2/flows?pageSize=1" : nil))
    }

    @Test func answersGarbage() async throws {
        let answer = try await withServer(faults: "garbage") { client, _ in try await client.get("/api/v2/flows") }
        #expect(answer.status == 200)
        #expect(throws: (any Error).self) { try answer.json }
    }

    @Test(arguments: [("reset", RawAnswer.Ending.reset), ("no-answer", .closed)])
    func endsTheConnectionBeforeAnAnswer(fault: String, ending: RawAnswer.Ending) async throws {
        let answer = try await withServer(faults: fault) { client, _ in try await client.get("/api/v2/flows") }
        #expect(answer.status == 0 && answer.ending == ending)
    }

    @Test func endsAnAnswerHalfway() async throws {
        let answer = try await withServer(faults: "truncated") { client, _ in try await client.get("/api/v2/flows") }
        #expect(answer.status == 200 && answer.ending == .closed)
        #expect(answer.body.count == answer.length / 2)
    }

    @Test(arguments: ["slow:30", "dripping:1"])
    func takesItsTimeForAWholeAnswer(fault: String) async throws {
        let clock = TestClock()
        try await withServer(faults: fault, clock: clock) { client, _ in
            let answer = try await client.get("/api/v2/flows/none")
            #expect(answer.status == 404 && answer.ending == .whole)
            #expect(clock.now >= .milliseconds(30))
        }
    }

    @Test func stopsWhileARequestWaits() async throws {
        let server = StubServer(Fixture.org(flows: 1), faults: [StubFault(.slow(.seconds(3600)))])
        let client = RawClient(url: try await server.start())
        async let answer = client.get("/api/v2/flows")
        while server.requestCount == 0 { await Task.yield() }
        await server.stop()
        #expect(try await answer.status != 200)
    }

    @Test func saysThatAPortIsTaken() async throws {
        try await withServer { client, _ in
            let port = try #require(client.url.port.flatMap { UInt16(exactly: $0) })
            let second = StubServer(Fixture.org(flows: 1), port: port)
            await #expect(throws: StubServerError.cannotListen("127.0.0.1:\(port)")) { try await second.start() }
        }
    }

    @Test func takesNoHostByName() async {
        let server = StubServer(Fixture.org(flows: 1), host: "localhost")
        await #expect(throws: StubServerError.notAnAddress("localhost")) { try await server.start() }
    }
}
