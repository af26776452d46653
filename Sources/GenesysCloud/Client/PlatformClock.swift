public import Foundation
import Synchronization

/// The time as the client sees it; tests and replays hand in their own, and wait for nothing.
public struct PlatformClock: Sendable {
    /// The time since some start; it never goes back.
    public var now: @Sendable () -> Duration

    /// The date.
    public var date: @Sendable () -> Date

    /// Waits until ``now`` has reached a time; it throws where the wait was cancelled.
    public var sleep: @Sendable (_ until: Duration) async throws -> Void

    /// Announces an exchange with a host and names it; `nil` for a clock that doesn't wait for exchanges.
    ///
    /// A test's clock stands still while an exchange is under way, unless the host waits on the same clock.
    public var begin: @Sendable () -> String?

    /// Ends an exchange of that name.
    public var end: @Sendable (String) -> Void

    /// The exchange that the current task is part of; its request names it to the host, ``exchangeHeader``.
    @TaskLocal public static var exchange: String?

    /// The header that names an exchange to a stand-in with the same clock; no other request has it.
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

    /// Does something as one exchange with a host.
    ///
    /// - Returns: Its result, and how long it took.
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

    /// A clock on which every wait is over at once, and only waits make time pass.
    ///
    /// - Parameter date: The date at its start.
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

/// The time on an instant clock: shared by all who wait on it.
private final class InstantTime: Sendable {
    private let time = Mutex<Duration>(.zero)

    var now: Duration { time.withLock { $0 } }

    func advance(to target: Duration) {
        time.withLock { $0 = max($0, target) }
    }
}
