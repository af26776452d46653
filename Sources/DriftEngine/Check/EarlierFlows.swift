import DriftCore

/// The flows of an environment as they were before, in each state that a run compares with.
struct EarlierFlows: Sendable {
    /// The states, each with its name as messages give it: `the snapshot`, `git:main`.
    private var states: [(name: String, source: any FlowSource)] = []

    /// Makes flows of which no earlier state is known.
    init() {}

    /// The state before a plan: the snapshots, a renamed flow under its new name.
    init(before planned: PlannedEnvironment) {
        let flows = planned.difference.flows.compactMap { flow -> Flow? in
            guard var old = flow.old, flow.new != nil else { return nil }
            old.key = flow.otherKey ?? old.key
            return old
        }
        add(FlowSet(flows: flows, entries: [], strayTriggers: nil), name: "the snapshot")
    }

    /// Adds a state that is in memory.
    mutating func add(_ flows: FlowSet, name: String) { add(LoadedSource(flows, name: name), name: name) }

    /// Adds a state.
    mutating func add(_ source: any FlowSource, name: String) { states.append((name, source)) }

    /// What a flow was in each state that has it.
    func states(of key: FlowKey) throws(ReadingError) -> [EarlierFlow] {
        var found: [EarlierFlow] = []
        for (name, source) in states {
            // Whether an input is new, a snapshot that may be out of date can't tell.
            if let flow = try source.flow(key), !flow.isStale { found.append(EarlierFlow(flow, name: name)) }
        }
        return found
    }
}
