/// What the files of a plan's flows hold, each by its resource's address.
public struct PlannedFiles: Sendable {
    /// The flows that could be read.
    public var flows: [String: Flow]

    /// Why the plan does not tell what a flow's file holds, as a phrase.
    public var reasons: [String: String]

    /// What stood in the way of reading a file that is at hand.
    public var problems: [String: ReadingError]

    /// Makes what the files hold.
    public init(
        flows: [String: Flow] = [:],
        reasons: [String: String] = [:],
        problems: [String: ReadingError] = [:]
    ) {
        self.flows = flows
        self.reasons = reasons
        self.problems = problems
    }
}
