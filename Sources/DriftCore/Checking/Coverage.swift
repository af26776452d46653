/// How much of the selected contracts, flows and requests a run checked.
public struct Coverage: Hashable, Sendable {
    /// The contracts that were checked in at least one environment.
    public var contracts: Set<String> = []

    /// The number of checks of contracts, counted in each environment.
    public var judgements = 0

    /// The inputs of those contracts, counted in each environment.
    public var inputs = Count()

    /// The outputs of those contracts, counted in each environment.
    public var outputs = Count()

    /// The triggers that contracts rely on, counted in each environment.
    public var triggers = Count()

    /// The requests that were checked.
    public var requests = Count()

    /// The number of requests that start no flow, so that there was nothing to check.
    public var otherRequests = 0

    /// The number of files without a request that starts a flow.
    public var filesWithoutLaunch = 0

    /// Each contract in each environment where it must hold, checked or not.
    public var cells: [Cell] = []

    /// The triggers whose events were checked against their flows, counted in each environment.
    public var triggerEvents = Count()

    /// The comparison of the contracts with the evidence of what their code sends.
    public var code = CodeCoverage()

    /// The source files that were scanned.
    public var sources = SourceCoverage()

    /// Whether everything was read and there was nothing to check, as ``remarks`` explain.
    ///
    /// Examples are a plan that changes no flow, and a file whose requests start none.
    public var hasNothingToJudge = false

    /// The revisions of other repositories whose contracts were read.
    public var repositories: [ContractSource] = []

    /// Facts that are neither findings nor unknowns: inputs that nothing reads, reads that can't be traced.
    public var remarks: [Remark] = []

    /// The questions that couldn't be answered, and why.
    public var unknowns: [Unknown] = []

    /// Makes an empty coverage.
    public init() {}

    /// How many things of a kind were checked, and how many there were.
    public struct Count: Hashable, Sendable {
        /// The number that was checked.
        public var checked = 0
        /// The number in total.
        public var total = 0

        mutating func add(_ other: Count) {
            checked += other.checked
            total += other.total
        }

        /// Adds a number of things; either all or none of them were checked.
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
    ///   - number: Their number.
    ///   - isAll: Whether the file contains no other request.
    public mutating func addOthers(_ number: Int, isAll: Bool) {
        otherRequests += number
        if isAll { filesWithoutLaunch += 1 }
    }

    /// Adds the coverage of another part of the run.
    public mutating func add(_ other: Coverage) {
        if contracts.isEmpty { contracts = other.contracts } else { contracts.formUnion(other.contracts) }
        judgements += other.judgements
        inputs.add(other.inputs)
        outputs.add(other.outputs)
        triggers.add(other.triggers)
        triggerEvents.add(other.triggerEvents)
        requests.add(other.requests)
        code.add(other.code)
        sources.add(other.sources)
        otherRequests += other.otherRequests
        filesWithoutLaunch += other.filesWithoutLaunch
        // Assigning the first cells saves a copy.
        if cells.isEmpty { cells = other.cells } else { cells += other.cells }
        hasNothingToJudge = hasNothingToJudge || other.hasNothingToJudge
        repositories += other.repositories
        unknowns += other.unknowns
        remarks += other.remarks
    }
}
