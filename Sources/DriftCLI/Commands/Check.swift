import DriftCore

/// One run of a check: contracts are read once, each environment is judged, and the verdict is drawn at the end.
struct Check {
    private let judge: Judge
    private var findings: [Finding] = []
    private var coverage = Coverage()
    private var problems: [ReadingError] = []

    /// The flows to which the run is limited; nil for all.
    private var onlyFlows: Set<FlowKey>?

    /// The contracts, in order of name.
    let contracts: [Contract]

    /// What a user should know of how the flows and contracts came about.
    private(set) var notices: [FlowSet.Notice] = []

    /// The environments that were judged, by name.
    private(set) var judgedEnvironments: [EnvironmentName] = []

    init(_ reading: ContractFolder.Reading, judge: Judge) {
        self.judge = judge
        contracts = reading.contracts
        problems = reading.problems
        notices = reading.notices
    }

    /// The contracts that must hold in an environment.
    func contracts(in environment: EnvironmentName?) -> [Contract] {
        contracts.filter { $0.holds(in: environment) }
    }

    /// Adds what came up while a source was read.
    mutating func add(_ problem: ReadingError) {
        problems.append(problem)
    }

    /// Adds what somebody should know who reads the coverage.
    mutating func add(remarks: [String]) {
        coverage.remarks += remarks
    }

    /// Adds what came up while flows were read.
    ///
    /// - Parameters:
    ///   - set: The flows that were read.
    ///   - isWhole: Whether the flows stand for the whole environment, so that a flow that is not among them does
    ///     not exist. One export alone does not: contracts of other flows are then left out.
    mutating func add(_ set: FlowSet, isWhole: Bool = true) {
        problems += set.problems
        notices += set.notices
        if !isWhole { onlyFlows = Set(set.flows.map(\.key)) }
    }

    /// Judges every contract that must hold in an environment, and every flow with its triggers.
    mutating func judge(in environment: EnvironmentName?, from source: any FlowSource) async {
        if let environment { judgedEnvironments.append(environment) }
        let selected = contracts(in: environment).filter { contract in
            guard let onlyFlows else { return true }
            return contract.flowKey(in: environment).map(onlyFlows.contains) ?? true
        }
        let outcome = await EnvironmentCheck(
            environment: environment,
            source: source,
            contracts: selected,
            onlyFlows: onlyFlows,
            judge: judge
        ).outcome()
        findings += outcome.findings
        coverage.add(outcome.coverage)
        // One file that cannot be read may stand in the way of several contracts, and is one problem.
        for problem in outcome.problems where !problems.contains(problem) { problems.append(problem) }
    }

    /// Compares the snapshots of an environment with the live org.
    mutating func judge(_ comparisons: [LiveComparison]) {
        for comparison in comparisons { findings += judge.judge(comparison) }
        coverage.cells += comparisons.map(Cell.init)
    }

    /// Reports the environments that contracts name and nobody knows.
    ///
    /// - Parameter known: The environments that there are; nil where the run was limited to some.
    mutating func reportUnknownEnvironments(among known: [EnvironmentName]?) {
        guard let known else { return }
        for contract in contracts {
            for (name, terms) in contract.environments ?? [:] where !known.contains(name) {
                let near = known.isEmpty ? "" : "; there is \(known.map(\.text).joined(separator: ", "))"
                problems.append(
                    ReadingError(
                        "Contract '\(contract.name)' must hold in '\(name)', which has no snapshots" + near,
                        at: Place(file: contract.file, position: terms.position),
                        wayOut: "correct the name, or take the snapshots of '\(name)'"
                    )
                )
            }
        }
    }

    /// The verdict on all that was judged.
    func verdict(failOn: Severity, isStrict: Bool) -> Verdict {
        Verdict(findings: findings, coverage: coverage, problems: problems, failOn: failOn, isStrict: isStrict)
    }
}
