import Foundation

/// The addresses of an org's API and of its login server.
public struct PlatformHost: Hashable, Sendable {
    /// The URL of the API, without a final slash: `https://api.mypurecloud.ie`.
    public let apiURL: String

    /// The URL of the login server, without a final slash; tokens come from `/oauth/token` below it.
    public let loginURL: String

    /// Makes the host of a region.
    public init(_ region: Region) {
        (apiURL, loginURL) = (region.apiURL, region.loginURL)
    }

    /// Makes the host of a gateway or of `flowdrift stub`, with the API and `/oauth/token` below the same URL.
    ///
    /// - Parameter gateway: The URL, which must be https. Plain http is only allowed for the names of the local
    ///   machine, which never go through a proxy.
    /// - Throws: ``AccessError`` for any other URL.
    public init(gateway: String) throws(AccessError) {
        let example = "write the host as https://api-gateway.example.org or http://127.0.0.1:8085"
        let parts = URLComponents(string: gateway.trimming(" /"))
        guard let parts, let scheme = parts.scheme?.lowercased(), let host = parts.host, !host.isEmpty else {
            throw AccessError("The host is not a URL", fix: example)
        }
        guard parts.user == nil, parts.password == nil else {
            // The user and password aren't repeated because they may be secret.
            throw AccessError(
                "The host's URL contains a user or a password",
                fix: "leave the user and the password out; " + example
            )
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw AccessError(
                "The host's URL ends with a query or a fragment",
                fix: "leave the query or the fragment out; " + example
            )
        }
        guard scheme == "https" || scheme == "http" else {
            throw AccessError("The host '\(host)' has the scheme '\(scheme)', not https or http", fix: example)
        }
        guard scheme == "https" || Self.loopbackNames.contains(host.lowercased().trimming("[]")) else {
            throw AccessError(
                "Plain http to '\(host)' would expose the token on the network",
                fix: "use https; http is allowed only for this machine, named localhost, 127.0.0.1 or [::1]"
            )
        }
        let port = parts.port.map { ":\($0)" } ?? ""
        apiURL = "\(scheme)://\(host.lowercased())\(port)\(parts.percentEncodedPath)"
        loginURL = apiURL
    }

    /// Makes a host from the two URLs in a recording of an org's answers.
    init(apiURL: String, loginURL: String) {
        (self.apiURL, self.loginURL) = (apiURL, loginURL)
    }

    /// The names of the local machine, which never go through a proxy.
    static let loopbackNames = ["localhost", "127.0.0.1", "::1"]

    /// Whether the API is on the local machine.
    public var isLoopback: Bool { Self.loopbackNames.contains(name.trimming("[]")) }

    /// The host name of the API, for messages: `api.mypurecloud.ie`.
    public var name: String { URLComponents(string: apiURL)?.host ?? apiURL }
}
