/// The requests that can be sent to an org: to read something, and to get a token.
///
/// There is no other case, so no request can change an org.
public enum PlatformRequest: Hashable, Sendable {
    /// A GET of a resource with a token.
    case get(PlatformResource, as: Secret)
    /// A token for an OAuth client, by the only POST, to `/oauth/token`.
    case token(ClientCredentials)

    /// The request in one line, without secrets: `GET /api/v2/flows?pageNumber=1`.
    public var line: String {
        switch self {
        case .get(let resource, as: _): "GET \(resource.pathAndQuery)"
        case .token: "POST /oauth/token"
        }
    }

    var secrets: [Secret] {
        switch self {
        case .get(_, as: let token): [token]
        case .token(let client): client.secrets
        }
    }

    func url(at host: PlatformHost) -> String {
        switch self {
        case .get(let resource, as: _): host.apiURL + resource.pathAndQuery
        case .token: host.loginURL + "/oauth/token"
        }
    }

    /// The request in one line with its URL, as in errors.
    func line(at host: PlatformHost) -> String {
        switch self {
        case .get: "GET \(url(at: host))"
        case .token: "POST \(url(at: host))"
        }
    }
}

/// An answer of any status.
public struct PlatformAnswer: Hashable, Sendable {
    /// The HTTP status.
    public var status: Int

    /// The headers, with names in lower case.
    public var headers: [String: String]

    /// The body.
    public var body: [UInt8]

    /// Makes an answer, and converts the headers' names to lower case.
    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }
}
