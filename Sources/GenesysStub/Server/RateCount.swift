/// How much of a minute's requests is used up.
///
/// Source: the rate limit chapter of the API's documentation, headers `inin-ratelimit-*`.
struct RateCount: Hashable, Sendable {
    /// The requests so far, this one included.
    var count: Int

    /// The requests that a minute has.
    var allowed: Int

    /// Seconds until a new minute starts.
    var secondsLeft: Int

    /// What is told where nothing is counted: the first request of a minute of 300.
    static let uncounted = RateCount(count: 1, allowed: 300, secondsLeft: 60)

    /// Whether this request is one too many.
    var isExceeded: Bool { count > allowed }

    /// The headers of an answer.
    ///
    /// - Parameter isOver: Whether the answer says that the minute is used up.
    /// - Returns: The values by name.
    func headers(isOver: Bool) -> [String: String] {
        [
            "inin-ratelimit-count": String(isOver ? allowed : min(count, allowed)),
            "inin-ratelimit-allowed": String(allowed),
            "inin-ratelimit-reset": String(secondsLeft),
        ]
    }
}
