/// How long a request is tried, and how long the pauses between tries are.
public struct RetryPolicy: Sendable {
    /// How long a request may take with all its tries and pauses; waits for the rate limit are not counted.
    public var budget: Duration

    /// How long one try may take.
    public var tryLimit: Duration

    /// The same as ``budget`` for as long as the host never answered anything: its name may just be wrong.
    public var firstContactBudget: Duration

    /// How often a request waits for the rate limit because the org refused it.
    public var refusalLimit: Int

    /// A number from 0 to 1, another one each time, so that several clients do not come back at once.
    public var jitter: @Sendable () -> Double

    /// Makes a policy.
    public init(
        budget: Duration = .seconds(600),
        tryLimit: Duration = .seconds(60),
        firstContactBudget: Duration = .seconds(60),
        refusalLimit: Int = 20,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.budget = budget
        self.tryLimit = tryLimit
        self.firstContactBudget = firstContactBudget
        self.refusalLimit = refusalLimit
        self.jitter = jitter
    }

    /// The pause after a try, counted from 1: it doubles up to half a minute, and is cut by up to a half at random.
    func pause(after count: Int) -> Duration {
        let longest = min(30, 0.5 * Double(1 << min(count - 1, 10)))
        return .milliseconds(Int(longest * (1 - min(max(jitter(), 0), 1) / 2) * 1000))
    }
}
