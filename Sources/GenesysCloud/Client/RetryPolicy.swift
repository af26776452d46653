/// How long to retry a request, and the pauses between tries.
public struct RetryPolicy: Sendable {
    /// The time for a request with all its tries and pauses, not counting waits for the rate limit.
    public var budget: Duration

    /// The time for one try.
    public var tryLimit: Duration

    /// The budget until the host first answers; it is short, because the host's name may just be wrong, or nothing may
    /// get through.
    public var firstContactBudget: Duration

    /// How many times a request may be refused because of the rate limit.
    public var refusalLimit: Int

    /// Returns a random number from 0 to 1, so that several clients don't retry at the same time.
    public var jitter: @Sendable () -> Double

    /// Makes a policy.
    public init(
        budget: Duration = .seconds(600),
        tryLimit: Duration = .seconds(60),
        firstContactBudget: Duration = .seconds(15),
        refusalLimit: Int = 20,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.budget = budget
        self.tryLimit = tryLimit
        self.firstContactBudget = firstContactBudget
        self.refusalLimit = refusalLimit
        self.jitter = jitter
    }

    /// The pause after a try, counted from 1: it doubles up to 30 seconds, then is randomly cut by up to a half.
    func pause(after count: Int) -> Duration {
        let longest = min(30, 0.5 * Double(1 << min(count - 1, 10)))
        return .milliseconds(Int(longest * (1 - min(max(jitter(), 0), 1) / 2) * 1000))
    }
}
