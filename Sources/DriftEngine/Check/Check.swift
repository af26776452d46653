package import DriftCore

/// One run of a check: contracts are read once, each environment is judged, and the verdict is drawn at the end.
package struct Check {
    private let judge: Judge
    private var outcome = Outcome()

    /// The flows to which the run is limited; nil for all.
    private var onlyFlows: Set<FlowKey>?

    /// Whether the run is limited to the flows that its contracts name.
    private var isOnNamedFlows = false

    /// Whether live orgs were compared with their snapshots.
    private var isLive = false

    /// The contracts, in order of name.
    package let contracts: [Contract]

    /// The contracts that were not read.
    private let unread: UnreadContracts

    /// What a user should know of how the flows and contracts came about.
    package private(set) var notices: [FlowSet.Notice] = []

    /// The environments that were judged, by name.
    package private(set) var judgedEnvironments: [EnvironmentName] = []

    /// The teams to whose contracts the run is limited.
    private let owners: OwnerSelection

    package init(_ reading: ContractFolder.Reading, judge: Judge, owners: OwnerSelection = OwnerSelection()) {
        self.judge = judge
        self.owners = owners
        contracts = reading.contracts
        unread = reading.unread
        outcome.problems = reading.problems
        notices = reading.notices
        outcome.coverage.remarks = [owners.remark(on: contracts)].compactMap(\.self)
    }

    /// The contracts that must hold in an environment.
    package func contracts(in environment: EnvironmentName?) -> [Contract] {
        let holdAll = contracts.indices.allSatisfy { contracts[$0].holds(in: environment) }
        return holdAll ? contracts : contracts.filter { $0.holds(in: environment) }
    }

    /// Limits the run to the flows that its contracts name, so that nothing else is read.
    mutating func limitToNamedFlows() {
        isOnNamedFlows = true
        let names = contracts.map { "'\($0.name)'" }.joined(separator: ", ")
        if !contracts.isEmpty {
            outcome.coverage.remarks.append("limited to contract \(names), and the flow that it names")
        }
    }

    /// Adds what a user should know.
    package mutating func add(_ notice: FlowSet.Notice) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    /// Adds what came up while a source was read.
    package mutating func add(_ problem: ReadingError) {
        guard !outcome.problems.contains(problem) else { return }
        outcome.problems.append(problem)
    }

    /// Judges what a plan would leave: the flows that it is about, and what it does.
    package mutating func judge(
        _ planned: PlannedEnvironment,
        in environment: EnvironmentName,
        from source: any FlowSource
    ) async {
        let named = Set(contracts(in: environment).compactMap { $0.flowKey(in: environment) })
        let present = Set(planned.flows.flows.map(\.key))
        onlyFlows = planned.touched.subtracting(planned.undecided).filter { present.contains($0) || named.contains($0) }
        // The state before the plan tells which inputs are new.
        await judge(in: environment, from: source, earlier: EarlierFlows(before: planned))
        let judgement = judge.judge(planned, after: outcome.findings, of: contracts(in: environment))
        outcome.findings = judgement.findings
        outcome.coverage.add(judgement.coverage)
        outcome.problems += planned.problems
    }

    /// Adds the cells of an environment that could not be read at all, so that no report passes over them.
    package mutating func addUnread(_ environment: EnvironmentName) {
        guard !judgedEnvironments.contains(environment) else { return }
        outcome.coverage.cells += contracts(in: environment).map { Cell($0, in: environment, isJudged: false) }
    }

    /// Takes everything in an environment for not decided.
    package mutating func doubt(_ environment: EnvironmentName, _ reason: String, _ wayOut: String) {
        outcome.coverage.unknowns += contracts(in: environment).map { contract in
            Unknown(
                reason: reason,
                wayOut: wayOut,
                contract: contract.name,
                flow: contract.flowKey(in: environment),
                environment: environment
            )
        }
    }

    /// Adds what somebody should know who reads the coverage.
    package mutating func add(remarks: [String]) {
        outcome.coverage.remarks += remarks
    }

    /// Adds what came up while flows were read.
    package mutating func add(_ set: FlowSet) {
        outcome.problems += set.problems
        notices += set.notices
    }

    /// Adds what came up while sources were looked for.
    mutating func add(_ sources: SelectedSources) {
        for problem in sources.problems { add(problem) }
        notices += sources.notices
        if let onlyFlows = sources.onlyFlows { self.onlyFlows = onlyFlows }
    }

    /// Judges every contract that must hold in an environment, and every flow with its triggers.
    ///
    /// - Parameters:
    ///   - environment: The environment.
    ///   - source: Its flows.
    ///   - earlier: The flows as they were before.
    mutating func judge(
        in environment: EnvironmentName?,
        from source: any FlowSource,
        earlier: EarlierFlows = EarlierFlows()
    ) async {
        if let environment { judgedEnvironments.append(environment) }
        let onlyFlows = selectedFlows(in: environment)
        let source = onlyFlows == nil ? source.verified() : source
        if let problem = source.interruption() { outcome.problems.append(problem) }
        var present = contracts(in: environment)
        if let onlyFlows {
            present = present.filter { contract in
                contract.flowKey(in: environment).map(onlyFlows.contains) ?? owners.selects(contract)
            }
        }
        let judged = await EnvironmentCheck(
            environment: environment,
            source: source,
            contracts: present,
            owners: owners,
            onlyFlows: onlyFlows,
            judge: judge,
            earlier: earlier
        ).outcome()
        let settled = unread.settling(judged.findings, of: present, in: environment)
        outcome.findings += settled.findings
        outcome.coverage.add(judged.coverage)
        outcome.coverage.unknowns += settled.unknowns
        // One file that cannot be read may stand in the way of several contracts, and is one problem.
        for problem in judged.problems { add(problem) }
    }

    /// Says of each finding which side moved.
    ///
    /// - Parameters:
    ///   - environment: The environment.
    ///   - source: Its snapshots, as they were before.
    ///   - base: The contracts of the base revision; nil where none is given.
    mutating func tellMovers(
        in environment: EnvironmentName,
        from source: any FlowSource,
        base: [Contract]?
    ) async {
        guard outcome.findings.contains(where: { $0.environment == environment }) else { return }
        let now = await fingerprints(of: contracts, in: environment, from: source)
        var before: Set<String>?
        if let base { before = await fingerprints(of: base, in: environment, from: source) }
        for index in outcome.findings.indices where outcome.findings[index].environment == environment {
            outcome.findings[index].mover = Mover(of: outcome.findings[index], onSnapshot: now, before: before)
        }
    }

    private func fingerprints(
        of contracts: [Contract],
        in environment: EnvironmentName,
        from source: any FlowSource
    ) async -> Set<String> {
        let outcome = await EnvironmentCheck(
            environment: environment,
            source: source,
            contracts: contracts.filter { $0.holds(in: environment) },
            owners: OwnerSelection(),
            onlyFlows: nil,
            judge: judge
        ).outcome()
        return Set(outcome.findings.map(\.fingerprint))
    }

    /// The flows to which the run is limited in an environment; nil for all.
    private func selectedFlows(in environment: EnvironmentName?) -> Set<FlowKey>? {
        guard isOnNamedFlows || !owners.names.isEmpty else { return onlyFlows }
        let owned = Set(contracts(in: environment).filter(owners.selects).compactMap { $0.flowKey(in: environment) })
        return onlyFlows.map(owned.intersection) ?? owned
    }

    /// Whether the run is about a flow.
    func selects(_ flow: FlowKey, in environment: EnvironmentName?) -> Bool {
        selectedFlows(in: environment)?.contains(flow) ?? true
    }

    /// Compares the snapshots of an environment with the live org.
    package mutating func judge(_ comparisons: [LiveComparison]) {
        isLive = true
        for comparison in comparisons { outcome.findings += judge.judge(comparison) }
        outcome.coverage.cells += comparisons.map(Cell.init)
    }

    /// The verdict on all that was judged, what somebody accepts marked.
    ///
    /// - Parameters:
    ///   - terms: What counts.
    ///   - known: The environments that there are, so that a waiver that covers nothing may be reported; nil where
    ///     nobody can tell.
    /// - Returns: The verdict.
    package func verdict(_ terms: VerdictTerms, known: [EnvironmentName]?) -> Verdict {
        let hasAll = known.map { !judgedEnvironments.isEmpty && Set(judgedEnvironments).isSuperset(of: $0) } ?? false
        let scope = RunScope(
            environments: Set(judgedEnvironments),
            hasEveryEnvironment: hasAll,
            isWhole: onlyFlows == nil && !isOnNamedFlows && owners.names.isEmpty && outcome.problems.isEmpty,
            isLive: isLive,
            coverage: outcome.coverage
        )
        let onWaivers = judge.judge(terms.waivers, on: terms.today, findings: outcome.findings, scope: scope)
        let waived = terms.waivers.applied(to: outcome.findings, on: terms.today)
        var coverage = outcome.coverage
        coverage.remarks += terms.waivers.remarks(on: waived, on: terms.today)
        if let baseline = terms.baseline, scope.isWhole, scope.hasEveryEnvironment {
            let gone = baseline.countOfGone(from: outcome.findings)
            let list = gone == 1 ? "1 finding of the baseline is gone" : "\(gone) findings of the baseline are gone"
            if gone > 0 { coverage.remarks.append(list + "; write it anew, so that they count when they come back") }
        }
        return Verdict(
            findings: (terms.baseline?.applied(to: waived) ?? waived) + onWaivers,
            coverage: coverage,
            problems: outcome.problems,
            failOn: terms.failOn,
            isStrict: terms.isStrict
        )
    }
}
