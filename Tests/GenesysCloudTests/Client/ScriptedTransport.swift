import Synchronization

@testable import GenesysCloud

/// A transport that answers according to a script, and records its requests.
final class ScriptedTransport: PlatformTransport {
    typealias Outcome = Result<PlatformAnswer, TransportFailure>

    private let script: @Sendable (_ request: PlatformRequest, _ number: Int) -> Outcome
    private let asked = Mutex<[PlatformRequest]>([])

    /// Makes a transport; `number` counts equal requests, from 1.
    init(_ script: @escaping @Sendable (_ request: PlatformRequest, _ number: Int) -> Outcome) {
        self.script = script
    }

    var requests: [PlatformRequest] { asked.withLock { $0 } }

    var lines: [String] { requests.map(\.line) }

    func answer(to request: PlatformRequest, within limit: Duration) async throws(TransportFailure) -> PlatformAnswer {
        let number = asked.withLock { asked in
            asked.append(request)
            return asked.count { $0.line == request.line }
        }
        if case .token = request {
            switch script(request, number) {
            case .success(let answer) where answer.body.isEmpty && answer.status == 200:
                return .json("{\"access_token\":\"token-\(number)\",\"expires_in\":86399}")
            case let outcome: return try outcome.get()
            }
        }
        return try script(request, number).get()
    }
}

extension Result where Success == PlatformAnswer, Failure == TransportFailure {
    /// The outcome of a token request: the next token.
    static var granted: Self { .success(PlatformAnswer(status: 200)) }
}

extension PlatformClient {
    /// A client on a clock on which only waits take time.
    static func scripted(
        _ access: Access,
        clock: PlatformClock = .instant(startingAt: .start),
        policy: RetryPolicy = RetryPolicy(jitter: { 0 }),
        requestsPerMinute: Int = 300,
        progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in },
        _ transport: any PlatformTransport
    ) -> PlatformClient {
        PlatformClient(
            access: access,
            transport: transport,
            clock: clock,
            policy: policy,
            requestsPerMinute: requestsPerMinute,
            progress: progress
        )
    }
}
