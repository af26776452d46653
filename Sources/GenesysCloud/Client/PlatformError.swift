public import DriftCore

/// The reason why a request to an org failed: the request, what is wrong, and the fix.
public struct PlatformError: Error, Hashable, Sendable {
    /// The kind of the error.
    public var kind: Kind

    /// The request: `GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=1`.
    public var place: String

    /// What is wrong, as one phrase with no final period; never contains a secret.
    public var problem: String

    /// What to do about it, as one phrase with no final period, or `nil` if the problem says enough.
    public var fix: String?

    /// The id by which the org's owner finds the request in their logs, or `nil` if there is none.
    public var correlationID: String?

    init(_ kind: Kind, _ problem: String, at place: String, fix: String? = nil, correlationID: String? = nil) {
        self.kind = kind
        self.place = place
        self.problem = problem
        self.fix = fix
        self.correlationID = correlationID
    }

    /// The kinds of error.
    public enum Kind: String, Hashable, Sendable {
        /// The token or the credentials weren't accepted; any other request would fail too.
        case credentials
        /// The role lacks a permission or doesn't cover a division.
        case permission
        case notFound
        /// There was no complete answer within the request's time.
        case noAnswer
        /// The org kept refusing requests because of the rate limit.
        case rateLimit
        /// The org answered with another status that reports a failure.
        case refused
        /// The host redirects to another one.
        case redirected
        /// The connection isn't secure.
        case untrusted
        /// The answer isn't in the expected form.
        case unreadable
        /// The listing changed while it was read.
        case unsteady
        /// The replayed recording of an org's answers doesn't have the request.
        case notRecorded
        /// The caller no longer waits for the answer.
        case cancelled

        /// Whether any other request will fail in the same way.
        var isFinal: Bool {
            switch self {
            case .credentials, .redirected, .untrusted, .cancelled: true
            case .permission, .notFound, .noAnswer, .rateLimit, .refused, .unreadable, .unsteady, .notRecorded: false
            }
        }
    }
}

extension PlatformError: CustomStringConvertible {
    /// The request, the problem, the correlation id and the fix.
    public var description: String { readingError.description }

    /// The error as a reading error with the request as its place.
    public var readingError: ReadingError {
        let id = correlationID.map { " (correlation id \($0))" } ?? ""
        return ReadingError(problem + id, at: Place(file: place), fix: fix)
    }
}

extension PlatformError {
    init(_ error: ReadingError, correlationID: String? = nil) {
        self.init(.unreadable, error.problem, at: error.place.file, fix: error.fix, correlationID: correlationID)
    }

    static func cancelled(at place: String) -> PlatformError {
        PlatformError(.cancelled, "The request was cancelled", at: place)
    }
}
