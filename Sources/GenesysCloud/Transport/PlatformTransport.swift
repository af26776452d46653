/// Carries a request to an org and brings back the answer.
///
/// Whoever implements it can be asked for nothing but what ``PlatformRequest`` has.
public protocol PlatformTransport: Sendable {
    /// Sends a request once.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - limit: How long the whole exchange may take.
    /// - Returns: The answer, of whatever status; redirects are answers too, and are not followed.
    /// - Throws: ``TransportFailure`` where there is no whole answer.
    func answer(to request: PlatformRequest, within limit: Duration) async throws(TransportFailure) -> PlatformAnswer
}

/// Why a request has no whole answer.
public struct TransportFailure: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public var kind: Kind

    /// What happened, as one phrase; without a secret.
    public var detail: String

    /// Makes a failure.
    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    /// The kinds of failure.
    public enum Kind: String, Codable, Sendable {
        /// Nobody answered.
        case noAnswer
        /// The answer broke off.
        case notWhole
        /// The answer took too long.
        case late
        /// The answer is larger than we keep.
        case tooLarge
        /// The other side is not who it says, or cannot be talked to safely.
        case untrusted
        /// A recording has no such request.
        case notRecorded
        /// Nobody waits for the answer any more.
        case cancelled

        /// Whether the same request may be answered the next time.
        var mayPass: Bool {
            switch self {
            case .noAnswer, .notWhole, .late: true
            case .tooLarge, .untrusted, .notRecorded, .cancelled: false
            }
        }
    }
}
