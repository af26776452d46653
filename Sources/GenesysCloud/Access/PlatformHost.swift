import Foundation

/// Where an org's API is, and where its tokens come from.
public struct PlatformHost: Hashable, Sendable {
    /// Where the API is, without a slash at the end: `https://api.mypurecloud.ie`.
    public let apiURL: String

    /// Where tokens come from, without a slash at the end; `/oauth/token` is below it.
    public let loginURL: String

    /// The host of a region.
    public init(_ region: Region) {
        (apiURL, loginURL) = (region.apiURL, region.loginURL)
    }

    /// A gateway or a stand-in: the API and `/oauth/token` are below the same URL.
    ///
    /// - Parameter gateway: The URL. It is https; plain http goes only to this machine, by the names that no proxy
    ///   ever sees.
    /// - Throws: ``AccessError`` for anything else.
    public init(gateway: String) throws(AccessError) {
        let example = "write it as https://api-gateway.example.org or http://127.0.0.1:8085"
        let parts = URLComponents(string: gateway.trimming(" /"))
        guard let parts, let scheme = parts.scheme?.lowercased(), let host = parts.host, !host.isEmpty else {
            throw AccessError("The host is not a URL", wayOut: example)
        }
        guard parts.user == nil, parts.password == nil else {
            // What stands there is not repeated: it may be a secret.
            throw AccessError("The host's URL has a user or a password in it", wayOut: "leave them out; " + example)
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw AccessError("The host's URL ends in a query or a fragment", wayOut: "leave it out; " + example)
        }
        guard scheme == "https" || scheme == "http" else {
            throw AccessError("The host '\(host)' is asked for by \(scheme)", wayOut: example)
        }
        guard scheme == "https" || Self.loopbackNames.contains(host.lowercased().trimming("[]")) else {
            throw AccessError(
                "Plain http to '\(host)' would show the token to everybody on the way",
                wayOut: "use https; http is for this machine only, as localhost, 127.0.0.1 or [::1]"
            )
        }
        let port = parts.port.map { ":\($0)" } ?? ""
        apiURL = "\(scheme)://\(host.lowercased())\(port)\(parts.percentEncodedPath)"
        loginURL = apiURL
    }

    /// Makes a host of two URLs, as a recording names them.
    init(apiURL: String, loginURL: String) {
        (self.apiURL, self.loginURL) = (apiURL, loginURL)
    }

    /// The names by which this machine calls itself, and which no proxy is asked for.
    static let loopbackNames = ["localhost", "127.0.0.1", "::1"]

    /// Whether the API is on this machine.
    public var isLoopback: Bool { Self.loopbackNames.contains(name.trimming("[]")) }

    /// The name of the host of the API, for messages: `api.mypurecloud.ie`.
    public var name: String { URLComponents(string: apiURL)?.host ?? apiURL }
}
