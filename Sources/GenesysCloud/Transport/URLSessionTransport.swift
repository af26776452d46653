import Foundation
import FoundationNetworking

/// Carries requests over HTTP with Foundation's URLSession.
///
/// TLS is verified against the system's certificates, always. Redirects are not followed, so that a token never
/// travels to another host. Proxies come from HTTPS_PROXY and NO_PROXY; this machine is never asked for through one.
public final class URLSessionTransport: PlatformTransport {
    private let host: PlatformHost
    private let session: URLSession
    private let delegate: SessionDelegate
    private let version: String
    private let clock: PlatformClock

    /// Makes a transport to a host.
    ///
    /// - Parameters:
    ///   - host: Where requests go.
    ///   - maximumBodySize: The size in bytes from which on an answer is given up; it is counted after decompression.
    ///   - userAgent: How the program names itself.
    ///   - clock: The time, for the deadline of each exchange.
    public init(
        host: PlatformHost,
        maximumBodySize: Int = 64 * 1024 * 1024,
        userAgent: String = "flowdrift",
        clock: PlatformClock = .system
    ) {
        _ = ProxySettings.loopbackIsDirect
        self.host = host
        version = userAgent
        self.clock = clock
        delegate = SessionDelegate(maximumBodySize: maximumBodySize)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCredentialStorage = nil
        configuration.httpMaximumConnectionsPerHost = 8
        // Each exchange has a deadline of its own; the session's must not come first.
        configuration.timeoutIntervalForRequest = 24 * 3600
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        // A session keeps its delegate, threads and connections until it is told.
        session.invalidateAndCancel()
    }

    /// Sends a request once.
    public func answer(
        to request: PlatformRequest,
        within limit: Duration
    ) async throws(TransportFailure) -> PlatformAnswer {
        guard let request = urlRequest(request) else {
            throw TransportFailure(.noAnswer, "the request makes no URL")
        }
        let (session, delegate, clock) = (session, delegate, clock)
        let deadline = clock.now() + limit
        let result = await withTaskGroup(of: Result<PlatformAnswer, TransportFailure>?.self) { group in
            group.addTask { await Self.exchange(request, session, delegate) }
            group.addTask {
                try? await clock.sleep(deadline)
                return Task.isCancelled
                    ? nil : .failure(TransportFailure(.late, "the answer was not whole after \(limit.phrase)"))
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        // The clock's task says nothing when it was cancelled: then the caller was, too.
        let outcome = result ?? .failure(.cancelled)
        // Whatever the cancelled exchange says of itself: who cancelled hears that, and nothing else.
        if Task.isCancelled, case .failure = outcome { throw TransportFailure.cancelled }
        return try outcome.get()
    }

    private func urlRequest(_ request: PlatformRequest) -> URLRequest? {
        guard let url = URL(string: request.url(at: host)) else { return nil }
        var result = URLRequest(url: url)
        result.setValue("application/json", forHTTPHeaderField: "Accept")
        result.setValue(version, forHTTPHeaderField: "User-Agent")
        if let exchange = PlatformClock.exchange {
            result.setValue(exchange, forHTTPHeaderField: PlatformClock.exchangeHeader)
        }
        switch request {
        case .get(_, as: let token):
            result.httpMethod = "GET"
            result.setValue("Bearer \(token.text)", forHTTPHeaderField: "Authorization")
        case .token(let client):
            result.httpMethod = "POST"
            result.setValue(client.basicAuthorization, forHTTPHeaderField: "Authorization")
            result.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            result.httpBody = Data("grant_type=client_credentials".utf8)
        }
        return result
    }

    private static func exchange(
        _ request: URLRequest,
        _ session: URLSession,
        _ delegate: SessionDelegate
    ) async -> Result<PlatformAnswer, TransportFailure> {
        let task = session.dataTask(with: request)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                delegate.begin(task.taskIdentifier, continuation)
                task.resume()
                // Cancelled before it was registered, nobody would ever hear of it.
                if Task.isCancelled { delegate.end(task.taskIdentifier, .failure(.cancelled)) }
            }
        } onCancel: {
            delegate.end(task.taskIdentifier, .failure(.cancelled))
            task.cancel()
        }
    }
}

extension TransportFailure {
    /// Nobody waits for the answer any more.
    static let cancelled = TransportFailure(.cancelled, "the request was cancelled")
}
