public import Foundation

/// The client's current activity, for a display of its progress.
public enum ProgressEvent: Hashable, Sendable {
    /// A page of a listing was read.
    ///
    /// - Parameters:
    ///   - what: What is listed: `flows`, `triggers`.
    ///   - count: How many were read so far.
    ///   - total: How many there are, or `nil` if the API doesn't say.
    case listing(what: String, count: Int, total: Int?)

    /// Configurations are about to be read.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - estimate: How long that will take at the rate limit.
    case fetching(count: Int, estimate: Duration)

    /// So many flows were read by an earlier run that was interrupted.
    case kept(count: Int)

    /// Another program uses the same token, or the same OAuth client: the org counts more requests than this one sent.
    ///
    /// - Parameter others: How many requests more, within the org's present minute.
    case sharedLimit(others: Int)

    /// A configuration was read, successfully or not.
    case configuration(number: Int, of: Int)

    /// No request is sent before a time, because of the rate limit.
    case waiting(until: Date)

    /// A request will be sent again after a pause, for this reason.
    ///
    /// `isFirstContact` is whether the host hasn't answered any request yet.
    case retrying(request: String, reason: String, pause: Duration, isFirstContact: Bool)
}
