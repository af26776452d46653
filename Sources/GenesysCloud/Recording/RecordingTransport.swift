import Foundation
import Synchronization

/// Sends requests through another transport, and records their answers and failures.
public final class RecordingTransport: PlatformTransport {
    private let transport: any PlatformTransport
    private let origin: Recording.Origin
    private let kept: Mutex<(exchanges: [Recording.Exchange], secrets: Set<Secret>)>

    /// Makes a transport that records the requests and answers of another one.
    ///
    /// - Parameters:
    ///   - transport: The transport that sends the requests.
    ///   - access: The address of the org; its secrets are kept out of the recording.
    public init(_ transport: any PlatformTransport, access: Access) {
        self.transport = transport
        let hasClient = if case .client = access.credentials { true } else { false }
        origin = Recording.Origin(api: access.host.apiURL, login: access.host.loginURL, hasClient: hasClient)
        kept = Mutex(([], Set(access.credentials.secrets)))
    }

    /// Sends a request once, and records its answer or failure.
    public func answer(
        to request: PlatformRequest,
        within limit: Duration
    ) async throws(TransportFailure) -> PlatformAnswer {
        var exchange = Recording.Exchange(request: request.line)
        do throws(TransportFailure) {
            let answer = try await transport.answer(to: request, within: limit)
            exchange.keep(answer, isToken: request.isToken)
            keep(exchange, secrets: request.secrets + (request.isToken ? [answer.token].compactMap(\.self) : []))
            return answer
        } catch {
            exchange.failure = .init(kind: error.kind, detail: error.detail)
            // The org doesn't cause a cancellation, so it isn't recorded.
            if error.kind != .cancelled { keep(exchange, secrets: request.secrets) }
            throw error
        }
    }

    /// The requests and their answers so far, without secrets and without the names of people.
    public var recording: Recording {
        let (exchanges, secrets) = kept.withLock { $0 }
        // Secrets of fewer than 6 bytes protect nothing, and aren't replaced: a stub server accepts any token, such as
        // `x`, and replacing every `x` would ruin the recording.
        let texts = secrets.map(\.text).filter { $0.utf8.count >= 6 }.sorted {
            ($0.utf8.count, $0) > ($1.utf8.count, $1)
        }
        return Recording(origin: origin, exchanges: exchanges.map { $0.without(texts).withoutNamesOfPeople })
    }

    private func keep(_ exchange: Recording.Exchange, secrets: [Secret]) {
        kept.withLock {
            $0.exchanges.append(exchange)
            $0.secrets.formUnion(secrets)
        }
    }
}

extension Recording.Exchange {
    /// The headers that matter for a replay; none of them contains a secret.
    private static let keptHeaders: Set<String> = [
        "content-type", "date", "inin-correlation-id", "inin-ratelimit-allowed", "inin-ratelimit-count",
        "inin-ratelimit-reset", "location", "retry-after",
    ]

    /// Records an answer, without the token if the answer has one.
    fileprivate mutating func keep(_ answer: PlatformAnswer, isToken: Bool) {
        status = answer.status
        var kept = answer.headers.filter { Self.keptHeaders.contains($0.key) }
        // The query of a redirect's target may contain a token.
        kept["location"] = answer.headers["location"].map { String($0.prefix { $0 != "?" }) }
        headers = kept
        let bytes = isToken && answer.token != nil ? Array(Self.tokenBody.utf8) : answer.body
        body = String(validating: bytes, as: UTF8.self)
        if body == nil { bodyBase64 = Data(bytes).base64EncodedString() }
    }

    private static let tokenBody = "{\"access_token\":\"\(Secret.placeholder)\"}"

    fileprivate func without(_ secrets: [String]) -> Recording.Exchange {
        func clean(_ text: String) -> String {
            secrets.reduce(text) { text, secret in
                // In a replay, the secret is the placeholder itself, so there is nothing to replace.
                secret == Secret.placeholder ? text : text.replacing(secret, with: Secret.placeholder)
            }
        }
        var exchange = self
        exchange.body = body.map(clean)
        exchange.headers = headers?.mapValues(clean)
        exchange.failure = failure.map { .init(kind: $0.kind, detail: clean($0.detail)) }
        if let bodyBase64, let data = Data(base64Encoded: bodyBase64),
            secrets.contains(where: { data.range(of: Data($0.utf8)) != nil })
        {
            exchange.bodyBase64 = Data(Secret.placeholder.utf8).base64EncodedString()
        }
        return exchange
    }
}

extension PlatformRequest {
    fileprivate var isToken: Bool {
        if case .token = self { true } else { false }
    }
}

extension PlatformAnswer {
    /// The token in an answer, or `nil` if there is none.
    fileprivate var token: Secret? {
        struct Granted: Decodable {
            var access_token: String
        }
        return (try? JSONDecoder().decode(Granted.self, from: Data(body))).flatMap { Secret($0.access_token) }
    }
}
