import DriftCore

/// What is known about an org before any configuration is read.
struct Survey {
    let request: LiveRequest

    private(set) var flows: [FlowID: ListedFlow] = [:]
    private(set) var ids: [FlowKey: FlowID] = [:]

    /// Whether all flows were listed, not only some types or names.
    var isWhole = false

    /// The triggers, or `nil` if they couldn't be read.
    var triggers: [Trigger]?

    /// The flows with snapshots that were deleted.
    var gone: Set<FlowKey> = []

    /// The flows with snapshots that were renamed, with their new type and name.
    var renamed: [FlowKey: FlowKey] = [:]

    /// The flows with snapshots that aren't visible.
    var hidden: Set<FlowKey> = []

    /// Whether no flows were listed although there are snapshots, and the request doesn't allow that.
    var isSuspiciouslyEmpty = false

    var notices: [FlowSet.Notice] = []
    var problems: [ReadingError] = []

    mutating func add(_ listing: FlowListing.Result) {
        for flow in listing.flows { add(flow) }
        problems += listing.problems.filter { !problems.contains($0) }
    }

    /// Adds a flow unless it was already added.
    mutating func add(_ flow: ListedFlow) {
        guard let id = flow.entry.id, flows[id] == nil else { return }
        let key = flow.entry.key
        if let other = ids[key] {
            notices.append(FlowSet.Notice("the org lists '\(key)' with two ids, \(other) and \(id); the first is used"))
            return
        }
        flows[id] = flow
        ids[key] = id
    }

    /// The ids of the flows that triggers start.
    var targets: Set<FlowID> {
        Set((triggers ?? []).compactMap { if case .id(let id)? = $0.target { id } else { nil } })
    }

    /// The ids of the flows whose configurations are read regardless of the index.
    ///
    /// If the org's triggers couldn't be read, the triggers in the snapshots are used.
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

    /// The wanted flows, sorted by type and name.
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
