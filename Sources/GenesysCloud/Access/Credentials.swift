import Foundation

/// What an org is asked with: an access token, or an OAuth client that can get one.
public enum Credentials: Hashable, Sendable {
    /// A token that somebody got elsewhere; it cannot be renewed.
    case accessToken(Secret)
    /// An OAuth client with the grant type Client Credentials.
    case client(ClientCredentials)

    /// Everything in them that must not be seen.
    var secrets: [Secret] {
        switch self {
        case .accessToken(let token): [token]
        case .client(let client): client.secrets
        }
    }
}

/// The id and the secret of an OAuth client.
public struct ClientCredentials: Hashable, Sendable {
    /// The client's id.
    let id: Secret

    /// The client's secret.
    let secret: Secret

    /// The value of the header `Authorization` for a token request, as RFC 7617 has it.
    var basicAuthorization: String { "Basic " + encoded }

    /// What must not be seen; the id alone is no secret.
    var secrets: [Secret] { [secret] + [Secret(encoded)].compactMap(\.self) }

    private var encoded: String { Data("\(id.text):\(secret.text)".utf8).base64EncodedString() }
}
