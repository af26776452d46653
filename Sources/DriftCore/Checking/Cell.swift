/// One contract, or one flow, in one environment: a cell of the matrix of a run.
///
/// The results are in the verdict's findings and unknowns; a checked cell that has none is in sync.
public struct Cell: Hashable, Sendable {
    /// The contract's name, or `nil` if a flow was checked on its own: against its triggers' events, or against the
    /// live org.
    public var contract: String?

    /// The owner, or `nil` if none is named.
    public var owner: String?

    /// The flow, or `nil` if the cell has none, or if its name depends on the environment and no environment is given.
    public var flow: FlowKey?

    /// The environment, or `nil` if the flows come from no named environment.
    public var environment: EnvironmentName?

    /// Where the contract names the flow, or `nil` if the cell has no contract.
    public var place: Place?

    /// Whether the cell was checked; false if the flow couldn't be read, or if too little is known about it.
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

    /// Makes the cell of a flow that is checked on its own; `nil` makes the cell of the triggers that start no flow.
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
    /// The cells, sorted.
    ///
    /// A check creates the cells of contracts in order, with those of flows in between, so sorting each kind and
    /// merging them is cheap.
    var inOrder: [Cell] {
        // Indices are sorted, because cells are large to move.
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
