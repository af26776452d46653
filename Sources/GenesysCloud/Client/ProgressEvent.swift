public import Foundation

/// What a client is doing, for somebody who watches.
public enum ProgressEvent: Hashable, Sendable {
    /// A page of a listing was read.
    ///
    /// - Parameters:
    ///   - what: What is listed: `flows`, `triggers`.
    ///   - count: How many are known so far.
    ///   - total: How many there are; nil where the API does not say.
    case listing(what: String, count: Int, total: Int?)

    /// So many configurations are about to be read.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - estimate: How long that takes at the rate limit.
    case fetching(count: Int, estimate: Duration)

    /// A configuration was read, or could not be.
    case configuration(number: Int, of: Int)

    /// Nothing is sent until then, because of the rate limit.
    case waiting(until: Date)

    /// A request is sent again after a pause, because of the reason given.
    case retrying(request: String, reason: String, pause: Duration)
}
