import Foundation
import Synchronization
import Testing

@testable import GenesysCloud

struct RateGateTests {
    private let clock = PlatformClock.instant(startingAt: .start)

    @Test(arguments: [(1, 0), (300, 0), (301, 60), (600, 60), (601, 120), (5000, 960)])
    func startsSoManyInAnyMinute(_ count: Int, _ seconds: Int) async throws {
        let gate = RateGate(clock: clock, allowed: 300) { _ in }
        for _ in 0..<count { try await gate.admit() }
        #expect(clock.now() == .seconds(seconds))
    }

    @Test func startsSoManyInAnyMinuteWhateverTheWidth() async throws {
        let gate = RateGate(clock: clock, allowed: 10) { _ in }
        _ = await inParallel(Array(1...35), width: 4) { _ in try? await gate.admit() }
        #expect(clock.now() == .seconds(180))
    }

    @Test func takesTheOrgsWordOnHowManyMayStart() async throws {
        let gate = RateGate(clock: clock, allowed: 300) { _ in }
        await gate.learn(from: ["inin-ratelimit-allowed": "2"])
        for _ in 1...3 { try await gate.admit() }
        #expect(clock.now() == .seconds(60))
    }

    @Test func spreadsTheLastFifth() async throws {
        let gate = RateGate(clock: clock, allowed: 300) { _ in }
        try await gate.admit()
        await gate.learn(from: headers(count: 290, reset: 20))
        for _ in 1...5 { try await gate.admit() }
        #expect(clock.now() == .seconds(10))
    }

    @Test func waitsWhenNothingIsLeft() async throws {
        let gate = RateGate(clock: clock, allowed: 300) { _ in }
        await gate.learn(from: headers(count: 300, reset: 42))
        try await gate.admit()
        #expect(clock.now() == .seconds(42))
    }

    @Test(arguments: [
        ["inin-ratelimit-allowed": "0"], ["inin-ratelimit-allowed": "-5"], ["inin-ratelimit-allowed": "x"],
        ["inin-ratelimit-allowed": "300", "inin-ratelimit-count": "300", "inin-ratelimit-reset": "99999999"],
        ["inin-ratelimit-allowed": "300", "inin-ratelimit-count": "-1", "inin-ratelimit-reset": "60"], [:],
    ])
    func believesNoNonsense(_ headers: [String: String]) async throws {
        let gate = RateGate(clock: clock, allowed: 300) { _ in }
        await gate.learn(from: headers)
        try await gate.admit()
        #expect(clock.now() == .zero)
        #expect(await gate.requestsPerMinute == 300)
    }

    @Test(arguments: [(0, false), (20, false), (21, true)])
    func noticesAnotherProgramWithTheSameToken(_ others: Int, _ isNoticed: Bool) async throws {
        let events = Mutex<[ProgressEvent]>([])
        let gate = RateGate(clock: clock, allowed: 300) { event in events.withLock { $0.append(event) } }
        // An earlier run may have used a part of the minute.
        await gate.learn(from: headers(count: 40, reset: 50))
        for number in 1...30 {
            try await gate.admit()
            await gate.learn(from: headers(count: 40 + number + (number > 10 ? others : 0), reset: 40))
        }
        // The next minute of the org begins.
        await gate.learn(from: headers(count: 1, reset: 60))
        #expect(events.withLock { $0 } == (isNoticed ? [.sharedLimit(others: others)] : []))
    }

    @Test func noticesAnotherProgramThatBeginsLater() async throws {
        let events = Mutex<[ProgressEvent]>([])
        let gate = RateGate(clock: clock, allowed: 300) { event in events.withLock { $0.append(event) } }
        for number in 1...100 {
            try await gate.admit()
            await gate.learn(from: headers(count: number, reset: 40))
        }
        for number in 1...50 {
            try await gate.admit()
            await gate.learn(from: headers(count: number * 2, reset: 50))
        }
        #expect(events.withLock { $0 } == [.sharedLimit(others: 21)])
    }

    @Test func saysUntilWhenItWaits() async throws {
        let events = Mutex<[ProgressEvent]>([])
        let gate = RateGate(clock: clock, allowed: 1) { event in events.withLock { $0.append(event) } }
        for _ in 1...2 { try await gate.admit() }
        #expect(events.withLock { $0 } == [.waiting(until: Date.start.addingTimeInterval(60))])
    }

    @Test func endsAWaitThatWasCancelled() async throws {
        let gate = RateGate(clock: .system, allowed: 1) { _ in }
        try await gate.admit()
        let task = Task { try await gate.admit() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private func headers(count: Int, reset: Int) -> [String: String] {
        ["inin-ratelimit-allowed": "300", "inin-ratelimit-count": "\(count)", "inin-ratelimit-reset": "\(reset)"]
    }
}
