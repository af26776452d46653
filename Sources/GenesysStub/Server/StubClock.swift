public import Foundation

/// The stub server's source of time; tests pass the clock of their client.
public struct StubClock: Sendable {
    /// The time since a fixed start; it never goes back.
    public var now: @Sendable () -> Duration

    /// Waits before an answer continues; throws an error if the answer is no longer needed.
    ///
    /// `exchange` is the name in the request's header ``exchangeHeader``, or `nil` if the request has no such header.
    public var pause: @Sendable (_ duration: Duration, _ exchange: String?) async throws -> Void

    /// The present moment, for the dates of executions.
    public var date: @Sendable () -> Date = { Date() }

    /// The header in which a client with the same clock names an exchange, which is a request with its answer.
    static let exchangeHeader = "Clock-Exchange"

    /// Makes a clock.
    public init(
        now: @escaping @Sendable () -> Duration,
        pause: @escaping @Sendable (_ duration: Duration, _ exchange: String?) async throws -> Void
    ) {
        self.now = now
        self.pause = pause
    }

    /// The machine's clock.
    public static let system: StubClock = {
        let clock = ContinuousClock()
        let start = clock.now
        return StubClock(
            now: { clock.now - start },
            pause: { duration, _ in try await clock.sleep(for: duration) }
        )
    }()
}
