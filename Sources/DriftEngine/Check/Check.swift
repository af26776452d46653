package import DriftCore

/// One run of a check: it reads the contracts once, checks each environment, and forms the verdict at the end.
package struct Check {
    let judge: Judge
    var outcome = Outcome()

    /// The flows to which the run is limited, or `nil` for all.
    private var onlyFlows: Set<FlowKey>?

    /// Whether the run is limited to the flows that its contracts name.
    private var isOnNamedFlows = false

    /// Whether live orgs were compared with their snapshots.
    private var isLive = false

    /// The earlier states of each environment, which know flows that are gone by their ids.
    private(set) var earlier: [EnvironmentName?: EarlierFlows] = [:]

    /// Whether the run is about every flow, not only about those of some contracts or owners.
    var isWhole: Bool { onlyFlows == nil && !isOnNamedFlows && owners.names.isEmpty }

    package let contracts: [Contract]

    private let unread: UnreadContracts

    package private(set) var notices: [FlowSet.Notice] = []
    package private(set) var judgedEnvironments: [EnvironmentName] = []

    private let owners: OwnerSelection

    /// The flows without a contract that recorded launches or source files start.
    private let uncovered: [UncoveredLaunch]

    private let unclearLaunches: [Place]

    /// The names that source files mention and that no flow has.
    private let unknownNames: [UnknownName]

    package init(_ reading: ContractFolder.Reading, judge: Judge, owners: OwnerSelection = OwnerSelection()) {
        self.judge = judge
        self.owners = owners
        contracts = reading.contracts
        unread = reading.unread
        uncovered = reading.uncovered
        unclearLaunches = reading.unclearLaunches
        unknownNames = reading.unknownNames
        outcome.problems = reading.problems
        notices = reading.notices
        outcome.coverage.remarks = [owners.remark(on: contracts)].compactMap(\.self) + reading.remarks
        outcome.coverage.repositories = reading.repositories
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
            add(
                Remark(
                    contracts.count == 1
                        ? "this run checked only contract \(names) and the flow that the contract names"
                        : "this run checked only the contracts \(names) and the flows that these contracts name"
                )
            )
        }
    }

    package mutating func add(_ notice: FlowSet.Notice) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    package mutating func add(_ problem: ReadingError) {
        guard !outcome.problems.contains(problem) else { return }
        outcome.problems.append(problem)
    }

    /// Checks the environment after a plan: the flows that the plan affects, and the plan's actions.
    package mutating func judge(
        _ planned: PlannedEnvironment,
        in environment: EnvironmentName,
        from source: any FlowSource
    ) async {
        let named = Set(contracts(in: environment).compactMap { $0.flowKey(in: environment) })
        let present = Set(planned.flows.flows.map(\.key))
        onlyFlows = planned.touched.subtracting(planned.undecided).filter { present.contains($0) || named.contains($0) }
        // The state before the plan shows which inputs are new.
        await judge(in: environment, from: source, earlier: EarlierFlows(before: planned))
        let judgement = judge.judge(planned, after: outcome.findings, of: contracts(in: environment))
        outcome.findings = judgement.findings
        outcome.coverage.add(judgement.coverage)
        outcome.problems += planned.problems
    }

    /// Counts each contract of an environment as unchecked, because the environment couldn't be read.
    package mutating func addUnread(_ environment: EnvironmentName) {
        guard !judgedEnvironments.contains(environment) else { return }
        outcome.coverage.cells += contracts(in: environment).map { Cell($0, in: environment, isJudged: false) }
    }

    /// Marks the result of every contract in an environment as unknown.
    package mutating func doubt(_ environment: EnvironmentName, _ reason: String, _ fix: String) {
        outcome.coverage.unknowns += contracts(in: environment).map { contract in
            Unknown(
                reason: reason,
                fix: fix,
                contract: contract.name,
                flow: contract.flowKey(in: environment),
                environment: environment
            )
        }
    }

    /// Adds the result of another part of the run.
    mutating func add(_ other: Outcome) { outcome.add(other) }

    package mutating func add(_ remark: Remark) {
        outcome.coverage.remarks.append(remark)
    }

    package mutating func add(_ set: FlowSet) {
        outcome.problems += set.problems
        notices += set.notices
    }

    mutating func add(_ sources: SelectedSources) {
        for problem in sources.problems { add(problem) }
        notices += sources.notices
        if let onlyFlows = sources.onlyFlows { self.onlyFlows = onlyFlows }
    }

    /// Checks every contract that must hold in an environment, and every flow with its triggers.
    ///
    /// A contract whose flow was renamed is also compared with the renamed flow, unless the flow, by its earlier name, is
    /// among those that are `comparedElsewhere`.
    mutating func judge(
        in environment: EnvironmentName?,
        from source: any FlowSource,
        earlier: EarlierFlows = EarlierFlows(),
        comparedElsewhere: Set<FlowKey> = []
    ) async {
        if let environment { judgedEnvironments.append(environment) }
        self.earlier[environment] = earlier
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
            earlier: earlier,
            comparedElsewhere: comparedElsewhere
        ).outcome()
        let settled = unread.settling(judged.findings, of: present, in: environment)
        outcome.findings += settled.findings
        outcome.coverage.add(judged.coverage)
        outcome.coverage.unknowns += settled.unknowns
        // One unreadable file may affect several contracts, but it's one problem.
        for problem in judged.problems { add(problem) }
    }

    /// Compares the code with the contracts that the run checked, once for all environments.
    ///
    /// Call this after all environments are checked.
    mutating func judgeCode() {
        let environments = judgedEnvironments
        // The code of another repository is checked in that repository.
        for contract in contracts where contract.source == nil && owners.selects(contract) {
            let holds = environments.isEmpty || environments.contains { contract.holds(in: $0) }
            guard holds, onlyFlows == nil || isOnNamedFlows || isTouched(contract) else { continue }
            outcome.add(judge.judgeCode(of: contract))
        }
        // A contract that couldn't be read may cover any launch.
        guard onlyFlows == nil, !isOnNamedFlows, owners.names.isEmpty, !unread.mayBeOfAnyFlow else { return }
        for launch in uncovered where !unread.covers(launch.target) { outcome.add(judge.judge(launch)) }
        for name in unknownNames { outcome.add(judge.judge(name)) }
        outcome.coverage.unknowns += unclearLaunches.map(Unknown.init(ofLaunchAt:))
    }

    /// Whether a contract is about one of the flows to which the run is limited.
    private func isTouched(_ contract: Contract) -> Bool {
        let environments: [EnvironmentName?] = judgedEnvironments.isEmpty ? [nil] : judgedEnvironments
        return environments.contains { environment in
            contract.flowKey(in: environment).map { selects($0, in: environment) } ?? false
        }
    }

    /// Adds how many callers of each flow break, for flows that aren't published yet.
    mutating func addImpact(on set: FlowSet, in environment: EnvironmentName?) {
        let graph = CallerGraph(set, in: environment, contracts: contracts(in: environment))
        for remark in Impact(graph: graph).remarks(on: outcome.findings) { add(remark) }
    }

    /// The flows to which the run is limited in an environment, or `nil` for all.
    private func selectedFlows(in environment: EnvironmentName?) -> Set<FlowKey>? {
        guard isOnNamedFlows || !owners.names.isEmpty else { return onlyFlows }
        let owned = Set(contracts(in: environment).filter(owners.selects).compactMap { $0.flowKey(in: environment) })
        return onlyFlows.map(owned.intersection) ?? owned
    }

    func selects(_ flow: FlowKey, in environment: EnvironmentName?) -> Bool {
        selectedFlows(in: environment)?.contains(flow) ?? true
    }

    /// Compares the snapshots of an environment with the live org.
    package mutating func judge(_ comparisons: [LiveComparison]) {
        isLive = true
        for comparison in comparisons { outcome.findings += judge.judge(comparison) }
        outcome.coverage.cells += comparisons.map(Cell.init)
    }

    /// The verdict on everything that was checked; it says which findings are accepted.
    ///
    /// `known` lists all environments, or is `nil` if they can't be listed. With it, the verdict can say which waivers
    /// cover nothing.
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
        let waived = terms.waivers.applied(to: outcome.findings.naming(sourcesOf: contracts), on: terms.today)
        var coverage = outcome.coverage
        coverage.remarks += terms.waivers.remarks(on: waived, on: terms.today)
        // The nightly check is read by those who can renew a waiver; a pull request can't.
        if isLive, let remark = terms.waivers.remarkOnEnds(on: terms.today) { coverage.remarks.append(remark) }
        if let baseline = terms.baseline, scope.isWhole, scope.hasEveryEnvironment {
            let gone = baseline.countOfGone(from: outcome.findings)
            let list =
                gone == 1
                ? "1 finding in the baseline no longer occurs" : "\(gone) findings in the baseline no longer occur"
            if gone > 0 {
                coverage.remarks.append(
                    Remark(list + "; write the baseline again, or it will accept them if they occur again")
                )
            }
        }
        return Verdict(
            findings: ((terms.baseline?.applied(to: waived) ?? waived) + onWaivers).naming(formerKeys),
            coverage: coverage,
            problems: outcome.problems,
            failOn: terms.failOn,
            isStrict: terms.isStrict
        )
    }
}
