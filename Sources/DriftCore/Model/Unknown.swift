/// Something that could not be decided; it never counts as in sync.
public struct Unknown: Hashable, Sendable {
    /// What is not known and why, as one phrase with no final period.
    public var reason: String

    /// What to do so that it can be decided, as one phrase with no final period.
    public var wayOut: String

    /// The contract that it concerns; nil where none does.
    public var contract: String?

    /// The flow that it concerns; nil where none does.
    public var flow: FlowKey?

    /// The environment; nil where the flows come from no named environment.
    public var environment: EnvironmentName?

    /// Where to look; nil where no file is concerned.
    public var place: Place?

    /// The findings that make the question pointless while one of them counts; none if it stands for itself.
    public var causes: [Cause] = []

    /// Makes something that could not be decided.
    public init(
        reason: String,
        wayOut: String,
        contract: String? = nil,
        flow: FlowKey? = nil,
        environment: EnvironmentName? = nil,
        place: Place? = nil
    ) {
        self.reason = reason
        self.wayOut = wayOut
        self.contract = contract
        self.flow = flow
        self.environment = environment
        self.place = place
    }
}

extension Unknown: Comparable {
    /// Orders what is not known by contract, environment, and reason.
    public static func < (lhs: Unknown, rhs: Unknown) -> Bool {
        (lhs.contract ?? "", lhs.environment?.text ?? "", lhs.reason) < (
            rhs.contract ?? "", rhs.environment?.text ?? "", rhs.reason
        )
    }
}
