/// One contract in one environment: a cell of the matrix that the whole of a run makes.
///
/// A verdict's findings and unknowns say what came of it; without either, and judged, the cell is in sync.
public struct Cell: Hashable, Sendable {
    /// The contract's name; nil where a flow was judged for itself: by what its triggers bring, or beside the live org.
    public var contract: String?

    /// Who answers for it; nil where nobody is named.
    public var owner: String?

    /// The flow; nil where its name depends on the environment and none is given, and where no flow is concerned.
    public var flow: FlowKey?

    /// The environment; nil where the flows come from no named environment.
    public var environment: EnvironmentName?

    /// Where the contract names the flow; nil where no file is concerned.
    public var place: Place?

    /// Whether it was judged; false where the flow could not be read, or not enough is known of it.
    public var isJudged: Bool

    /// Makes the cell of a contract in an environment.
    public init(_ contract: Contract, in environment: EnvironmentName?, isJudged: Bool) {
        self.contract = contract.name
        owner = contract.owner
        flow = contract.flowKey(in: environment)
        self.environment = environment
        place = contract.place(contract.flow.position)
        self.isJudged = isJudged
    }

    /// Makes the cell of a flow that is judged for itself; nil for the triggers that start none of the flows.
    public init(_ flow: FlowKey?, in environment: EnvironmentName?, isJudged: Bool) {
        self.flow = flow
        self.environment = environment
        self.isJudged = isJudged
    }

    /// Makes the cell of a flow that is compared with the live org.
    public init(_ comparison: LiveComparison) {
        self.init(comparison.key, in: comparison.environment, isJudged: true)
    }
}

extension Cell: Comparable {
    /// Orders cells by environment, then by contract and flow.
    public static func < (lhs: Cell, rhs: Cell) -> Bool {
        (lhs.environment?.text ?? "", lhs.contract ?? "", lhs.flow?.description ?? "")
            < (rhs.environment?.text ?? "", rhs.contract ?? "", rhs.flow?.description ?? "")
    }
}
