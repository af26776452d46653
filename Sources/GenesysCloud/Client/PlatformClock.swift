public import Foundation
import Synchronization

/// The client's source of time; tests and replays pass one that doesn't really wait.
public struct PlatformClock: Sendable {
    /// The time since a fixed start; it never goes back.
    public var now: @Sendable () -> Duration

    /// The current date.
    public var date: @Sendable () -> Date

    /// Waits until ``now`` has reached a time; throws an error if the task is cancelled.
    public var sleep: @Sendable (_ until: Duration) async throws -> Void

    /// Begins an exchange, which is a request with its answer.
    ///
    /// Returns the exchange's name, or `nil` if the clock doesn't track exchanges. During an exchange, a test's clock
    /// doesn't advance unless the host waits on the same clock.
    public var begin: @Sendable () -> String?

    /// Ends the exchange with a name.
    public var end: @Sendable (String) -> Void

    /// The name of the current task's exchange, which the request sends to the host in ``exchangeHeader``.
    @TaskLocal public static var exchange: String?

    /// The request header with the name of an exchange, for a stub server with the same clock.
    ///
    /// Requests without a named exchange don't have the header.
    public static let exchangeHeader = "Clock-Exchange"

    /// Makes a clock.
    public init(
        now: @escaping @Sendable () -> Duration,
        date: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (_ until: Duration) async throws -> Void,
        begin: @escaping @Sendable () -> String? = { nil },
        end: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.now = now
        self.date = date
        self.sleep = sleep
        self.begin = begin
        self.end = end
    }

    /// Runs a closure, which sends one request and waits for the answer, as one exchange.
    ///
    /// - Returns: The closure's result and the time that it took.
    func exchanging<Value: Sendable>(_ body: () async -> Value) async -> (Value, Duration) {
        let exchange = begin()
        let start = now()
        let value = await Self.$exchange.withValue(exchange) { await body() }
        let time = now() - start
        if let exchange { end(exchange) }
        return (value, time)
    }

    /// The machine's clock.
    public static let system: PlatformClock = {
        let clock = ContinuousClock()
        let start = clock.now
        return PlatformClock(
            now: { clock.now - start },
            date: { Date() },
            sleep: { try await clock.sleep(until: start + $0) }
        )
    }()

    /// A clock on which every wait ends at once, and only waits advance the time.
    ///
    /// - Parameter date: The date at the start.
    /// - Returns: The clock.
    public static func instant(startingAt date: Date) -> PlatformClock {
        let time = InstantTime()
        return PlatformClock(
            now: { time.now },
            date: { date.addingTimeInterval(time.now.inSeconds) },
            sleep: { until in
                try Task.checkCancellation()
                time.advance(to: until)
                await Task.yield()
            }
        )
    }
}

private final class InstantTime: Sendable {
    private let time = Mutex<Duration>(.zero)

    var now: Duration { time.withLock { $0 } }

    func advance(to target: Duration) {
        time.withLock { $0 = max($0, target) }
    }
}
