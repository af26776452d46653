/// How much of what was selected was really checked.
public struct Coverage: Hashable, Sendable {
    /// The contracts that were judged in at least one environment.
    public var contracts: Set<String> = []

    /// How many times a contract was judged, each environment for itself.
    public var judgements = 0

    /// The inputs of those contracts, each environment for itself.
    public var inputs = Count()

    /// The outputs of those contracts, each environment for itself.
    public var outputs = Count()

    /// The triggers that contracts rely on, each environment for itself.
    public var triggers = Count()

    /// The requests that were judged.
    public var requests = Count()

    /// The requests that were read and start no flow, so that nothing about them was judged.
    public var otherRequests = 0

    /// The files that were read and hold no request that starts a flow.
    public var filesWithoutLaunch = 0

    /// Each contract in each environment where it must hold, judged or not.
    public var cells: [Cell] = []

    /// The triggers that were judged by what their events bring, each environment for itself.
    public var feeds = Count()

    /// Whether all that was selected was read and holds nothing to judge, which ``remarks`` say: a plan that changes no
    /// flow, a file whose requests start none.
    public var hasNothingToJudge = false

    /// What is worth a line, though nothing is wrong: inputs that nothing reads, reads that cannot be followed.
    public var remarks: [String] = []

    /// What could not be decided, and why.
    public var unknowns: [Unknown] = []

    /// Makes a coverage of nothing.
    public init() {}

    /// How many of a kind were checked.
    public struct Count: Hashable, Sendable {
        /// The number that was checked.
        public var checked = 0
        /// The number that there were.
        public var total = 0

        /// Adds another count of the same kind.
        fileprivate mutating func add(_ other: Count) {
            checked += other.checked
            total += other.total
        }

        /// Adds some, of which all or none were checked.
        mutating func add(_ number: Int, checked isChecked: Bool) {
            total += number
            if isChecked { checked += number }
        }
    }

    /// Adds a request that could not be read.
    public mutating func addUnreadRequest() { requests.add(1, checked: false) }

    /// Adds the requests of a file that start no flow.
    ///
    /// - Parameters:
    ///   - number: How many there are.
    ///   - isAll: Whether the file holds no other request.
    public mutating func addOthers(_ number: Int, isAll: Bool) {
        otherRequests += number
        if isAll { filesWithoutLaunch += 1 }
    }

    /// Adds what another part of the run covered.
    public mutating func add(_ other: Coverage) {
        if contracts.isEmpty { contracts = other.contracts } else { contracts.formUnion(other.contracts) }
        judgements += other.judgements
        inputs.add(other.inputs)
        outputs.add(other.outputs)
        triggers.add(other.triggers)
        feeds.add(other.feeds)
        requests.add(other.requests)
        otherRequests += other.otherRequests
        filesWithoutLaunch += other.filesWithoutLaunch
        // To take the first cells as they are spares the copies.
        if cells.isEmpty { cells = other.cells } else { cells += other.cells }
        hasNothingToJudge = hasNothingToJudge || other.hasNothingToJudge
        unknowns += other.unknowns
        remarks += other.remarks
    }
}
