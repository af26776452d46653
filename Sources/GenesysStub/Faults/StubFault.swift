/// A way in which the stand-in fails on purpose.
///
/// Written `NAME:VALUE*TIMES@TEXT`, all but the name optional: `too-many-requests:2*3@/api/v2/flows?` answers the
/// first three requests for the list of flows with 429 and `Retry-After: 2`.
public struct StubFault: Hashable, Sendable {
    /// What goes wrong.
    public var kind: Kind

    /// How many times it happens; nil for every time.
    public var times: Int?

    /// The requests that it hits: those whose path and query hold this text; nil for all below `/api`.
    public var text: String?

    /// Makes a fault.
    public init(_ kind: Kind, times: Int? = nil, hitting text: String? = nil) {
        self.kind = kind
        self.times = times
        self.text = text
    }

    /// What goes wrong.
    public enum Kind: Hashable, Sendable {
        /// 429 with `Retry-After` in seconds.
        case tooManyRequests(retryAfter: Int)
        /// An error of the server's own, with a status from 500 to 599.
        case serverError(status: Int)
        /// The connection is reset before anything is answered.
        case reset
        /// The connection is closed before anything is answered.
        case noAnswer
        /// The answer ends halfway through its body.
        case truncated
        /// The answer comes byte by byte, with a pause before each.
        case dripping(Duration)
        /// The answer comes late.
        case slow(Duration)
        /// A token is good for so many requests; a new one then is again.
        case expiredToken(after: Int)
        /// The token's roles lack a permission.
        case missingPermission(String)
        /// A page of HTML with status 200, as a gateway's login answers.
        case wrongContentType
        /// JSON that is none.
        case garbage
        /// A redirect to another host.
        case redirect(to: String)
        /// A page that holds half of what it says.
        case halfPage
        /// A listing that tells one entity less on each page after the first.
        case shrinking
        /// A page that begins with the entity that the page before ended with.
        case repeated
        /// A page whose next page is on another host.
        case foreignNext
        /// A page whose next page is itself.
        case circularNext
    }
}
