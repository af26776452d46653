/// What differs between two states of an environment, flow by flow.
public struct FlowSetDifference: Sendable {
    /// The flows that differ, in order of type and name.
    public let flows: [FlowDifference]

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
        let onlyOld = left.values.filter { right[$0.key] == nil }
        let onlyNew = right.values.filter { left[$0.key] == nil }
        let (gone, added) = (onlyOld.filter { new.isWithout($0.key) }, onlyNew.filter { old.isWithout($0.key) })
        let (goneKeys, addedKeys) = (Set(gone.map(\.key)), Set(added.map(\.key)))
        let pairs = Self.renames(from: onlyOld, to: onlyNew) { goneKeys.contains($0.key) && addedKeys.contains($1.key) }
        let (renamed, renames) = (Set(pairs.map(\.0.key)), Set(pairs.map(\.1.key)))
        var flows = pairs.map { FlowDifference(from: $0, to: $1) }
        flows += gone.filter { !renamed.contains($0.key) }.map { FlowDifference(from: $0, to: nil) }
        flows += added.filter { !renames.contains($0.key) }.map { FlowDifference(from: nil, to: $0) }
        count = left.count - onlyOld.count + flows.count
        for flow in left.values {
            guard let other = right[flow.key] else { continue }
            let difference = FlowDifference(
                from: flow,
                to: other,
                knowsTriggers: old.strayTriggers != nil && new.strayTriggers != nil
            )
            if !difference.changes.isEmpty { flows.append(difference) }
        }
        self.flows = flows.sorted { ($0.key, $0.otherKey ?? $0.key) < ($1.key, $1.otherKey ?? $1.key) }
    }

    /// What the difference means as a whole; safe where there is none.
    public var consequence: Consequence { flows.map(\.consequence).max() ?? .safe }

    /// The flows that are the same under another name, the same pairs whichever side comes first.
    ///
    /// - Parameters:
    ///   - old: The flows that are on the first side only.
    ///   - new: The flows that are on the second side only.
    ///   - areCertain: Whether neither flow can be what the other side could not read; if not, only the id tells.
    /// - Returns: The pairs.
    private static func renames(
        from old: [Flow],
        to new: [Flow],
        areCertain: (Flow, Flow) -> Bool
    ) -> [(Flow, Flow)] {
        let candidates = old.flatMap { left in new.compactMap { right in Candidate(left, right) } }
            .filter { $0.haveOneID || areCertain($0.left, $0.right) }
        var (taken, pairs) = (Set<FlowKey>(), [(Flow, Flow)]())
        for candidate in candidates.sorted(by: Candidate.isBetter) {
            guard !taken.contains(candidate.left.key), !taken.contains(candidate.right.key) else { continue }
            taken.formUnion([candidate.left.key, candidate.right.key])
            pairs.append((candidate.left, candidate.right))
        }
        return pairs
    }

    /// Two flows that may be one.
    private struct Candidate {
        let left: Flow
        let right: Flow
        let haveOneID: Bool
        private let likeness: Double

        init?(_ left: Flow, _ right: Flow) {
            guard left.key.type == right.key.type else { return nil }
            (self.left, self.right) = (left, right)
            haveOneID = left.id != nil && left.id == right.id
            guard !haveOneID else {
                likeness = 2
                return
            }
            // Ids that are known on both sides decide.
            guard left.id == nil || right.id == nil else { return nil }
            likeness = NearName.similarity(left.key.name, right.key.name)
            let inputs = left.inputs.map(\.declaration)
            guard likeness >= 0.5, !(left.inputs.isEmpty && left.outputs.isEmpty) else { return nil }
            guard inputs == right.inputs.map(\.declaration),
                left.outputs.map(\.declaration) == right.outputs.map(\.declaration)
            else { return nil }
        }

        /// Orders by likeness, and then by names, in whatever order the sides come.
        static func isBetter(_ lhs: Candidate, _ rhs: Candidate) -> Bool {
            if lhs.likeness != rhs.likeness { return lhs.likeness > rhs.likeness }
            return lhs.names.lexicographicallyPrecedes(rhs.names)
        }

        private var names: [FlowKey] { [left.key, right.key].sorted() }
    }
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
