import DriftCore

/// What is known of an org before any configuration is read.
struct Survey {
    /// What is wanted.
    let request: LiveRequest

    /// The flows, by id.
    private(set) var flows: [FlowID: ListedFlow] = [:]

    /// The ids of the flows, by type and name.
    private(set) var ids: [FlowKey: FlowID] = [:]

    /// Whether the list of all flows was read, not of some types or names.
    var isWhole = false

    /// The triggers; nil where they could not be read.
    var triggers: [Trigger]?

    /// The flows with snapshots that are gone.
    var gone: Set<FlowKey> = []

    /// The flows with snapshots that are not visible.
    var hidden: Set<FlowKey> = []

    /// Whether nothing was listed where there are snapshots, though that is not allowed.
    var isSuspiciouslyEmpty = false

    /// What a user should know.
    var notices: [FlowSet.Notice] = []

    /// What could not be read.
    var problems: [ReadingError] = []

    /// Adds flows that were listed.
    mutating func add(_ listing: FlowListing.Result) {
        for flow in listing.flows { add(flow) }
        problems += listing.problems.filter { !problems.contains($0) }
    }

    /// Adds one flow; the same flow may come by two ways.
    mutating func add(_ flow: ListedFlow) {
        guard let id = flow.entry.id, flows[id] == nil else { return }
        let key = flow.entry.key
        if let other = ids[key] {
            notices.append(FlowSet.Notice("'\(key)' is listed with two ids, \(other) and \(id); the first is taken"))
            return
        }
        flows[id] = flow
        ids[key] = id
    }

    /// The ids of the flows that triggers start.
    var targets: Set<FlowID> {
        Set((triggers ?? []).compactMap { if case .id(let id)? = $0.target { id } else { nil } })
    }

    /// The flows whose configurations are read whatever the index says, by id.
    ///
    /// Where the org's triggers could not be read, those of the snapshots say what a trigger starts.
    var readAnew: Set<FlowID> {
        switch request.rereading {
        case .none: return []
        case .all: return Set(flows.keys)
        case .reliedOn:
            let named = request.named.compactMap { ids[$0] }
            guard let triggers else {
                let known = request.known.filter { $1.flow?.triggers.contains(where: \.isEnabled) ?? false }
                return Set(named + known.keys.compactMap { ids[$0] })
            }
            let started = triggers.filter(\.isEnabled).compactMap { trigger in
                if case .id(let id)? = trigger.target { id } else { nil }
            }
            return Set(named + started)
        }
    }

    /// The flows that are wanted, in order of type and name.
    var selected: [ListedFlow] {
        let targets = targets
        return flows.filter { id, flow in
            let entry = flow.entry
            return request.filter.admits(entry.key, division: entry.division)
                || request.required.contains(entry.key) || targets.contains(id)
        }
        .values.sorted { $0.entry.key < $1.entry.key }
    }
}
