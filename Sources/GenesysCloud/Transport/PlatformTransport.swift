/// Sends a request to an org and returns the answer.
///
/// The only possible requests are those of ``PlatformRequest``.
public protocol PlatformTransport: Sendable {
    /// Sends a request once.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - limit: How long the request and its whole answer may take.
    /// - Returns: The answer, of any status; redirects aren't followed but returned.
    /// - Throws: ``TransportFailure`` if there is no complete answer.
    func answer(to request: PlatformRequest, within limit: Duration) async throws(TransportFailure) -> PlatformAnswer
}

/// The reason why a request has no complete answer.
public struct TransportFailure: Error, Hashable, Sendable {
    /// The kind of the failure.
    public var kind: Kind

    /// What happened, as one phrase without secrets.
    public var detail: String

    /// Makes a failure.
    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    /// The kinds of failure.
    public enum Kind: String, Codable, Sendable {
        case noAnswer
        case notWhole
        case late
        /// The answer is larger than the limit.
        case tooLarge
        /// The host's identity couldn't be verified, or the connection isn't secure.
        case untrusted
        /// The replayed recording of an org's answers doesn't have the request.
        case notRecorded
        /// The caller no longer waits for the answer.
        case cancelled

        /// Whether the same request may succeed next time.
        var mayPass: Bool {
            switch self {
            case .noAnswer, .notWhole, .late: true
            case .tooLarge, .untrusted, .notRecorded, .cancelled: false
            }
        }
    }
}
