import Foundation
import TestSupport
import Testing

@testable import GenesysCloud

struct URLSessionTransportTests {
    private let patience = Duration.seconds(10)

    @Test func bringsBackStatusHeadersAndBody() async throws {
        let server = try RawServer { connection, _ in
            connection.answer(200, ["Content-Type: application/json", "ININ-Correlation-Id: abc"], "{\"total\":1}")
        }
        let answer = try await transport(to: server).answer(to: .flows, within: patience)
        #expect(answer.status == 200)
        #expect(answer.headers["inin-correlation-id"] == "abc")
        #expect(String(decoding: answer.body, as: UTF8.self) == "{\"total\":1}")
    }

    @Test func sendsAGetWithTheTokenInItsHeader() async throws {
        let server = try RawServer { connection, _ in connection.answer() }
        _ = try await transport(to: server).answer(to: .flows, within: patience)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /api/v2/flows?pageNumber=1&pageSize=500 HTTP/1.1\r\n"))
        #expect(request.contains("\r\nAuthorization: Bearer token-1\r\n"))
    }

    @Test func asksForATokenWithTheClientsIDAndSecret() async throws {
        let server = try RawServer { connection, _ in connection.answer() }
        let client = try ClientCredentials(id: .make("id"), secret: .make("s3cret"))
        _ = try await transport(to: server).answer(to: .token(client), within: patience)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /oauth/token HTTP/1.1\r\n"))
        #expect(request.contains("\r\nAuthorization: Basic aWQ6czNjcmV0\r\n"))
        #expect(request.hasSuffix("\r\n\r\ngrant_type=client_credentials"))
    }

    @Test(arguments: ["before the head", "within the head", "within the body", "slowly, for ever"])
    func givesUpAtTheDeadline(_ place: String) async throws {
        let clock = TestClock(isAutomatic: false)
        let server = try RawServer { connection, _ in
            switch place {
            case "before the head": break
            case "within the head": connection.send("HTTP/1.1 200 OK\r\nContent-Ty")
            case "within the body": connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            default: connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            }
            clock.advance(by: .milliseconds(149))
            if place == "slowly, for ever" { connection.drip { clock.advance(by: .milliseconds(1)) } }
            clock.advance(by: .milliseconds(1))
            connection.waitForEnd()
        }
        let transport = try transport(to: server, clock: clock)
        let failure = await failure { try await transport.answer(to: .flows, within: .milliseconds(150)) }
        #expect(failure == TransportFailure(.late, "the answer was not complete after 150 ms"))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"entities\":[",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ent\r\n",
    ])
    func saysThatATruncatedAnswerBrokeOff(_ answer: String) async throws {
        let server = try RawServer { connection, _ in connection.send(answer) }
        let failure = await failure { try await transport(to: server).answer(to: .flows, within: patience) }
        #expect(failure == TransportFailure(.notWhole, "the answer was cut off"))
    }

    @Test(arguments: ["reset", "closed", "garbage"])
    func saysThatNobodyAnswered(_ fault: String) async throws {
        let server = try RawServer { connection, _ in
            switch fault {
            case "reset": connection.reset()
            case "garbage": connection.send([0xFF, 0x00, 0x13, 0x37, 0x0A, 0x0A])
            default: break
            }
        }
        let failure = await failure { try await transport(to: server).answer(to: .flows, within: patience) }
        #expect(failure?.kind == .noAnswer)
    }

    @Test func saysThatTheConnectionWasRefused() async throws {
        let server = try RawServer { _, _ in }
        let transport = try transport(to: server)
        server.stop()
        // Another thread closes the listener, so the first connection may still succeed.
        var failures: [TransportFailure?] = []
        while failures.last??.detail != "the connection was refused", failures.count < 100 {
            failures.append(await failure { try await transport.answer(to: .flows, within: patience) })
        }
        #expect(failures.last == TransportFailure(.noAnswer, "the connection was refused"))
    }

    @Test func bringsBackARedirectAndDoesNotFollowIt() async throws {
        let other = try RawServer { connection, _ in connection.answer() }
        let server = try RawServer { connection, _ in
            connection.answer(302, ["Location: \(other.url)/elsewhere?token=x"])
        }
        let answer = try await transport(to: server).answer(to: .flows, within: patience)
        #expect(answer.status == 302)
        #expect(answer.headers["location"] == "\(other.url)/elsewhere?token=x")
        #expect(other.requests.isEmpty)
    }

    @Test(arguments: 0..<100)
    func outlivesARedirectThoughItsSessionGoesAtOnce(_ number: Int) async throws {
        let server = try RawServer { connection, _ in
            connection.answer(302, ["Location: https://elsewhere.example/\(number)"])
        }
        #expect(try await transport(to: server).answer(to: .flows, within: patience).status == 302)
    }

    @Test(arguments: ["Basic realm=\"x\"", "Bearer", "Negotiate", "Digest realm=\"x\", nonce=\"y\", qop=\"auth\""])
    func bringsBack401WithWhateverChallenge(_ challenge: String) async throws {
        let server = try RawServer { connection, _ in
            connection.answer(401, ["WWW-Authenticate: \(challenge)"], "{\"code\":\"x\"}")
        }
        let answer = try await transport(to: server).answer(to: .flows, within: patience)
        #expect(answer.status == 401)
        #expect(String(decoding: answer.body, as: UTF8.self) == "{\"code\":\"x\"}")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["Content-Length: 3000000", "Transfer-Encoding: chunked"])
    func givesUpAnAnswerThatIsTooLarge(_ header: String) async throws {
        let server = try RawServer { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n")
            let piece = String(repeating: "x", count: 10_000)
            let framed = header.hasPrefix("T") ? "2710\r\n\(piece)\r\n" : piece
            for _ in 0..<300 where connection.send(framed) {}
        }
        let transport = try transport(to: server, maximumBodySize: 1024 * 1024)
        let failure = await failure { try await transport.answer(to: .flows, within: patience) }
        #expect(failure == TransportFailure(.tooLarge, "the answer is larger than 1 MiB"))
    }

    @Test func endsAtOnceWhenItIsCancelled() async throws {
        let (reached, reach) = AsyncStream<Void>.makeStream()
        let server = try RawServer { connection, _ in
            reach.yield()
            connection.waitForEnd()
        }
        let transport = try transport(to: server)
        let task = Task { await failure { try await transport.answer(to: .flows, within: .seconds(60)) } }
        for await _ in reached { break }
        task.cancel()
        #expect(await task.value?.kind == .cancelled)
    }

    @Test func asksNothingWhenItWasCancelledBefore() async throws {
        let server = try RawServer { connection, _ in connection.waitForEnd() }
        let transport = try transport(to: server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await failure { try await transport.answer(to: .flows, within: .seconds(60)) }
        }
        #expect(await task.value?.kind == .cancelled)
    }

    @Test func keepsManyAnswersApart() async throws {
        let server = try RawServer { connection, request in
            let path = request.split(separator: " ")[1]
            connection.answer(200, ["Content-Type: application/json"], "\"\(path)\"")
        }
        let transport = try transport(to: server)
        let numbers = Array(1...60)
        let bodies = await inParallel(numbers, width: 8) { number in
            let request = PlatformRequest.get(.flows(page: number, size: 1), as: .token)
            let answer = try? await transport.answer(to: request, within: .seconds(30))
            return answer.map { String(decoding: $0.body, as: UTF8.self) }
        }
        #expect(bodies == numbers.map { "\"/api/v2/flows?pageNumber=\($0)&pageSize=1\"" })
    }

    private func transport(
        to server: RawServer,
        maximumBodySize: Int = 64 * 1024 * 1024,
        clock: TestClock = TestClock(isAutomatic: false)
    ) throws -> URLSessionTransport {
        URLSessionTransport(
            host: try PlatformHost(gateway: server.url),
            maximumBodySize: maximumBodySize,
            clock: .manual(clock)
        )
    }
}

extension PlatformClock {
    /// A clock on which a deadline only passes if a test advances it.
    static func manual(_ clock: TestClock) -> PlatformClock {
        PlatformClock(now: { clock.now }, date: { .start }, sleep: { try await clock.sleep(until: $0) })
    }
}

/// The failure of an exchange, or `nil` if there was an answer.
private func failure(_ exchange: () async throws -> PlatformAnswer) async -> TransportFailure? {
    do {
        _ = try await exchange()
        return nil
    } catch {
        return error as? TransportFailure
    }
}
