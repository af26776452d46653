import Foundation

extension PlatformError {
    init(_ answer: PlatformAnswer, to request: PlatformRequest, at host: PlatformHost, with credentials: Credentials) {
        let told = ErrorAnswer(answer.body)
        let place = request.line(at: host)
        let reason = told.phrase.map { ": \(Self.clean($0, without: credentials.secrets + request.secrets))" } ?? ""
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
                "check its id and secret, that its grant type is Client Credentials, and that it belongs to this region"
        case (.get, 401):
            (kind, phrase, fix) = (.credentials, "The token was not accepted", Self.fix(of: credentials))
        case (.get(let resource, as: _), 403):
            (kind, phrase, fix) = Self.lack(of: resource.permission, told.permission)
        case (_, 404):
            (kind, phrase, fix) = (.notFound, "There is no such thing in the org", nil)
        case (_, 429):
            (kind, phrase) = (.rateLimit, "The org still refuses more requests")
            fix =
                "look for another program with the same OAuth client, give flowdrift one of its own, and run again later"
        case (_, 501):
            (kind, phrase, fix) = (.refused, "The host does not support this request", "is it the org's API?")
        case (_, 500...):
            (kind, phrase, fix) = (
                .refused, "The org failed", "run again later; quote the correlation id to Genesys Cloud Care"
            )
        default:
            (kind, phrase, fix) = (
                .refused, "The org refused the request", "quote the correlation id to Genesys Cloud Care"
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

    init(_ failure: TransportFailure, to request: PlatformRequest, at host: PlatformHost, within budget: Duration) {
        let place = request.line(at: host)
        switch failure.kind {
        case .noAnswer, .notWhole, .late:
            // The message already says that it was late.
            let reason = failure.kind == .late ? "" : ": \(failure.detail)"
            self.init(
                .noAnswer,
                "There was no complete answer in \(budget.phrase)\(reason)",
                at: place,
                fix: "check the network, the proxy and the host's name, or give it more time with --timeout"
            )
        case .tooLarge: self.init(.unreadable, "The answer was not read: \(failure.detail)", at: place)
        case .untrusted:
            self.init(
                .untrusted,
                "There is no safe connection: \(failure.detail)",
                at: place,
                fix: "if the connection goes through a proxy of yours, add its certificate to the system's store"
            )
        case .notRecorded:
            self.init(
                .notRecorded,
                failure.detail,
                at: place,
                fix: "replay with the same command, settings, contracts and snapshots as in the recording; "
                    + "a recording of a flowdrift that trusted the index needs --trust-index"
            )
        case .cancelled: self = .cancelled(at: place)
        }
    }

    private static func redirection(_ answer: PlatformAnswer) -> (Kind, String, String?) {
        let location = answer.headers["location"].flatMap { URLComponents(string: $0)?.host }
        return (
            .redirected,
            "The host redirects to \(location.map { "'\(clean($0, without: []))'" } ?? "another place"), "
                + "where the token must not be sent",
            "if that is the right host, name it with --host or --region"
        )
    }

    private static func fix(of credentials: Credentials) -> String {
        switch credentials {
        case .accessToken: "it may have expired, or be of another region; get a new one, or use an OAuth client"
        case .client: "check that the region is the org's, and that the OAuth client was not removed"
        }
    }

    private static func lack(
        of permission: PlatformResource.Permission?,
        _ told: String?
    ) -> (Kind, String, String?) {
        guard let name = permission?.rawValue ?? told.map({ clean($0, without: []) }) else {
            return (
                .permission, "The role does not allow it", "change the role of the OAuth client, or of the token's user"
            )
        }
        return (
            .permission,
            "The role lacks the permission '\(name)'",
            "add '\(name)' to the role of the OAuth client, for every division whose flows count;"
                + " the token of a user needs the scope architect:readonly as well"
        )
    }

    /// A text from outside, shortened, on one line and without secrets.
    static func clean(_ text: String, without secrets: [Secret]) -> String {
        let bare = secrets.reduce(text) { $0.replacing($1.text, with: Secret.placeholder) }
        let line = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 300 ? line.prefix(300) + "…" : line
    }
}
