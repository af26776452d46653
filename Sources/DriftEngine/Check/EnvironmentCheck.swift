import DriftCore

/// Checks one environment: reads each flow once, checks it with all sources of its inputs, and frees its memory.
struct EnvironmentCheck {
    /// The environment, or `nil` if the flows belong to no named one.
    let environment: EnvironmentName?

    let source: any FlowSource
    let contracts: [Contract]

    /// The owners whose contracts are checked.
    ///
    /// The contracts of all other owners aren't checked; they only show what else sends a flow's inputs.
    var owners = OwnerSelection()

    /// The flows to which the run is limited, or `nil` for all.
    var onlyFlows: Set<FlowKey>?

    let judge: Judge
    var earlier = EarlierFlows()

    /// The flows, by their earlier names, whose changes are reported elsewhere if they were renamed.
    var comparedElsewhere: Set<FlowKey> = []

    /// Checks every contract, and every flow with its triggers.
    func outcome() async -> Outcome {
        do throws(ReadingError) {
            return try await judged()
        } catch {
            return Outcome(coverage: unread(contracts), problems: [error])
        }
    }

    private func judged() async throws(ReadingError) -> Outcome {
        let known = try Knowledge(of: source)
        let groups = ContractGroups(contracts, in: environment)
        if groups.contracts.contains(where: { $0.promisedID(in: environment) != nil }) { _ = try known.ids.get() }
        var sums = await inParallel(groups.named, into: Sum()) { sum, group in judge(group, known, &sum) }
        let seen = sums.reduce(into: FlowsSeen()) { $0.add($1.seen) }
        sums += await inParallel(try otherFlows(than: seen), into: Sum()) { sum, flow in judge(flow, known, &sum) }
        var sum = sums.reduce(into: Sum()) { $0.add($1) }
        for contract in groups.nameless where owners.selects(contract) { judge(contract, nil, known, &sum.outcome) }
        if onlyFlows == nil {
            judgeStrayTriggers(known, &sum.outcome)
            // If a flow couldn't be read, its triggers would look lost, so lost triggers aren't reported.
            if sum.outcome.problems.isEmpty {
                sum.outcome.problems += try source.lostTriggers(besides: sum.seen.triggerNames)
            }
        }
        return sum.outcome
    }

    /// The result for some of the flows.
    private struct Sum: Sendable {
        var outcome = Outcome()
        var seen = FlowsSeen()

        mutating func add(_ other: Sum) {
            outcome.add(other.outcome)
            seen.add(other.seen)
        }
    }

    /// The flows that no contract names.
    private func otherFlows(than seen: FlowsSeen) throws(ReadingError) -> [FlowReading] {
        guard let onlyFlows else { return try source.flows(otherThan: seen) }
        return onlyFlows.subtracting(seen.keys).sorted().map { key in
            {
                Result { () throws(ReadingError) in
                    guard let flow = try source.flow(key) else {
                        throw ReadingError("The flow '\(key)' no longer exists", at: Place(file: source.name))
                    }
                    return flow
                }
            }
        }
    }

    /// Checks a flow that no contract names.
    private func judge(_ reading: FlowReading, _ known: Knowledge, _ sum: inout Sum) {
        do throws(ReadingError) {
            let flow = upToDate(try reading().get(), isNamed: false, &sum.outcome)
            sum.seen.triggerNames += flow.triggers.map(\.name)
            sum.outcome.add(judge.judge(try inputSources(of: flow, [], known, [])))
        } catch {
            sum.outcome.problems.append(error)
        }
    }

    /// Checks the contracts of one flow, and the flow with its triggers.
    private func judge(_ group: ContractGroups.Group, _ known: Knowledge, _ sum: inout Sum) {
        sum.seen.keys.insert(group.key)
        let own = group.contracts.filter(owners.selects)
        do throws(ReadingError) {
            guard let found = try source.flow(group.key) else {
                sum.seen.unreadKeys.insert(group.key)
                for contract in own { try judge(contract, missing: group.key, known, &sum.outcome) }
                return
            }
            sum.seen.add(found)
            let flow = upToDate(found, isNamed: true, &sum.outcome)
            let before = before(group.key, &sum.outcome)
            let inputSources = try inputSources(of: flow, group.contracts, known, before)
            for contract in own { judge(contract, inputSources, known, &sum.outcome) }
            sum.outcome.add(judge.judge(inputSources))
        } catch {
            sum.seen.unreadKeys.insert(group.key)
            sum.outcome.problems.append(error)
            sum.outcome.coverage.add(unread(group.contracts))
        }
    }

    /// Checks a contract whose flow has no such name; if the flow was renamed, checks the rest against the renamed flow.
    private func judge(
        _ contract: Contract,
        missing key: FlowKey,
        _ known: Knowledge,
        _ outcome: inout Outcome
    ) throws(ReadingError) {
        var id = contract.promisedID(in: environment)?.value
        if id == nil { id = try earlier.id(of: key) }
        var missing = Outcome()
        judge(contract, nil, formerID: id, known, &missing)
        let ids = id == nil ? [:] : try known.ids.get()
        let newKey = ids.first { $0.value == id && $0.key.type == key.type }?.key
        let isMissing = missing.findings.contains { $0.flowCause?.kind == .missing }
        guard isMissing, !comparedElsewhere.contains(key), let newKey, var flow = try source.flow(newKey) else {
            outcome.add(missing)
            return
        }
        flow = upToDate(flow, isNamed: true, &outcome)
        // The contract knows the flow by its earlier name.
        (flow.key, flow.id) = (key, id)
        let sources = try inputSources(of: flow, [contract], known, before(key, &outcome))
        judge(contract, sources, known, &outcome)
        outcome.findings += missing.findings.filter { $0.flowCause?.kind == .missing }
        for problem in missing.problems { outcome.addOnce(problem) }
    }

    /// Checks one contract; reads the whole environment only if the contract's flow isn't enough for the check.
    private func judge(
        _ contract: Contract,
        _ inputSources: InputSources?,
        formerID: FlowID? = nil,
        _ known: Knowledge,
        _ outcome: inout Outcome
    ) {
        var surroundings = Judge.Surroundings()
        if Judge.needsSurroundings(contract, in: environment, flow: inputSources?.flow) {
            do throws(ReadingError) {
                // An incomplete environment is reported only if a contract needs the whole environment.
                outcome.addOnce(try known.incompleteness.get())
                surroundings = try known.surroundings.get()
            } catch {
                outcome.addOnce(error)
                // If the flow is known, everything that depends only on the flow is still checked.
                guard inputSources != nil else { return }
            }
        }
        surroundings.formerID = formerID
        outcome.add(judge.judge(contract, in: environment, inputSources: inputSources, surroundings: surroundings))
    }

    /// The flow, without its inputs and outputs if they may be out of date.
    ///
    /// Outdated inputs and outputs are a problem if a contract or an enabled trigger relies on the flow.
    private func upToDate(_ flow: Flow, isNamed: Bool, _ outcome: inout Outcome) -> Flow {
        guard let problem = flow.staleness else { return flow.withoutUnpublishedInterface }
        if isNamed || flow.triggers.contains(where: \.isEnabled) { outcome.problems.append(problem) }
        return flow.withoutStaleInterface
    }

    /// The coverage of contracts whose flow couldn't be read, which shows them as unchecked.
    private func unread(_ contracts: [Contract]) -> Coverage {
        var coverage = Coverage()
        coverage.cells = contracts.filter(owners.selects).map { Cell($0, in: environment, isJudged: false) }
        return coverage
    }

    /// The flow in its earlier states.
    ///
    /// A state that can't be read is a problem, but the check continues.
    private func before(_ key: FlowKey, _ outcome: inout Outcome) -> [EarlierFlow] {
        do throws(ReadingError) {
            return try earlier.states(of: key)
        } catch {
            outcome.problems.append(error)
            return []
        }
    }

    private func inputSources(
        of flow: Flow,
        _ contracts: [Contract],
        _ known: Knowledge,
        _ earlier: [EarlierFlow]
    ) throws(ReadingError) -> InputSources {
        var flow = flow
        if flow.id == nil, contracts.contains(where: { $0.promisedID(in: environment) != nil }) {
            flow.id = try known.ids.get()[flow.key]
        }
        var modules: [String: Flow] = [:]
        for copy in flow.modules {
            let module = try source.flow(FlowKey(type: .commonModule, name: copy.name))
            modules[copy.name] = module.flatMap { $0.isStale ? nil : $0 }
        }
        var called: [FlowKey: Flow] = [:]
        for key in flow.calls.flatMap({ $0.inputs.isEmpty ? [] : $0.possibleKeys }) {
            called[key] = try source.flow(key).flatMap { $0.isStale ? nil : $0 }
        }
        return InputSources(
            flow,
            in: environment,
            contracts: contracts,
            events: known.events,
            modules: modules,
            called: called,
            earlier: earlier
        )
    }

    private func judgeStrayTriggers(_ known: Knowledge, _ outcome: inout Outcome) {
        do throws(ReadingError) {
            let (triggers, file) = try source.strayTriggers()
            guard !triggers.isEmpty else { return }
            let entries = try known.surroundings.get().entries
            outcome.add(judge.judge(StrayTriggers(triggers, in: environment, entries: entries, file: file)))
        } catch {
            outcome.addOnce(error)
        }
    }
}

/// The values that the checks in one environment share; each is read once, when it's first needed.
private final class Knowledge: Sendable {
    let events: EventCatalogue
    let ids: Once<[FlowKey: FlowID]>
    let surroundings: Once<Judge.Surroundings>

    /// What couldn't be read when the source was written, or `nil` if it is complete.
    let incompleteness: Once<ReadingError?>

    init(of source: any FlowSource) throws(ReadingError) {
        events = try source.events()
        ids = Once { () throws(ReadingError) in try source.ids() }
        surroundings = Once { () throws(ReadingError) in try source.surroundings() }
        incompleteness = Once { () throws(ReadingError) in try source.incompleteness() }
    }
}

/// The contracts of an environment, grouped by flow.
private struct ContractGroups {
    struct Group: Sendable {
        let key: FlowKey
        var contracts: [Contract]
    }

    let contracts: [Contract]

    /// The groups, in the order in which flows are first named.
    private(set) var named: [Group] = []

    /// The contracts whose flow's name depends on the environment, if no environment is named.
    private(set) var nameless: [Contract] = []

    init(_ contracts: [Contract], in environment: EnvironmentName?) {
        self.contracts = contracts
        named.reserveCapacity(contracts.count)
        var numbers: [FlowKey: Int] = [:]
        numbers.reserveCapacity(contracts.count)
        for contract in contracts {
            guard let key = contract.flowKey(in: environment) else {
                nameless.append(contract)
                continue
            }
            if let number = numbers[key] {
                named[number].contracts.append(contract)
            } else {
                numbers[key] = named.count
                named.append(Group(key: key, contracts: [contract]))
            }
        }
    }
}

extension Outcome {
    /// Adds a problem, unless another check has already reported it.
    fileprivate mutating func addOnce(_ problem: ReadingError?) {
        guard let problem, !problems.contains(problem) else { return }
        problems.append(problem)
    }
}
