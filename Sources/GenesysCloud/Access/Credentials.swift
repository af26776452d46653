import Foundation

/// The credentials for an org: an access token, or an OAuth client that can get one.
public enum Credentials: Hashable, Sendable {
    /// A token from elsewhere, which can't be renewed.
    case accessToken(Secret)
    /// An OAuth client with the grant type Client Credentials.
    case client(ClientCredentials)

    var secrets: [Secret] {
        switch self {
        case .accessToken(let token): [token]
        case .client(let client): client.secrets
        }
    }
}

/// The id and the secret of an OAuth client.
public struct ClientCredentials: Hashable, Sendable {
    let id: Secret
    let secret: Secret

    /// The value of the header `Authorization` for a token request (RFC 7617).
    var basicAuthorization: String { "Basic " + encoded }

    /// The parts that must not be shown; the id alone isn't secret.
    var secrets: [Secret] { [secret] + [Secret(encoded)].compactMap(\.self) }

    private var encoded: String { Data("\(id.text):\(secret.text)".utf8).base64EncodedString() }
}
