import Synchronization

/// A clock that only a test advances, for a client and the host that it talks to.
///
/// Only waits take time. An automatic clock advances to the end of the next wait as soon as each exchange has ended or
/// has a host that also waits on this clock. Any other clock only advances by ``advance(by:)``.
public final class TestClock: Sendable {
    private let state = Mutex(State())
    private let isAutomatic: Bool

    /// Makes a clock that starts at zero.
    public init(isAutomatic: Bool = true) {
        self.isAutomatic = isAutomatic
    }

    /// The time since the start.
    public var now: Duration { state.withLock { $0.now } }

    /// The number of tasks that wait.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Begins an exchange, and returns its name.
    public func begin() -> String {
        state.withLock { state in
            state.number += 1
            let name = "\(state.number)"
            state.open.insert(name)
            state.running.insert(name)
            return name
        }
    }

    /// Ends an exchange; if its host still waits, the wait ends with an error.
    public func end(_ exchange: String) {
        update { state in
            state.open.remove(exchange)
            state.running.remove(exchange)
            let left = state.sleepers.filter { $1.isHost && $1.exchange == exchange }
            for id in left.keys { state.sleepers[id] = nil }
            return left.values.map { Wake(continuation: $0.continuation, isDue: false) }
        }
    }

    /// Advances the clock.
    public func advance(by duration: Duration) {
        update { state in state.advance(to: state.now + duration) }
    }

    /// Waits until a time, as the client in an exchange; the exchange continues when the wait ends.
    ///
    /// - Throws: `CancellationError` if the task is cancelled.
    public func sleep(until time: Duration, exchange: String? = nil) async throws {
        try await wait(time, isFromNow: false, exchange, isHost: false)
    }

    /// Waits for a time, as the host in an exchange; the exchange is suspended until the wait ends.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, or the exchange has ended.
    public func pause(_ duration: Duration, exchange: String?) async throws {
        try await wait(duration, isFromNow: true, exchange, isHost: true)
    }

    private func wait(_ time: Duration, isFromNow: Bool, _ exchange: String?, isHost: Bool) async throws {
        let id = state.withLock { state in
            state.number += 1
            return state.number
        }
        let isDue = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                update { state in
                    let until = isFromNow ? state.now + time : time
                    if let exchange, isHost {
                        guard state.open.contains(exchange) else {
                            return [Wake(continuation: continuation, isDue: false)]
                        }
                        state.running.remove(exchange)
                    }
                    state.sleepers[id] = Sleeper(
                        until: until,
                        exchange: exchange,
                        isHost: isHost,
                        continuation: continuation
                    )
                    return state.advance(to: state.now)
                }
                // If it was cancelled before it was registered, nothing else would ever wake it.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
        guard isDue else { throw CancellationError() }
    }

    private func cancel(_ id: Int) {
        update { state in
            guard let sleeper = state.sleepers.removeValue(forKey: id) else { return [] }
            return [Wake(continuation: sleeper.continuation, isDue: false)]
        }
    }

    /// Changes the state, advances if nothing is running, and wakes every task whose wait is over.
    private func update(_ change: (inout State) -> [Wake]) {
        let woken = state.withLock { state in
            let woken = change(&state)
            return woken + (isAutomatic ? state.advanceIfIdle() : [])
        }
        for wake in woken { wake.continuation.resume(returning: wake.isDue) }
    }

    /// A task that waits.
    private struct Sleeper {
        let until: Duration
        let exchange: String?
        let isHost: Bool
        let continuation: CheckedContinuation<Bool, Never>
    }

    /// A task whose wait is over.
    private struct Wake {
        let continuation: CheckedContinuation<Bool, Never>
        /// Whether the time has come, or `false` if the wait was cancelled.
        let isDue: Bool
    }

    private struct State {
        var now = Duration.zero
        var number = 0
        /// The exchanges that haven't ended.
        var open: Set<String> = []
        /// The exchanges that don't wait on this clock.
        var running: Set<String> = []
        var sleepers: [Int: Sleeper] = [:]

        mutating func advanceIfIdle() -> [Wake] {
            guard running.isEmpty, let first = sleepers.values.map(\.until).min() else { return [] }
            return advance(to: first)
        }

        mutating func advance(to time: Duration) -> [Wake] {
            now = max(now, time)
            let due = sleepers.filter { $1.until <= now }
            for (id, sleeper) in due {
                sleepers[id] = nil
                if let exchange = sleeper.exchange, open.contains(exchange) { running.insert(exchange) }
            }
            return due.sorted { $0.key < $1.key }.map { Wake(continuation: $0.value.continuation, isDue: true) }
        }
    }
}
