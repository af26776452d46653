import DriftCore
import SourceText

extension EnvironmentCheck {
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

    /// What every judgement of the environment needs.
    struct Knowledge: Sendable {
        /// What is known of events.
        let events: EventCatalogue

        /// The ids of flows.
        let ids: FlowIDs

        /// What a source knows.
        init(of source: any FlowSource) throws(ReadingError) {
            events = try source.events()
            ids = FlowIDs(of: source)
        }
    }

    /// What is done in one go.
    enum Work: Sendable {
        /// The contracts of one flow.
        case contracts(of: FlowKey, [Contract])
        /// Contracts whose flow's name depends on an environment that nobody named.
        case nameless([Contract])
        /// A flow that no contract names.
        case flow(FlowReading)

        /// The flow that contracts name.
        var key: FlowKey? {
            if case .contracts(of: let key, _) = self { key } else { nil }
        }
    }

    /// What came of some work, and the contracts that need to know the whole environment.
    struct Piece: Sendable {
        var outcome = Outcome()
        var waiting: [(Contract, Feeding?)] = []

        /// The names of the triggers of all flows that were read.
        var triggerNames: [String] = []

        /// What the flow that was read last was read from.
        var note = FlowNote()

        /// Whether the flow holds copies of common modules.
        var usesModules = false

        mutating func add(_ other: Piece) {
            outcome.findings += other.outcome.findings
            outcome.coverage.add(other.outcome.coverage)
            outcome.problems += other.outcome.problems
            waiting += other.waiting
            triggerNames += other.triggerNames
        }
    }

    /// Whether a contract that is not judged yet gives its flow's id.
    func asksForID(_ work: Work) -> Bool {
        switch work {
        case .contracts(of: _, let contracts), .nameless(let contracts):
            contracts.contains { $0.promisedID(in: environment) != nil }
        case .flow: false
        }
    }

    /// The contracts that are still to be judged, those of one flow together, and what came early of the others.
    func contractWork() -> (work: [Work], done: [Piece]) {
        var (work, done): ([Work], [Piece]) = ([], [])
        let (keys, others, nameless) = flowKeys()
        for (index, key) in keys.enumerated() {
            guard let key else { continue }
            let together = others[index]
            if together == nil, let piece = early.piece(of: contracts[index].file), source.confirms(piece.note) {
                done.append(piece)
            } else {
                work.append(.contracts(of: key, [contracts[index]] + (together ?? []).map { contracts[$0] }))
            }
        }
        return (nameless.isEmpty ? work : work + [.nameless(nameless)], done)
    }

    /// The flow of each contract that is the first to name it, by that contract's number the others that name it, and the
    /// contracts whose flow's name is not known.
    private func flowKeys() -> (keys: [FlowKey?], others: [Int: [Int]], nameless: [Contract]) {
        var keys: [FlowKey?] = []
        var first: [FlowKey: Int] = [:]
        var others: [Int: [Int]] = [:]
        var nameless: [Contract] = []
        keys.reserveCapacity(contracts.count)
        first.reserveCapacity(contracts.count)
        for index in contracts.indices {
            let key = contracts[index].flowKey(in: environment)
            if let key, let place = first[key] {
                others[place, default: []].append(index)
                keys.append(nil)
            } else {
                if let key { first[key] = index } else { nameless.append(contracts[index]) }
                keys.append(key)
            }
        }
        return (keys, others, nameless)
    }
}
