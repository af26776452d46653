import Foundation
import Synchronization

/// Carries requests by another transport, and keeps what became of them.
public final class RecordingTransport: PlatformTransport {
    private let transport: any PlatformTransport
    private let origin: Recording.Origin
    private let kept: Mutex<(exchanges: [Recording.Exchange], secrets: Set<Secret>)>

    /// Makes a transport that keeps what another one carries.
    ///
    /// - Parameters:
    ///   - transport: What carries the requests.
    ///   - access: Where the org is; its secrets are kept out of the recording.
    public init(_ transport: any PlatformTransport, access: Access) {
        self.transport = transport
        let hasClient = if case .client = access.credentials { true } else { false }
        origin = Recording.Origin(api: access.host.apiURL, login: access.host.loginURL, hasClient: hasClient)
        kept = Mutex(([], Set(access.credentials.secrets)))
    }

    /// Sends a request once, and keeps what became of it.
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
            // Being cancelled is nothing that the org did.
            if error.kind != .cancelled { keep(exchange, secrets: request.secrets) }
            throw error
        }
    }

    /// What was kept so far, without any secret.
    public var recording: Recording {
        let (exchanges, secrets) = kept.withLock { $0 }
        // A text this short protects nothing, and taking each of its letters out would ruin the recording: a stand-in
        // takes any token, such as `x`.
        let texts = secrets.map(\.text).filter { $0.utf8.count >= 6 }.sorted {
            ($0.utf8.count, $0) > ($1.utf8.count, $1)
        }
        return Recording(origin: origin, exchanges: exchanges.map { $0.without(texts) })
    }

    private func keep(_ exchange: Recording.Exchange, secrets: [Secret]) {
        kept.withLock {
            $0.exchanges.append(exchange)
            $0.secrets.formUnion(secrets)
        }
    }
}

extension Recording.Exchange {
    /// The headers that matter to a reader; none of them holds a secret.
    private static let keptHeaders: Set<String> = [
        "content-type", "date", "inin-correlation-id", "inin-ratelimit-allowed", "inin-ratelimit-count",
        "inin-ratelimit-reset", "location", "retry-after",
    ]

    /// Keeps an answer; of a token's, only that there was one.
    fileprivate mutating func keep(_ answer: PlatformAnswer, isToken: Bool) {
        status = answer.status
        var kept = answer.headers.filter { Self.keptHeaders.contains($0.key) }
        // A place that we were sent on to may hold a token in its query.
        kept["location"] = answer.headers["location"].map { String($0.prefix { $0 != "?" }) }
        headers = kept
        let bytes = isToken && answer.token != nil ? Array(Self.tokenBody.utf8) : answer.body
        body = String(validating: bytes, as: UTF8.self)
        if body == nil { bodyBase64 = Data(bytes).base64EncodedString() }
    }

    private static let tokenBody = "{\"access_token\":\"\(Secret.placeholder)\"}"

    /// The exchange with a placeholder for every secret.
    fileprivate func without(_ secrets: [String]) -> Recording.Exchange {
        func clean(_ text: String) -> String {
            secrets.reduce(text) { text, secret in
                // The origin's own placeholder stands for a secret already.
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
    /// Whether it asks for a token.
    fileprivate var isToken: Bool {
        if case .token = self { true } else { false }
    }
}

extension PlatformAnswer {
    /// The token in an answer; nil where it holds none.
    fileprivate var token: Secret? {
        struct Granted: Decodable {
            var access_token: String
        }
        return (try? JSONDecoder().decode(Granted.self, from: Data(body))).flatMap { Secret($0.access_token) }
    }
}
