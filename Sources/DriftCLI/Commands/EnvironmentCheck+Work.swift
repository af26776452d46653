import DriftCore

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
        /// What was done already, when the contract was read.
        case done(Piece)
        /// Contracts whose flow's name depends on an environment that nobody named.
        case nameless([Contract])
        /// A flow that no contract names.
        case flow(FlowReading)

        /// The flow that contracts name, where it is not read yet.
        var key: FlowKey? {
            if case .contracts(of: let key, _) = self { key } else { nil }
        }

        /// The file of the flow that contracts name, where it is read already.
        var file: String? {
            if case .done(let piece) = self { piece.file } else { nil }
        }
    }

    /// What came of some work, and the contracts that need to know the whole environment.
    struct Piece: Sendable {
        var outcome = Outcome()
        var waiting: [(Contract, Feeding?)] = []

        /// The file of the flow that was read last; nil where there was none.
        var file: String?

        mutating func add(_ other: Piece) {
            outcome.findings += other.outcome.findings
            outcome.coverage.add(other.outcome.coverage)
            outcome.problems += other.outcome.problems
            waiting += other.waiting
        }
    }

    /// Whether a contract that is not judged yet gives its flow's id.
    func asksForID(_ work: Work) -> Bool {
        switch work {
        case .contracts(of: _, let contracts), .nameless(let contracts):
            contracts.contains { $0.promisedID(in: environment) != nil }
        case .done, .flow: false
        }
    }

    /// The contracts, those of one flow together.
    func contractWork() -> [Work] {
        var groups: [(key: FlowKey, contracts: [Contract])] = []
        var places: [FlowKey: Int] = [:]
        var nameless: [Contract] = []
        for contract in contracts {
            guard let key = contract.flowKey(in: environment) else {
                nameless.append(contract)
                continue
            }
            if let place = places[key] {
                groups[place].contracts.append(contract)
            } else {
                places[key] = groups.count
                groups.append((key, [contract]))
            }
        }
        return groups.map(work) + (nameless.isEmpty ? [] : [.nameless(nameless)])
    }

    /// The work on the contracts of one flow: none is left where there is one contract, judged while it was read.
    private func work(_ key: FlowKey, _ contracts: [Contract]) -> Work {
        if contracts.count == 1, let piece = early.pieces[contracts[0].file] { return .done(piece) }
        return .contracts(of: key, contracts)
    }
}
