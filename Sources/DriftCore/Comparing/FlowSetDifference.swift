/// What differs between two states of an environment, flow by flow.
public struct FlowSetDifference: Sendable {
    /// The flows that differ, in order of type and name.
    public let flows: [FlowDifference]

    /// The flows that could not be compared as a whole, because a side only lists them or may be out of date, in order.
    public let undecided: [FlowKey]

    /// How many flows were compared, on either side, a flow on both counted once.
    public let count: Int

    /// Compares two states.
    ///
    /// A flow that is on one side only is the same flow under another name where it has the id of one that is on the
    /// other side only; or where both have the same inputs and outputs, at least one, and their names are near.
    ///
    /// What an incomplete side lacks is neither gone nor new, unless it is known not to be there.
    public init(from old: FlowSet, to new: FlowSet) {
        let left = Dictionary(old.flows.map { ($0.key, $0) }) { first, _ in first }
        let right = Dictionary(new.flows.map { ($0.key, $0) }) { first, _ in first }
        // A flow that the other side lists is there, though nothing else is known of it.
        let (leftListed, rightListed) = (Set(old.entries.map(\.key)), Set(new.entries.map(\.key)))
        let (leftAlone, rightAlone) = (
            left.values.filter { right[$0.key] == nil }, right.values.filter { left[$0.key] == nil }
        )
        let onlyOld = leftAlone.filter { !rightListed.contains($0.key) }
        let onlyNew = rightAlone.filter { !leftListed.contains($0.key) }
        var undecided = leftAlone.map(\.key).filter(rightListed.contains)
        undecided += rightAlone.map(\.key).filter(leftListed.contains)
        let (gone, added) = (onlyOld.filter { new.isWithout($0.key) }, onlyNew.filter { old.isWithout($0.key) })
        // What may be a flow that the other side could not read, only its id tells.
        let pairs = Rename.best(Rename.ofOneID(from: onlyOld, to: onlyNew) + Rename.ofNearNames(from: gone, to: added))
        let (renamed, renames) = (Set(pairs.map(\.old.key)), Set(pairs.map(\.new.key)))
        var flows = pairs.map { FlowDifference(from: $0.old, to: $0.new) }
        flows += gone.filter { !renamed.contains($0.key) }.map { FlowDifference(from: $0, to: nil) }
        flows += added.filter { !renames.contains($0.key) }.map { FlowDifference(from: nil, to: $0) }
        count = left.count - leftAlone.count + flows.count
        for flow in left.values {
            guard var other = right[flow.key] else { continue }
            if flow.isStale || other.isStale {
                undecided.append(flow.key)
                other.takeInterface(of: flow)
            }
            let difference = FlowDifference(
                from: flow,
                to: other,
                knowsTriggers: old.strayTriggers != nil && new.strayTriggers != nil
            )
            if !difference.changes.isEmpty { flows.append(difference) }
        }
        self.undecided = undecided.sorted()
        self.flows = flows.sorted { ($0.key, $0.otherKey ?? $0.key) < ($1.key, $1.otherKey ?? $1.key) }
    }

    /// What the difference means as a whole; safe where there is none.
    public var consequence: Consequence { flows.map(\.consequence).max() ?? .safe }
}

/// One flow that differs.
public struct FlowDifference: Sendable {
    /// The flow on the first side; nil where it is new.
    public let old: Flow?

    /// The flow on the second side; nil where it is gone.
    public let new: Flow?

    /// What differs in it, in order of what it is about; empty where it is on one side only.
    public let changes: [FlowChange]

    /// Compares a flow with what became of it.
    init(from old: Flow?, to new: Flow?, knowsTriggers: Bool = true) {
        self.old = old
        self.new = new
        guard let old, var new else {
            changes = []
            return
        }
        // Where one side knows no triggers, they are no difference.
        if !knowsTriggers { new.triggers = old.triggers }
        changes = FlowChange.changes(from: old, to: new)
    }

    /// The flow's type and name; on the first side where it is on both.
    public var key: FlowKey {
        old?.key ?? new?.key ?? FlowKey(type: .workflow, name: "")
    }

    /// The type and name on the second side where they are others; nil where they are the same.
    public var otherKey: FlowKey? {
        guard let old, let new, old.key != new.key else { return nil }
        return new.key
    }

    /// What became of the flow.
    public enum Kind: String, Sendable {
        case added, removed, renamed, changed
    }

    /// What became of the flow.
    public var kind: Kind {
        if old == nil { return .added }
        if new == nil { return .removed }
        return otherKey == nil ? .changed : .renamed
    }

    /// What it means to those who start the flow; who starts it by name does not find a flow that is renamed.
    public var consequence: Consequence {
        switch kind {
        case .added: .safe
        case .removed, .renamed: .breaks
        case .changed: changes.map(\.consequence).max() ?? .safe
        }
    }
}
