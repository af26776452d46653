/// The differences between two states of an environment.
public struct FlowSetDifference: Sendable {
    /// The flows that differ, in order of type and name.
    public let flows: [FlowDifference]

    /// The flows that couldn't be fully compared, because one side only lists them or may be out of date; in order.
    public let undecided: [FlowKey]

    /// The number of compared flows on either side; a flow on both counts once.
    public let count: Int

    /// Compares two states.
    ///
    /// Two flows, each on one side only, are the same renamed flow if their ids match, or if they have the same inputs
    /// and outputs (at least one) and similar names.
    ///
    /// A flow that an incomplete side lacks counts as neither added nor removed, unless it's known not to exist.
    public init(from old: FlowSet, to new: FlowSet) {
        let left = Dictionary(old.flows.map { ($0.key, $0) }) { first, _ in first }
        let right = Dictionary(new.flows.map { ($0.key, $0) }) { first, _ in first }
        // A flow that the other side only lists does exist there.
        let (leftListed, rightListed) = (Set(old.entries.map(\.key)), Set(new.entries.map(\.key)))
        let (leftAlone, rightAlone) = (
            left.values.filter { right[$0.key] == nil }, right.values.filter { left[$0.key] == nil }
        )
        let onlyOld = leftAlone.filter { !rightListed.contains($0.key) }
        let onlyNew = rightAlone.filter { !leftListed.contains($0.key) }
        var undecided = leftAlone.map(\.key).filter(rightListed.contains)
        undecided += rightAlone.map(\.key).filter(leftListed.contains)
        let (gone, added) = (onlyOld.filter { new.isWithout($0.key) }, onlyNew.filter { old.isWithout($0.key) })
        // Only an id identifies a flow that the other side couldn't read.
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

    /// The most severe consequence; safe if nothing differs.
    public var consequence: Consequence { flows.map(\.consequence).max() ?? .safe }
}

/// One flow that differs.
public struct FlowDifference: Sendable {
    /// The flow on the first side, or `nil` if it's new.
    public let old: Flow?

    /// The flow on the second side, or `nil` if it was removed.
    public let new: Flow?

    /// The changes, sorted by what they are about; empty if the flow is on one side only.
    public let changes: [FlowChange]

    init(from old: Flow?, to new: Flow?, knowsTriggers: Bool = true) {
        self.old = old
        self.new = new
        guard let old, var new else {
            changes = []
            return
        }
        // If one side knows no triggers, they aren't compared.
        if !knowsTriggers { new.triggers = old.triggers }
        changes = FlowChange.changes(from: old, to: new)
    }

    /// The flow's type and name, on the first side if it's on both.
    public var key: FlowKey {
        old?.key ?? new?.key ?? FlowKey(type: .workflow, name: "")
    }

    /// The type and name on the second side if they differ, or `nil` if they are the same.
    public var otherKey: FlowKey? {
        guard let old, let new, old.key != new.key else { return nil }
        return new.key
    }

    /// What happened to the flow.
    public enum Kind: String, Sendable {
        case added, removed, renamed, changed
    }

    /// What happened to the flow.
    public var kind: Kind {
        if old == nil { return .added }
        if new == nil { return .removed }
        return otherKey == nil ? .changed : .renamed
    }

    /// The consequence for callers; those that start the flow by name don't find a renamed one.
    public var consequence: Consequence {
        switch kind {
        case .added: .safe
        case .removed, .renamed: .breaks
        case .changed: changes.map(\.consequence).max() ?? .safe
        }
    }
}
