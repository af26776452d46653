import Foundation

extension PlatformError {
    init(_ answer: PlatformAnswer, to request: PlatformRequest, at host: PlatformHost, with credentials: Credentials) {
        let told = ErrorAnswer(answer.body)
        let place = request.line(at: host)
        let secrets = credentials.secrets + request.secrets
        let reason = told.phrase.map { "; the API says: \"\(Self.clean($0, without: secrets))\"" } ?? ""
        let problem = { (phrase: String) in "\(phrase) (status \(answer.status))\(reason)" }
        let kind: Kind
        let phrase: String
        let fix: String?
        switch (request, answer.status) {
        case (_, 300..<400):
            (kind, phrase, fix) = Self.redirection(answer)
        case (.token, 400..<500):
            (kind, phrase) = (.credentials, "The OAuth client got no token")
            fix =
                "check the usual causes: the id or the secret is mistyped or was replaced, the client's grant type is not "
                + "Client Credentials, or the client belongs to another region"
        case (.get, 401):
            (kind, phrase, fix) = (.credentials, "The token was not accepted", Self.fix(of: credentials))
        case (.get(let resource, as: _), 403):
            (kind, phrase, fix) = Self.lack(of: resource.permission, told.permission)
        case (_, 404):
            (kind, phrase, fix) = (.notFound, "The org does not have the requested resource", nil)
        case (_, 429):
            (kind, phrase) = (.rateLimit, "The org still refuses requests because of its rate limit")
            fix =
                "give flowdrift an OAuth client that no other program uses, or run again later"
        case (_, 501):
            (kind, phrase, fix) = (
                .refused, "The host does not support this request", "check that the host is that of the org's API"
            )
        case (_, 500...):
            (kind, phrase, fix) = (
                .refused, "The org reported a server error",
                "run again later; if the error persists, give the correlation id to Genesys Cloud Care"
            )
        default:
            (kind, phrase, fix) = (
                .refused, "The org refused the request", "give the correlation id to Genesys Cloud Care"
            )
        }
        let id = answer.headers["inin-correlation-id"] ?? told.contextID
        self.init(
            kind,
            problem(phrase),
            at: place,
            fix: fix,
            correlationID: id.map { Self.clean($0, without: []) }
        )
    }

    init(
        _ failure: TransportFailure,
        to request: PlatformRequest,
        at host: PlatformHost,
        within budget: Duration,
        isFirstContact: Bool = false
    ) {
        let place = request.line(at: host)
        switch failure.kind {
        case .noAnswer, .notWhole, .late:
            // The detail of a late answer would only repeat the message.
            let isLate = failure.kind == .late
            self.init(
                .noAnswer,
                "There was no complete answer within \(budget.phrase)"
                    + (isLate ? "" : "; at the last try, \(failure.detail)"),
                at: place,
                // No option extends the time for a host that has never answered.
                fix: isLate && !isFirstContact
                    ? "check the network and the proxy, or allow more time with --timeout"
                    : "check the network, the proxy and the host's name"
            )
        case .tooLarge: self.init(.unreadable, "The answer was not read: \(failure.detail)", at: place)
        case .untrusted:
            self.init(
                .untrusted,
                "There is no secure connection to the host: \(failure.detail)",
                at: place,
                fix: "if the connection goes through your own proxy, add the proxy's certificate to the system's "
                    + "certificate store"
            )
        case .notRecorded:
            self.init(
                .notRecorded,
                failure.detail,
                at: place,
                fix: "replay with the same command, settings, contracts and snapshots as when you recorded; "
                    + "add --trust-index if an earlier flowdrift, which trusted the index, made the recording"
            )
        case .cancelled: self = .cancelled(at: place)
        }
    }

    private static func redirection(_ answer: PlatformAnswer) -> (Kind, String, String?) {
        let location = answer.headers["location"].flatMap { URLComponents(string: $0)?.host }
        return (
            .redirected,
            "The host redirects to \(location.map { "'\(clean($0, without: []))'" } ?? "another address"), "
                + "to which flowdrift does not send the token",
            "if that is the right host, name it with --host or --region"
        )
    }

    private static func fix(of credentials: Credentials) -> String {
        switch credentials {
        case .accessToken:
            "get a new token, or use an OAuth client; the token may have expired, or belong to another region"
        case .client: "check that the region is the org's, and that the OAuth client was not deleted"
        }
    }

    private static func lack(
        of permission: PlatformResource.Permission?,
        _ told: String?
    ) -> (Kind, String, String?) {
        guard let name = permission?.rawValue ?? told.map({ clean($0, without: []) }) else {
            return (
                .permission, "The role does not allow the request",
                "change the role of the OAuth client, or of the token's user"
            )
        }
        return (
            .permission,
            "The role lacks the permission '\(name)'",
            "add the permission to the role of the OAuth client, for every division whose flows flowdrift reads; "
                + "a user's token also needs the OAuth scope architect:readonly"
        )
    }

    /// A text from outside, shortened, on one line and without secrets.
    static func clean(_ text: String, without secrets: [Secret]) -> String {
        let bare = secrets.reduce(text) { $0.replacing($1.text, with: Secret.placeholder) }
        let line = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 300 ? line.prefix(300) + "…" : line
    }
}
