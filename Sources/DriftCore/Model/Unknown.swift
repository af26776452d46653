/// A question that couldn't be answered; it never counts as in sync.
public struct Unknown: Hashable, Sendable {
    /// What is unknown and why, as one phrase with no final period.
    public var reason: String

    /// How to get the answer, as one phrase with no final period.
    public var fix: String

    /// The contract, or `nil` if none is concerned.
    public var contract: String?

    /// The flow, or `nil` if none is concerned.
    public var flow: FlowKey?

    /// The environment, or `nil` if the flows come from no named environment.
    public var environment: EnvironmentName?

    /// Where to look, or `nil` if no file is concerned.
    public var place: Place?

    /// The findings that make the question irrelevant, as long as one of them counts; usually empty.
    public var causes: [Cause] = []

    /// Makes an unknown.
    public init(
        reason: String,
        fix: String,
        contract: String? = nil,
        flow: FlowKey? = nil,
        environment: EnvironmentName? = nil,
        place: Place? = nil
    ) {
        self.reason = reason
        self.fix = fix
        self.contract = contract
        self.flow = flow
        self.environment = environment
        self.place = place
    }
}

extension Unknown: Comparable {
    /// Orders unknowns by contract, environment, and reason.
    public static func < (lhs: Unknown, rhs: Unknown) -> Bool {
        (lhs.contract ?? "", lhs.environment?.text ?? "", lhs.reason) < (
            rhs.contract ?? "", rhs.environment?.text ?? "", rhs.reason
        )
    }
}
