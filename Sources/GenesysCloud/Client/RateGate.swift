import Foundation

/// Delays the start of requests, so that they stay within the org's rate limit.
///
/// At most ``allowed`` requests start within any minute; the org's answers have the limit and the current count. When a
/// fifth of the limit or less is left, the remaining requests are spread over the rest of the org's minute. Other
/// programs with the same client can then also send requests.
///
/// Source: Genesys Cloud's developer center on rate limits, headers `inin-ratelimit-count`, `-allowed`, `-reset`.
actor RateGate {
    private static let window: Duration = .seconds(60)

    private let clock: PlatformClock
    private let progress: @Sendable (ProgressEvent) -> Void
    private var allowed: Int
    /// The start times of the latest requests, oldest first, at most ``allowed``; waiting requests are included.
    private var starts: [Duration] = []
    private var notBefore: Duration = .zero
    private var spacing: (interval: Duration, until: Duration)?

    /// How many requests were admitted so far.
    private var admitted = 0

    /// The org's count of requests at an answer in the present minute of the org, and how many had been admitted then.
    private var baseline: (count: Int, admitted: Int)?

    /// The org's count at the last answer.
    private var lastCount = 0

    private var hasToldOfOthers = false

    /// So many requests beyond this program's own are not yet a sign of another program: answers come out of order.
    private static let tolerance = 20

    init(clock: PlatformClock, allowed: Int, progress: @escaping @Sendable (ProgressEvent) -> Void) {
        self.clock = clock
        self.allowed = max(1, allowed)
        self.progress = progress
    }

    var requestsPerMinute: Int { allowed }

    /// Waits until a request may start.
    ///
    /// - Throws: `CancellationError` if the task is cancelled.
    func admit() async throws {
        try Task.checkCancellation()
        let start = nextStart()
        starts.append(start)
        admitted += 1
        if starts.count > allowed { starts.removeFirst(starts.count - allowed) }
        try await wait(until: start)
        // The org may have asked for a pause during the wait.
        while clock.now() < notBefore { try await wait(until: notBefore) }
    }

    /// Starts no requests for a while, because the org refused one.
    func pause(for duration: Duration) {
        notBefore = max(notBefore, clock.now() + duration)
    }

    /// Updates the limits from an answer's headers.
    func learn(from headers: [String: String]) {
        guard let allowed = headers["inin-ratelimit-allowed"].flatMap({ Int($0) }), allowed > 0 else { return }
        self.allowed = allowed
        guard
            let count = headers["inin-ratelimit-count"].flatMap({ Int($0) }), count >= 0,
            let reset = headers["inin-ratelimit-reset"].flatMap({ Int($0) }), (0...3600).contains(reset)
        else { return }
        noticeOthers(count)
        let remaining = allowed - count
        let end = clock.now() + .seconds(reset)
        if remaining <= 0 {
            notBefore = max(notBefore, end)
        } else if remaining <= allowed / 5 {
            spacing = (.seconds(reset) / remaining, end)
        }
    }

    /// Notices whether the org's count rises faster than this program sends requests.
    private func noticeOthers(_ count: Int) {
        // A much lower count begins a new minute of the org; a slightly lower one belongs to an answer that came late.
        let isNewMinute = count + Self.tolerance < lastCount
        lastCount = isNewMinute ? count : max(count, lastCount)
        guard let known = baseline, !isNewMinute, count >= known.count else {
            baseline = (count, admitted)
            return
        }
        let others = (count - known.count) - (admitted - known.admitted)
        guard others > Self.tolerance, !hasToldOfOthers else { return }
        hasToldOfOthers = true
        progress(.sharedLimit(others: others))
    }

    private func nextStart() -> Duration {
        var start = max(clock.now(), notBefore)
        if starts.count >= allowed { start = max(start, starts[starts.count - allowed] + Self.window) }
        if let spacing, start < spacing.until, let last = starts.last { start = max(start, last + spacing.interval) }
        return start
    }

    private func wait(until time: Duration) async throws {
        let left = time - clock.now()
        guard left > .zero else { return }
        if left > .seconds(2) { progress(.waiting(until: clock.date().addingTimeInterval(left.inSeconds))) }
        try await clock.sleep(time)
    }
}
