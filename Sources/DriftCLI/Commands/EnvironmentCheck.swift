import DriftCore
import SourceText

/// The judging of one environment: every flow is read once, judged beside all that feeds it, and let go.
struct EnvironmentCheck {
    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// Where the flows come from.
    let source: any FlowSource

    /// The contracts that must hold there.
    let contracts: [Contract]

    /// Whose contracts are judged; the others only tell what feeds a flow besides.
    var owners = OwnerSelection()

    /// The flows to which the run is limited; nil for all.
    var onlyFlows: Set<FlowKey>?

    /// Applies the rules.
    let judge: Judge

    /// What came of contracts that were judged while they were read.
    var early = EarlyJudgements()

    /// The flows as they were before.
    var earlier = EarlierFlows()

    /// Judges every contract, and every flow with its triggers.
    func outcome() async -> Outcome {
        do throws(ReadingError) {
            return try await judged()
        } catch {
            return Outcome(coverage: unread(contracts), problems: [error])
        }
    }

    private func judged() async throws(ReadingError) -> Outcome {
        let (work, done) = contractWork()
        let keys = Set(work.compactMap(\.key))
        let files = Set(done.compactMap(\.note.file))
        // The folder is listed while the contracts are judged.
        async let others = Result { () throws(ReadingError) in try otherFlows(than: keys, files) }
        let known = try Knowledge(of: source)
        if work.contains(where: asksForID), !known.ids.areReadable { _ = try source.ids() }
        var pieces = await inParallel(work, into: Piece()) { piece, work in judge(work, known, into: &piece) }
        pieces += await inParallel(try await others.get(), into: Piece()) { piece, read in
            judge(.flow(read), known, into: &piece)
        }
        let sum = pieces.reduce(into: done.reduce(into: Piece()) { $0.add($1) }) { $0.add($1) }
        var outcome = sum.outcome
        judgeWaiting(sum.waiting, &outcome)
        if onlyFlows == nil {
            judgeStrayTriggers(&outcome)
            // Where a flow could not be read, its triggers only look lost.
            if outcome.problems.isEmpty { outcome.problems += try source.lostTriggers(besides: sum.triggerNames) }
        }
        return outcome
    }

    /// Judges the contracts that need to know the whole environment.
    ///
    /// Where it cannot be read, what was found so far counts, and of each flow that is known the rest is judged.
    private func judgeWaiting(_ waiting: [(Contract, Feeding?)], _ outcome: inout Outcome) {
        guard !waiting.isEmpty else { return }
        let surroundings = Result { () throws(ReadingError) in try source.surroundings() }
        do throws(ReadingError) {
            // A part of the environment is judged without its index, until something is looked for in the rest.
            outcome.problems += [try source.incompleteness()].compactMap(\.self)
            _ = try surroundings.get()
        } catch {
            outcome.problems.append(error)
        }
        for (contract, feeding) in waiting {
            guard let known = (try? surroundings.get()) ?? feeding.map({ _ in Judge.Surroundings() }) else { continue }
            outcome.add(judge.judge(contract, in: environment, feeding: feeding, surroundings: known))
        }
    }

    private func otherFlows(
        than keys: Set<FlowKey>,
        _ files: Set<String>
    ) throws(ReadingError) -> [FlowReading] {
        guard let onlyFlows else { return try source.flows(otherThan: keys, files: files) }
        return onlyFlows.subtracting(keys).sorted().map { key in
            {
                Result { () throws(ReadingError) in
                    guard let flow = try source.flow(key) else {
                        throw ReadingError("'\(key)' is gone", at: Place(file: source.name))
                    }
                    return flow
                }
            }
        }
    }

    /// Does a piece of work.
    func judge(_ work: Work, _ known: Knowledge, into piece: inout Piece) {
        do throws(ReadingError) {
            switch work {
            case .nameless(let contracts): piece.waiting += try early.whole(contracts).map { ($0, nil) }
            case .flow(let read):
                let flow = upToDate(try read().get(), isNamed: false, &piece)
                piece.triggerNames += flow.triggers.map(\.name)
                piece.outcome.add(judge.judge(try feeding(of: flow, [], known, [])))
            case .contracts(of: let key, let contracts):
                let contracts = try early.whole(contracts)
                guard let found = try source.flow(key, noting: &piece.note) else {
                    piece.waiting += contracts.filter(owners.selects).map { ($0, nil) }
                    break
                }
                let flow = upToDate(found, isNamed: true, &piece)
                piece.triggerNames += flow.triggers.map(\.name)
                piece.usesModules = !flow.modules.isEmpty
                let before = before(key, &piece)
                try judge(contracts, feeding(of: flow, contracts, known, before), into: &piece)
            }
        } catch {
            piece.outcome.problems.append(error)
            if case .contracts(of: _, let contracts) = work { piece.outcome.coverage.add(unread(contracts)) }
        }
    }

    /// The flow without what may be out of date, which is a problem if a contract or a trigger relies on it.
    private func upToDate(_ flow: Flow, isNamed: Bool, _ piece: inout Piece) -> Flow {
        guard let problem = flow.staleness else { return flow }
        if isNamed || flow.triggers.contains(where: \.isEnabled) { piece.outcome.problems.append(problem) }
        return flow.withoutStaleInterface
    }

    /// What is covered of contracts whose flow could not be read: nothing, and the cells say so.
    private func unread(_ contracts: [Contract]) -> Coverage {
        var coverage = Coverage()
        coverage.cells = contracts.filter(owners.selects).map { Cell($0, in: environment, isJudged: false) }
        return coverage
    }

    private func judge(_ contracts: [Contract], _ feeding: Feeding, into piece: inout Piece) {
        for contract in contracts where owners.selects(contract) {
            if Judge.needsSurroundings(contract, in: environment, flow: feeding.flow) {
                piece.waiting.append((contract, feeding))
            } else {
                let surroundings = Judge.Surroundings()
                piece.outcome.add(
                    judge.judge(contract, in: environment, feeding: feeding, surroundings: surroundings)
                )
            }
        }
        piece.outcome.add(judge.judge(feeding))
    }

    /// What the flow was before; an earlier state that can't be read is a problem, and stops no judgement.
    private func before(_ key: FlowKey, _ piece: inout Piece) -> [EarlierFlow] {
        do throws(ReadingError) {
            return try earlier.states(of: key)
        } catch {
            piece.outcome.problems.append(error)
            return []
        }
    }

    private func feeding(
        of flow: Flow,
        _ contracts: [Contract],
        _ known: Knowledge,
        _ earlier: [EarlierFlow]
    ) throws(ReadingError) -> Feeding {
        var flow = flow
        if flow.id == nil, contracts.contains(where: { $0.promisedID(in: environment) != nil }) {
            flow.id = try known.ids.id(of: flow.key)
        }
        var modules: [String: Flow] = [:]
        for copy in flow.modules {
            let module = try source.flow(FlowKey(type: .commonModule, name: copy.name))
            modules[copy.name] = module.flatMap { $0.isStale ? nil : $0 }
        }
        return Feeding(
            flow,
            in: environment,
            contracts: contracts,
            events: known.events,
            modules: modules,
            earlier: earlier
        )
    }

    private func judgeStrayTriggers(_ outcome: inout Outcome) {
        do throws(ReadingError) {
            let (triggers, file) = try source.strayTriggers()
            guard !triggers.isEmpty else { return }
            let entries = try source.surroundings().entries
            outcome.add(judge.judge(StrayTriggers(triggers, in: environment, entries: entries, file: file)))
        } catch {
            outcome.problems.append(error)
        }
    }
}
