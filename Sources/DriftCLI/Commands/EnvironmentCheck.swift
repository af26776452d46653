import DriftCore

/// The judging of one environment: every flow is read once, judged beside all that feeds it, and let go.
struct EnvironmentCheck {
    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// Where the flows come from.
    let source: any FlowSource

    /// The contracts that must hold there.
    let contracts: [Contract]

    /// Whose contracts are judged; the others only tell what feeds a flow besides.
    let owners: OwnerSelection

    /// The flows to which the run is limited; nil for all.
    let onlyFlows: Set<FlowKey>?

    /// Applies the rules.
    let judge: Judge

    /// What came of judging the environment.
    struct Outcome: Sendable {
        var findings: [Finding] = []
        var coverage = Coverage()
        var problems: [ReadingError] = []

        mutating func add(_ judgement: Judgement) {
            findings += judgement.findings
            coverage.add(judgement.coverage)
        }
    }

    /// Judges every contract, and every flow with its triggers.
    func outcome() async -> Outcome {
        do throws(ReadingError) {
            return try await judged()
        } catch {
            return Outcome(coverage: unread(contracts), problems: [error])
        }
    }

    private func judged() async throws(ReadingError) -> Outcome {
        let groups = Dictionary(grouping: contracts) { $0.flowKey(in: environment) }
        let keys = groups.keys.compactMap(\.self).sorted()
        let known = Knowledge(
            events: try source.events(),
            ids: contracts.contains { $0.promisedID(in: environment) != nil } ? try source.ids() : [:]
        )
        var work = keys.map { key in Work.contracts(of: key, groups[key] ?? []) }
        if let unnamed = groups[nil] { work.append(.nameless(unnamed)) }
        work += try otherFlows(than: Set(keys)).map(Work.flow)
        let pieces = await inParallel(work) { piece in judge(piece, known) }
        var outcome = Outcome()
        var waiting: [(Contract, Feeding?)] = []
        for piece in pieces {
            outcome.findings += piece.outcome.findings
            outcome.coverage.add(piece.outcome.coverage)
            outcome.problems += piece.outcome.problems
            waiting += piece.waiting
        }
        judgeWaiting(waiting, &outcome)
        if onlyFlows == nil { judgeStrayTriggers(&outcome) }
        return outcome
    }

    /// Judges the contracts that need to know the whole environment.
    ///
    /// Where it cannot be read, what was found so far counts, and of each flow that is known the rest is judged.
    private func judgeWaiting(_ waiting: [(Contract, Feeding?)], _ outcome: inout Outcome) {
        guard !waiting.isEmpty else { return }
        let surroundings = Result { () throws(ReadingError) in try source.surroundings() }
        if case .failure(let problem) = surroundings { outcome.problems.append(problem) }
        for (contract, feeding) in waiting {
            guard let known = (try? surroundings.get()) ?? feeding.map({ _ in Judge.Surroundings() }) else { continue }
            outcome.add(judge.judge(contract, in: environment, feeding: feeding, surroundings: known))
        }
    }

    /// What every judgement of the environment needs, read once.
    private struct Knowledge: Sendable {
        var events: EventCatalogue
        var ids: [FlowKey: FlowID]
    }

    /// What is done in one go.
    private enum Work: Sendable {
        /// The contracts of one flow.
        case contracts(of: FlowKey, [Contract])
        /// Contracts whose flow's name depends on an environment that nobody named.
        case nameless([Contract])
        /// A flow that no contract names.
        case flow(FlowReading)
    }

    /// What came of a piece of work, and the contracts that need to know the whole environment.
    private struct Piece: Sendable {
        var outcome = Outcome()
        var waiting: [(Contract, Feeding?)] = []
    }

    private func otherFlows(than keys: Set<FlowKey>) throws(ReadingError) -> [FlowReading] {
        guard let onlyFlows else { return try source.flows(otherThan: keys) }
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

    private func judge(_ work: Work, _ known: Knowledge) -> Piece {
        var piece = Piece()
        do throws(ReadingError) {
            switch work {
            case .nameless(let contracts): piece.waiting = contracts.map { ($0, nil) }
            case .flow(let read):
                piece.outcome.add(judge.judge(try feeding(of: read().get(), [], known)))
            case .contracts(of: let key, let contracts):
                guard let flow = try source.flow(key) else {
                    piece.waiting = contracts.filter(owners.selects).map { ($0, nil) }
                    break
                }
                try judge(contracts, feeding(of: flow, contracts, known), into: &piece)
            }
        } catch {
            piece.outcome.problems.append(error)
            if case .contracts(of: _, let contracts) = work { piece.outcome.coverage.add(unread(contracts)) }
        }
        return piece
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

    private func feeding(of flow: Flow, _ contracts: [Contract], _ known: Knowledge) throws(ReadingError) -> Feeding {
        var flow = flow
        flow.id = flow.id ?? known.ids[flow.key]
        var modules: [String: Flow] = [:]
        for copy in flow.modules {
            modules[copy.name] = try source.flow(FlowKey(type: .commonModule, name: copy.name))
        }
        return Feeding(flow, in: environment, contracts: contracts, events: known.events, modules: modules)
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
