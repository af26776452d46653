import Foundation
import FoundationNetworking
import Synchronization

/// Collects the answers of a session, by the number of their task.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    typealias Outcome = Result<PlatformAnswer, TransportFailure>

    private let maximumBodySize: Int
    private let exchanges = Mutex<[Int: Exchange]>([:])

    init(maximumBodySize: Int) {
        self.maximumBodySize = maximumBodySize
    }

    /// A request whose caller waits for the answer.
    private struct Exchange {
        let continuation: CheckedContinuation<Outcome, Never>
        var answer: PlatformAnswer?
    }

    /// Registers a request; the first call of ``end(_:_:)`` ends it.
    func begin(_ task: Int, _ continuation: CheckedContinuation<Outcome, Never>) {
        exchanges.withLock { $0[task] = Exchange(continuation: continuation) }
    }

    /// Ends a request, unless it has already ended.
    func end(_ task: Int, _ outcome: Outcome) {
        exchanges.withLock { $0.removeValue(forKey: task) }?.continuation.resume(returning: outcome)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        exchanges.withLock { $0[task.taskIdentifier]?.answer = PlatformAnswer(response) }
        // The request must only end when the session says so. If the caller got its answer now, and cancelled the task
        // before the session has handled the redirection, Foundation would crash.
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        // The credentials were already in the request. The complete answer is returned when the task ends.
        completionHandler(.rejectProtectionSpace, nil)
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse {
            exchanges.withLock { $0[dataTask.taskIdentifier]?.answer = PlatformAnswer(response) }
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let task = dataTask.taskIdentifier
        let isTooLarge = exchanges.withLock { exchanges in
            guard let size = exchanges[task]?.answer?.body.count else { return false }
            guard size + data.count <= maximumBodySize else { return true }
            exchanges[task]?.answer?.body.append(contentsOf: data)
            return false
        }
        guard isTooLarge else { return }
        let size = maximumBodySize / (1024 * 1024)
        let limit = size > 0 ? "\(size) MiB" : "\(maximumBodySize) bytes"
        end(task, .failure(TransportFailure(.tooLarge, "the answer is larger than \(limit)")))
        dataTask.cancel()
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let number = task.taskIdentifier
        guard let answer = exchanges.withLock({ $0[number].map(\.answer) }) else { return }
        switch (answer, error) {
        case (let answer?, nil): end(number, .success(answer))
        case (nil, nil):
            end(number, .failure(TransportFailure(.noAnswer, "the connection was closed without an answer")))
        // After the rejected challenge, the session cancels the request once the answer is complete.
        case (let answer?, let error?) where answer.status == 401 && (error as NSError).code == NSURLErrorCancelled:
            end(number, .success(answer))
        case (.some, _?): end(number, .failure(TransportFailure(.notWhole, "the answer was cut off")))
        case (nil, let error?): end(number, .failure(TransportFailure(error)))
        }
    }
}

extension PlatformAnswer {
    fileprivate init(_ response: HTTPURLResponse) {
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let value = value as? String else { continue }
            headers[name] = value
        }
        self.init(status: response.statusCode, headers: headers)
    }
}

extension TransportFailure {
    /// Describes in our own words why there was no answer; the system's description is often just a number.
    fileprivate init(_ error: any Error) {
        let error = error as NSError
        let text = error.userInfo[NSLocalizedDescriptionKey] as? String ?? ""
        guard error.domain == NSURLErrorDomain else {
            self.init(.noAnswer, "the connection failed (\(error.domain) \(error.code))")
            return
        }
        switch error.code {
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: self.init(.noAnswer, "there is no host of that name")
        case NSURLErrorCannotConnectToHost: self.init(.noAnswer, "the connection was refused")
        case NSURLErrorTimedOut: self.init(.noAnswer, "the connection timed out")
        case NSURLErrorNetworkConnectionLost: self.init(.noAnswer, "the connection was reset")
        case NSURLErrorSecureConnectionFailed, NSURLErrorServerCertificateUntrusted,
            NSURLErrorServerCertificateHasBadDate, NSURLErrorServerCertificateHasUnknownRoot,
            NSURLErrorServerCertificateNotYetValid, NSURLErrorClientCertificateRejected,
            NSURLErrorClientCertificateRequired:
            self.init(.untrusted, "the connection is not secure: \(text)")
        case _ where text.contains("SSL") || text.contains("certificate"):
            self.init(.untrusted, "the connection is not secure: \(text)")
        default: self.init(.noAnswer, "the connection failed: \(text.isEmpty ? "error \(error.code)" : text)")
        }
    }
}
