/// What the files of a plan's flows hold, each by its resource's address.
public struct PlannedFiles: Sendable {
    /// The flows that could be read.
    public var flows: [String: Flow]

    /// What the placeholders of those flows' files leave open; nothing where they have none.
    public var openings: [String: PlannedOpening]

    /// Why the plan does not tell what a flow's file holds, as a phrase.
    public var reasons: [String: String]

    /// What stood in the way of reading a file that is at hand.
    public var problems: [String: ReadingError]

    /// Makes what the files hold.
    public init(
        flows: [String: Flow] = [:],
        openings: [String: PlannedOpening] = [:],
        reasons: [String: String] = [:],
        problems: [String: ReadingError] = [:]
    ) {
        self.flows = flows
        self.openings = openings
        self.reasons = reasons
        self.problems = problems
    }
}
