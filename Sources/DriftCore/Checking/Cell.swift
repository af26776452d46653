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
        guard lhs.environment == rhs.environment else {
            return (lhs.environment?.text ?? "") < (rhs.environment?.text ?? "")
        }
        guard lhs.contract == rhs.contract else { return (lhs.contract ?? "") < (rhs.contract ?? "") }
        guard lhs.flow != rhs.flow, let right = rhs.flow else { return false }
        return lhs.flow.map { $0 < right } ?? true
    }
}

extension [Cell] {
    /// The cells in order.
    ///
    /// A check gives those of contracts in order already, and those of flows among them; so each kind is put in order by
    /// itself, mostly without moving any.
    var inOrder: [Cell] {
        // Places are put in order, because a cell is large to move about.
        func areInOrder(_ left: Int, _ right: Int) -> Bool { self[left] < self[right] }
        let loose = indices.filter { self[$0].contract == nil }.ordered(by: areInOrder)
        let bound = indices.filter { self[$0].contract != nil }.ordered(by: areInOrder)
        var places: [Int] = []
        places.reserveCapacity(count)
        var next = loose.startIndex
        for place in bound {
            while next < loose.endIndex, areInOrder(loose[next], place) {
                places.append(loose[next])
                next += 1
            }
            places.append(place)
        }
        return (places + loose[next...]).map { self[$0] }
    }
}
