import DriftCore

/// The flows of an environment in each earlier state that a run compares with.
struct EarlierFlows: Sendable {
    /// The states, each with its name in messages: `the snapshot`, `git:main`.
    private var states: [(name: String, source: any FlowSource)] = []

    init() {}

    /// The state before a plan: the snapshots, with renamed flows under their new names.
    init(before planned: PlannedEnvironment) {
        let flows = planned.difference.flows.compactMap { flow -> Flow? in
            guard var old = flow.old, flow.new != nil else { return nil }
            old.key = flow.otherKey ?? old.key
            return old
        }
        add(FlowSet(flows: flows, entries: flows.map(\.entry), strayTriggers: nil), name: "the snapshot")
    }

    mutating func add(_ flows: FlowSet, name: String) { add(LoadedSource(flows, name: name), name: name) }

    mutating func add(_ source: any FlowSource, name: String) { states.append((name, source)) }

    /// The flow's id in the first state that has it, or `nil` if no state does.
    func id(of key: FlowKey) throws(ReadingError) -> FlowID? {
        for (_, source) in states {
            if let id = try source.ids()[key] { return id }
        }
        return nil
    }

    /// The flows of all states by id; a state that can't be read has none.
    var keysByID: [FlowID: FlowKey] {
        states.reduce(into: [:]) { keys, state in
            for (key, id) in (try? state.source.ids()) ?? [:] where keys[id] == nil { keys[id] = key }
        }
    }

    /// The flow as it was in each state that has the flow.
    func states(of key: FlowKey) throws(ReadingError) -> [EarlierFlow] {
        var found: [EarlierFlow] = []
        for (name, source) in states {
            // A snapshot that may be out of date doesn't show whether an input is new.
            if let flow = try source.flow(key), !flow.isStale { found.append(EarlierFlow(flow, name: name)) }
        }
        return found
    }
}
