import DriftCore

/// One run of a check: contracts are read once, each environment is judged, and the verdict is drawn at the end.
struct Check {
    private let context: Context
    private let judge: Judge
    private var contracts: [Contract] = []
    private var findings: [Finding] = []
    private var coverage = Coverage()
    private var problems: [ReadingError] = []
    /// The flows to which the run is limited; nil for all.
    private var onlyFlows: Set<FlowKey>?

    /// What a user should know of how the flows and contracts came about.
    private(set) var notices: [FlowSet.Notice] = []

    /// The environments that were judged, by name.
    private(set) var judgedEnvironments: [EnvironmentName] = []

    init(context: Context, judge: Judge) {
        self.context = context
        self.judge = judge
    }

    /// Reads the contracts below a folder, or one contract.
    ///
    /// - Parameters:
    ///   - path: The folder, or the contract.
    ///   - isNamed: Whether the user named the path; a folder that nobody named may be missing.
    mutating func readContracts(at path: String, isNamed: Bool) async {
        let walk = FolderWalk(context: context)
        var files = [path]
        do throws(ReadingError) {
            if walk.isFolder(path) {
                files = try walk.files(below: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            } else if !isNamed, try FileReader(context: context).bytesIfPresent(of: path) == nil {
                files = []
            }
        } catch {
            problems.append(error)
            return
        }
        let reader = FileReader(context: context)
        let results = await inParallel(files) { file in
            Result { () throws(ReadingError) in try ContractReader().contract(reader.bytes(of: file), file: file) }
        }
        var read: [Contract] = []
        var schemas = SchemaLoader(context: context)
        for result in results {
            switch result {
            case .success(let contract):
                let filled = schemas.filled(contract)
                read.append(filled.contract)
                problems += filled.problems
            case .failure(let problem): problems.append(problem)
            }
        }
        let set = ContractSet(read)
        contracts = set.contracts
        problems += set.problems
        if files.isEmpty {
            notices.append(FlowSet.Notice("no contract was found in \(path); docs/contract.md shows how to write one"))
        }
    }

    /// Adds what came up while a source was read.
    mutating func add(_ problem: ReadingError) {
        problems.append(problem)
    }

    /// Adds what came up while exports were read.
    ///
    /// - Parameters:
    ///   - set: The flows that the exports hold.
    ///   - isWhole: Whether the exports stand for the whole environment, so that a flow that is not among them does
    ///     not exist. One export alone does not: contracts of other flows are then left out.
    mutating func add(_ set: FlowSet, isWhole: Bool) {
        problems += set.problems
        notices += set.notices
        if !isWhole { onlyFlows = Set(set.flows.map(\.key)) }
    }

    /// Judges every contract that must hold in an environment.
    mutating func judge(in environment: EnvironmentName?, from source: any FlowSource) async {
        if let environment { judgedEnvironments.append(environment) }
        let selected = contracts.filter { contract in
            guard contract.holds(in: environment) else { return false }
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
