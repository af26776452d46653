/// The time as the stand-in sees it; tests hand in the clock of the client that asks it.
public struct StubClock: Sendable {
    /// The time since some start; it never goes back.
    public var now: @Sendable () -> Duration

    /// Waits before an exchange goes on; it throws if nobody waits for its answer any more.
    ///
    /// The exchange is the one that the request's header ``exchangeHeader`` names; `nil` without it.
    public var pause: @Sendable (_ duration: Duration, _ exchange: String?) async throws -> Void

    /// The header by which a client with the same clock names an exchange.
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
