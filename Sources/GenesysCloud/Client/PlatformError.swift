public import DriftCore

/// Why an org did not give what it was asked for: what was asked, what is wrong, and the way out.
public struct PlatformError: Error, Hashable, Sendable {
    /// What kind of error it is.
    public var kind: Kind

    /// What was asked: `GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=1`.
    public var place: String

    /// What is wrong, as one phrase with no final period; never with a secret in it.
    public var problem: String

    /// What to do about it, as one phrase with no final period; nil where the problem says it all.
    public var wayOut: String?

    /// The id under which the org's owner finds the request in their logs; nil where there is none.
    public var correlationID: String?

    /// Makes an error.
    init(_ kind: Kind, _ problem: String, at place: String, wayOut: String? = nil, correlationID: String? = nil) {
        self.kind = kind
        self.place = place
        self.problem = problem
        self.wayOut = wayOut
        self.correlationID = correlationID
    }

    /// The kinds of error.
    public enum Kind: String, Hashable, Sendable {
        /// The token or the credentials were not accepted; asking for anything else would end the same way.
        case credentials
        /// The role lacks a permission, or does not cover a division.
        case permission
        /// There is no such thing.
        case notFound
        /// There was no whole answer in the time that a request has.
        case noAnswer
        /// The org refuses more requests, again and again.
        case rateLimit
        /// The org answered with another status that stands for failure.
        case refused
        /// The host sends us to another.
        case redirected
        /// The connection is not secure.
        case untrusted
        /// The answer is not what such an answer looks like.
        case unreadable
        /// The listing changes while it is read.
        case unsteady
        /// A recording has no such request.
        case notRecorded
        /// Nobody waits for the answer any more.
        case cancelled

        /// Whether whatever else is asked will fail in the same way.
        var isFinal: Bool {
            switch self {
            case .credentials, .redirected, .untrusted, .cancelled: true
            case .permission, .notFound, .noAnswer, .rateLimit, .refused, .unreadable, .unsteady, .notRecorded: false
            }
        }
    }
}

extension PlatformError: CustomStringConvertible {
    /// What was asked, the problem, the correlation id and the way out.
    public var description: String { readingError.description }

    /// The error as one of a source that could not be read.
    public var readingError: ReadingError {
        let id = correlationID.map { " (correlation id \($0))" } ?? ""
        return ReadingError(problem + id, at: Place(file: place), wayOut: wayOut)
    }
}

extension PlatformError {
    /// An answer that could not be read.
    init(_ error: ReadingError, correlationID: String? = nil) {
        self.init(.unreadable, error.problem, at: error.place.file, wayOut: error.wayOut, correlationID: correlationID)
    }

    /// A request that nobody waits for any more.
    static func cancelled(at place: String) -> PlatformError {
        PlatformError(.cancelled, "It was cancelled", at: place)
    }
}
