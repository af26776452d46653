/// The content of the files of a plan's flows, by the resources' addresses.
public struct PlannedFiles: Sendable {
    /// The flows that could be read.
    public var flows: [String: Flow]

    /// What is unknown because of placeholders in those flows' files.
    public var openings: [String: PlannedOpening]

    /// Why the plan doesn't say what a flow's file contains, as a phrase.
    public var reasons: [String: String]

    /// Why an existing file couldn't be read.
    public var problems: [String: ReadingError]

    /// Makes the content of files.
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
