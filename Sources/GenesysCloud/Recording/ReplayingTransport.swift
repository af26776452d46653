import Synchronization

/// Answers requests from a recording of an org's answers, offline.
///
/// The answers to the same request come in the recorded order, and the last one is repeated. Use it with
/// ``PlatformClock/instant(startingAt:)``, so that nothing waits.
public final class ReplayingTransport: PlatformTransport {
    private let left: Mutex<[String: ArraySlice<Recording.Exchange>]>

    /// Makes a transport that answers from a recording.
    public init(_ recording: Recording) {
        let exchanges = Dictionary(grouping: recording.exchanges, by: \.request)
        left = Mutex(exchanges.mapValues { $0[...] })
    }

    /// Answers as the org did.
    public func answer(
        to request: PlatformRequest,
        within limit: Duration
    ) async throws(TransportFailure) -> PlatformAnswer {
        let line = request.line
        let exchange = left.withLock { left -> Recording.Exchange? in
            guard let exchanges = left[line], let first = exchanges.first else { return nil }
            if exchanges.count > 1 { left[line] = exchanges.dropFirst() }
            return first
        }
        guard let exchange else {
            throw TransportFailure(.notRecorded, "The recording of the org's answers does not have this request")
        }
        return try exchange.outcome.get()
    }
}
