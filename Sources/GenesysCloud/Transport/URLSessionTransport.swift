import Foundation
import FoundationNetworking

/// Sends requests over HTTP with Foundation's URLSession.
///
/// TLS is always verified with the system's certificates. Redirects aren't followed, so that a token never goes to
/// another host. Proxies come from HTTPS_PROXY and NO_PROXY, but are never used for the local machine.
public final class URLSessionTransport: PlatformTransport {
    private let host: PlatformHost
    private let session: URLSession
    private let delegate: SessionDelegate
    private let version: String
    private let clock: PlatformClock

    /// Makes a transport to a host.
    ///
    /// - Parameters:
    ///   - host: The host that gets the requests.
    ///   - maximumBodySize: The largest body in bytes, after decompression; a larger answer is a failure.
    ///   - userAgent: The program's name in requests.
    ///   - clock: The clock for the deadline of each request.
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
        // Each request has its own deadline, so the session's timeout must not come first.
        configuration.timeoutIntervalForRequest = 24 * 3600
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        // A session keeps its delegate, threads and connections until it is invalidated.
        session.invalidateAndCancel()
    }

    /// Sends a request once.
    public func answer(
        to request: PlatformRequest,
        within limit: Duration
    ) async throws(TransportFailure) -> PlatformAnswer {
        guard let request = urlRequest(request) else {
            throw TransportFailure(.noAnswer, "the request has no valid URL")
        }
        let (session, delegate, clock) = (session, delegate, clock)
        let deadline = clock.now() + limit
        let result = await withTaskGroup(of: Result<PlatformAnswer, TransportFailure>?.self) { group in
            group.addTask { await Self.exchange(request, session, delegate) }
            group.addTask {
                try? await clock.sleep(deadline)
                return Task.isCancelled
                    ? nil : .failure(TransportFailure(.late, "the answer was not complete after \(limit.phrase)"))
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        // The clock's task only returns `nil` if it was cancelled, which means that the caller was cancelled too.
        let outcome = result ?? .failure(.cancelled)
        // A cancelled caller always gets the same error, whatever error the request ended with.
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
                // If the task was cancelled before `begin`, `onCancel` found nothing to end.
                if Task.isCancelled { delegate.end(task.taskIdentifier, .failure(.cancelled)) }
            }
        } onCancel: {
            delegate.end(task.taskIdentifier, .failure(.cancelled))
            task.cancel()
        }
    }
}

extension TransportFailure {
    static let cancelled = TransportFailure(.cancelled, "the request was cancelled")
}
