/// The effect of a curl option on the request.
///
/// Source: the manual of curl 8.
package enum CurlOption: Sendable {
    case request, header, url, user, bearer, get, head, form, upload

    /// A body; `@` at its beginning names a file.
    case data

    /// A body; `@` at its beginning is an ordinary character.
    case dataRaw

    /// A body that is encoded as a form.
    case dataURLEncode

    /// A body sent with JSON headers.
    case json

    /// A file with further options, which may include headers.
    case config

    /// Any other option with a value.
    case otherWithValue

    /// Any other option without a value.
    case flag

    package var takesValue: Bool {
        switch self {
        case .get, .head, .flag: false
        default: true
        }
    }

    /// The option with a long name, or `nil` if curl doesn't have it.
    package init?(long name: String) {
        if let option = Self.long[name] {
            self = option
        } else if Self.othersWithValue.contains(name) {
            self = .otherWithValue
        } else if Self.flags.contains(name) || name.hasPrefix("no-") && Self.flags.contains(String(name.dropFirst(3))) {
            self = .flag
        } else {
            return nil
        }
    }

    /// The option with a letter, or `nil` if curl doesn't have it.
    package init?(letter: Character) {
        switch letter {
        case "X": self = .request
        case "H": self = .header
        case "d": self = .data
        case "u": self = .user
        case "G": self = .get
        case "I": self = .head
        case "F": self = .form
        case "T": self = .upload
        case "K": self = .config
        case _ where "AbcCDeEhmoPQrtUwxyYz".contains(letter): self = .otherWithValue
        case _ where letter.isASCII && (letter.isLetter || "0123456#:".contains(letter)): self = .flag
        default: return nil
        }
    }

    package static func isLong(_ name: String) -> Bool { CurlOption(long: name) != nil }

    private static let long: [String: CurlOption] = [
        "request": .request, "header": .header, "url": .url, "user": .user, "oauth2-bearer": .bearer, "get": .get,
        "head": .head, "form": .form, "form-string": .form, "upload-file": .upload, "data": .data,
        "data-ascii": .data, "data-binary": .data, "data-raw": .dataRaw, "data-urlencode": .dataURLEncode,
        "json": .json, "config": .config,
    ]

    private static let othersWithValue: Set<String> = [
        "abstract-unix-socket", "alt-svc", "aws-sigv4", "cacert", "capath", "cert", "cert-type", "ciphers",
        "connect-timeout", "connect-to", "cookie", "cookie-jar", "create-file-mode", "crlfile", "curves", "delegation",
        "dns-interface", "dns-ipv4-addr", "dns-ipv6-addr", "dns-servers", "doh-url", "dump-header", "engine",
        "etag-compare", "etag-save", "expect100-timeout", "happy-eyeballs-timeout-ms", "hsts", "interface",
        "keepalive-cnt", "keepalive-time", "key", "key-type", "limit-rate", "local-port", "login-options",
        "max-filesize", "max-redirs", "max-time", "netrc-file", "noproxy", "output", "output-dir", "parallel-max",
        "pass", "pinnedpubkey", "preproxy", "proto", "proto-default", "proto-redir", "proxy", "proxy-cacert",
        "proxy-capath", "proxy-cert", "proxy-ciphers", "proxy-header", "proxy-key", "proxy-pass", "proxy-pinnedpubkey",
        "proxy-tls13-ciphers", "proxy-user", "proxy1.0", "range", "rate", "referer", "request-target", "resolve",
        "retry", "retry-delay", "retry-max-time", "service-name", "socks4", "socks4a", "socks5", "socks5-hostname",
        "speed-limit", "speed-time", "stderr", "time-cond", "tls-max", "tls13-ciphers", "trace", "trace-ascii",
        "trace-config", "unix-socket", "url-query", "user-agent", "variable", "write-out",
    ]

    private static let flags: Set<String> = [
        "alpn", "anyauth", "append", "basic", "buffer", "ca-native", "cert-status", "clobber", "compressed",
        "compressed-ssh", "create-dirs", "digest", "disable", "disable-eprt", "disable-epsv",
        "disallow-username-in-url", "doh-cert-status", "doh-insecure", "fail", "fail-early", "fail-with-body",
        "false-start", "globoff", "haproxy-protocol", "help", "http0.9", "http1.0", "http1.1", "http2",
        "http2-prior-knowledge", "http3", "ignore-content-length", "include", "insecure", "ipv4", "ipv6", "keepalive",
        "location", "location-trusted", "manual", "metalink", "negotiate", "netrc", "netrc-optional", "next", "npn",
        "ntlm", "parallel", "parallel-immediate", "path-as-is", "post301", "post302", "post303", "progress-bar",
        "progress-meter", "proxy-anyauth", "proxy-basic", "proxy-ca-native", "proxy-digest", "proxy-http2",
        "proxy-insecure", "proxy-negotiate", "proxy-ntlm", "proxy-ssl-allow-beast", "proxy-ssl-auto-client-cert",
        "proxytunnel", "raw", "remote-header-name", "remote-name", "remote-name-all", "remote-time", "remove-on-error",
        "retry-all-errors", "retry-connrefused", "sasl-ir", "sessionid", "show-error", "show-headers", "silent", "ssl",
        "ssl-allow-beast", "ssl-auto-client-cert", "ssl-no-revoke", "ssl-reqd", "ssl-revoke-best-effort",
        "styled-output", "suppress-connect-headers", "tcp-fastopen", "tcp-nodelay", "tlsv1", "tlsv1.0", "tlsv1.1",
        "tlsv1.2", "tlsv1.3", "tr-encoding", "trace-time", "verbose", "version", "xattr",
    ]
}
