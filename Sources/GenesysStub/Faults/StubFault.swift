/// A way in which the stub server fails on purpose.
///
/// It is written as `NAME:VALUE*TIMES@TEXT`, with everything except the name optional. For example,
/// `too-many-requests:2*3@/api/v2/flows?` answers the first three requests for the list of flows with 429 and
/// `Retry-After: 2`.
public struct StubFault: Hashable, Sendable {
    /// The kind of fault.
    public var kind: Kind

    /// How many times the fault happens, or `nil` for every time.
    public var times: Int?

    /// The text in the path and query of affected requests, or `nil` for all requests below `/api`.
    public var text: String?

    /// Makes a fault.
    public init(_ kind: Kind, times: Int? = nil, hitting text: String? = nil) {
        self.kind = kind
        self.times = times
        self.text = text
    }

    /// The kind of fault.
    public enum Kind: Hashable, Sendable {
        /// 429 with `Retry-After` in seconds.
        case tooManyRequests(retryAfter: Int)
        /// A server error with a status from 500 to 599.
        case serverError(status: Int)
        /// The connection is reset before an answer.
        case reset
        /// The connection is closed before an answer.
        case noAnswer
        /// The answer ends halfway through its body.
        case truncated
        /// The answer comes byte by byte, with a pause before each.
        case dripping(Duration)
        case slow(Duration)
        /// Each token expires after this many requests.
        case expiredToken(after: Int)
        case missingPermission(String)
        /// An HTML page with status 200, as from a gateway's login.
        case wrongContentType
        /// Invalid JSON.
        case garbage
        case redirect(to: String)
        /// A page with only half of its entities.
        case halfPage
        /// A listing that shrinks by one entity on each page after the first.
        case shrinking
        /// A page that begins with the last entity of the page before.
        case repeated
        /// A page whose link to the next page is to another host.
        case foreignNext
        /// A page whose link to the next page is to the page itself.
        case circularNext
    }
}
