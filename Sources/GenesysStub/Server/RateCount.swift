/// How many of the requests allowed in a minute are used up.
///
/// Source: the rate limit chapter of the API's documentation, headers `inin-ratelimit-*`.
struct RateCount: Hashable, Sendable {
    /// The requests so far, including this one.
    var count: Int

    var allowed: Int

    /// Seconds until the next minute starts.
    var secondsLeft: Int

    /// The values without a rate limit: the first request of a minute of 300.
    static let uncounted = RateCount(count: 1, allowed: 300, secondsLeft: 60)

    var isExceeded: Bool { count > allowed }

    /// The headers of an answer; `isOver` says whether the answer reports that the minute is used up.
    func headers(isOver: Bool) -> [String: String] {
        [
            "inin-ratelimit-count": String(isOver ? allowed : min(count, allowed)),
            "inin-ratelimit-allowed": String(allowed),
            "inin-ratelimit-reset": String(secondsLeft),
        ]
    }
}
