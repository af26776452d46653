import Foundation
import Synchronization
import Testing

@testable import GenesysCloud

struct TriesTests {
    private let page = PlatformResource.flows(page: 1, size: 500)
    private let clock = PlatformClock.instant(startingAt: .start)

    @Test(arguments: [
        ScriptedTransport.Outcome.success(.error(500, "internal.server.error")),
        .success(.error(503, "service.unavailable")),
        .failure(TransportFailure(.noAnswer, "the connection was reset")),
        .failure(TransportFailure(.notWhole, "the answer was cut off")),
        .failure(TransportFailure(.late, "no whole answer in 60 s")),
    ])
    func triesAgainAfterGrowingPauses(_ fault: ScriptedTransport.Outcome) async throws {
        let transport = ScriptedTransport { _, number in number <= 4 ? fault : .success(.json("{}")) }
        let pauses = Mutex<[Duration]>([])
        let client = PlatformClient.scripted(
            try .token(),
            clock: clock,
            progress: { event in if case .retrying(_, _, let pause, _) = event { pauses.withLock { $0.append(pause) } }
            },
            transport
        )
        _ = try await client.json(page)
        #expect(pauses.withLock { $0 } == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
        #expect(clock.now() == .milliseconds(7500))
    }

    @Test(arguments: [
        (0.0, Duration.milliseconds(500)), (0.5, .milliseconds(375)), (1.0, .milliseconds(250)),
        (7.0, .milliseconds(250)),
    ])
    func cutsAPauseAtRandom(_ jitter: Double, _ pause: Duration) {
        #expect(RetryPolicy(jitter: { jitter }).pause(after: 1) == pause)
    }

    @Test(arguments: [7, 8, 100])
    func pausesHalfAMinuteAtMost(_ count: Int) {
        #expect(RetryPolicy(jitter: { 0 }).pause(after: count) == .seconds(30))
    }

    @Test func givesUpWhenTheBudgetIsSpent() async throws {
        let transport = ScriptedTransport { _, number in
            number == 1 ? .success(.error(500, "x")) : .failure(TransportFailure(.noAnswer, "the connection was reset"))
        }
        let client = PlatformClient.scripted(
            try .token(),
            clock: clock,
            policy: RetryPolicy(budget: .seconds(120), jitter: { 0 }),
            transport
        )
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(error?.kind == .noAnswer)
        #expect(
            error?.problem == "There was no complete answer within 2 min; at the last try, the connection was reset"
        )
        #expect(clock.now() <= .seconds(120))
        #expect(clock.now() > .seconds(85))
    }

    @Test func givesUpSoonerOnAHostThatNeverAnswered() async throws {
        let transport = ScriptedTransport { _, _ in .failure(TransportFailure(.noAnswer, "the connection was refused"))
        }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(
            error?.problem == "There was no complete answer within 15 s; at the last try, the connection was refused"
        )
        #expect(clock.now() <= .seconds(15))
    }

    @Test func advisesNoMoreTimeForAHostThatNeverAnswered() async throws {
        let late = TransportFailure(.late, "no whole answer in 15 s")
        let silent = ScriptedTransport { _, _ in .failure(late) }
        let client = PlatformClient.scripted(try .token(), clock: clock, silent)
        let first = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(first?.fix == "check the network, the proxy and the host's name")
        let slow = ScriptedTransport { _, number in number == 1 ? .success(.error(500, "x")) : .failure(late) }
        let other = PlatformClient.scripted(try .token(), clock: clock, slow)
        let later = await #expect(throws: PlatformError.self) { try await other.json(page) }
        #expect(later?.fix?.hasSuffix("or allow more time with --timeout") == true)
    }

    @Test func showsTheAnswerThatStayed() async throws {
        let transport = ScriptedTransport { _, _ in .success(.error(503, "service.unavailable", "Down")) }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(
            error?.problem
                == "The org reported a server error (status 503); the API says: \"Down [service.unavailable]\""
        )
        #expect(error?.correlationID == "c-1")
        #expect(clock.now() <= .seconds(600))
    }

    @Test func waitsOutWhatTheOrgAsksForAndCountsItNot() async throws {
        let transport = ScriptedTransport { _, number in
            number <= 5 ? .success(.error(429, "too.many.requests").retrying(after: 50)) : .success(.json("{}"))
        }
        let client = PlatformClient.scripted(
            try .token(),
            clock: clock,
            policy: RetryPolicy(budget: .seconds(60), jitter: { 0 }),
            transport
        )
        _ = try await client.json(page)
        #expect(clock.now() == .seconds(250))
    }

    @Test func waitsNoLongerThanARefusalSaysWhateverItCounts() async throws {
        let transport = ScriptedTransport { _, number in
            var refusal = PlatformAnswer.error(429, "too.many.requests").retrying(after: 2)
            refusal.headers["inin-ratelimit-allowed"] = "300"
            refusal.headers["inin-ratelimit-count"] = "300"
            refusal.headers["inin-ratelimit-reset"] = "60"
            return .success(number == 1 ? refusal : .json("{}"))
        }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        _ = try await client.json(page)
        #expect(clock.now() == .seconds(2))
    }

    @Test func holdsEveryRequestWhileOneIsRefused() async throws {
        let transport = ScriptedTransport { request, number in
            request.line.contains("/flows") && number == 1
                ? .success(.error(429, "too.many.requests").retrying(after: 30)) : .success(.json("{}"))
        }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        _ = try await client.json(page)
        _ = try await client.json(.triggers(size: 1))
        #expect(clock.now() == .seconds(30))
    }

    @Test(arguments: [0, 30, nil, 86_400])
    func givesUpOnAnOrgThatRefusesForEver(_ seconds: Int?) async throws {
        let transport = ScriptedTransport { _, _ in .success(.error(429, "too.many.requests").retrying(after: seconds))
        }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(error?.kind == .rateLimit)
        #expect(transport.lines.count <= 21)
    }

    @Test func waitsAsLongAsAFailureAsksFor() async throws {
        let transport = ScriptedTransport { _, number in
            number == 1 ? .success(.error(503, "service.unavailable").retrying(after: 20)) : .success(.json("{}"))
        }
        let client = PlatformClient.scripted(try .token(), clock: clock, transport)
        _ = try await client.json(page)
        #expect(clock.now() == .seconds(20))
    }
}

extension PlatformAnswer {
    fileprivate func retrying(after seconds: Int?) -> PlatformAnswer {
        var answer = self
        answer.headers["retry-after"] = seconds.map(String.init)
        return answer
    }
}
