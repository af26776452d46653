/// What can be asked of an org: to look at something, and for a token.
///
/// There is no third case, so that nothing here can change an org.
public enum PlatformRequest: Hashable, Sendable {
    /// GET of a resource, showing a token.
    case get(PlatformResource, as: Secret)
    /// A token for an OAuth client: the one POST there is, to `/oauth/token`.
    case token(ClientCredentials)

    /// The request in one line, without a secret: `GET /api/v2/flows?pageNumber=1`.
    public var line: String {
        switch self {
        case .get(let resource, as: _): "GET \(resource.pathAndQuery)"
        case .token: "POST /oauth/token"
        }
    }

    /// What in the request must not be seen.
    var secrets: [Secret] {
        switch self {
        case .get(_, as: let token): [token]
        case .token(let client): client.secrets
        }
    }

    /// The request's URL at a host.
    func url(at host: PlatformHost) -> String {
        switch self {
        case .get(let resource, as: _): host.apiURL + resource.pathAndQuery
        case .token: host.loginURL + "/oauth/token"
        }
    }

    /// The request in one line with its URL at a host, as errors name it.
    func line(at host: PlatformHost) -> String {
        switch self {
        case .get: "GET \(url(at: host))"
        case .token: "POST \(url(at: host))"
        }
    }
}

/// An answer, of whatever status.
public struct PlatformAnswer: Hashable, Sendable {
    /// The status: 200.
    public var status: Int

    /// The headers, their names in lower case.
    public var headers: [String: String]

    /// The body.
    public var body: [UInt8]

    /// Makes an answer; the headers' names are put in lower case.
    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }
}
