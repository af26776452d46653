/// One difference between two states of a flow's interface.
public enum FlowChange: Hashable, Sendable {
    case inputAdded(Variable)
    case inputRemoved(Variable)
    /// An input may be gone, or may be the one with the given name, which has a placeholder without a value.
    case inputOpen(Variable, as: String)
    /// The input's type, default or security changed, or the letter case of its name.
    case inputChanged(from: Variable, to: Variable)
    /// What the flow reads of an input changed; only used if both sides know their reads.
    case inputReadsChanged(from: Variable, to: Variable)
    case outputAdded(Variable)
    case outputRemoved(Variable)
    /// An output may be gone, or may be the one with the given name, which has a placeholder without a value.
    case outputOpen(Variable, as: String)
    case outputChanged(from: Variable, to: Variable)
    case triggerAdded(Trigger)
    case triggerRemoved(Trigger)
    case triggerChanged(from: Trigger, to: Trigger)
    case availabilityChanged(from: Flow.Availability, to: Flow.Availability)
    case divisionChanged(from: String, to: String)

    /// The differences between two states of one flow, sorted by what they are about.
    public static func changes(from old: Flow, to new: Flow) -> [FlowChange] {
        var changes: [FlowChange] = []
        // A value that only one side knows isn't a change: an export has neither division nor availability.
        if old.availability != .unknown, new.availability != .unknown, old.availability != new.availability {
            changes.append(.availabilityChanged(from: old.availability, to: new.availability))
        }
        if let oldDivision = old.division, let newDivision = new.division, oldDivision != newDivision {
            changes.append(.divisionChanged(from: oldDivision, to: newDivision))
        }
        return changes + variableChanges(from: old, to: new) + triggerChanges(from: old.triggers, to: new.triggers)
    }

    /// The differences between the inputs and outputs of two states of one flow, in order of name.
    ///
    /// A variable that only one side has may be the same as a variable with a placeholder on the other side. Then it
    /// doesn't count as added or removed.
    static func variableChanges(from before: Flow, to after: Flow) -> [FlowChange] {
        var changes: [FlowChange] = []
        for pair in pairedVariables(before.inputs.map(\.withoutPosition), after.inputs.map(\.withoutPosition)) {
            switch pair {
            case (nil, let new?): if before.openVariable(for: new.name) == nil { changes.append(.inputAdded(new)) }
            case (let old?, nil):
                let open = after.openVariable(for: old.name)
                changes.append(open.map { .inputOpen(old, as: $0.name.text) } ?? .inputRemoved(old))
            case (let old?, let new?): changes += inputChanges(from: old, to: new)
            case (nil, nil): break
            }
        }
        for pair in pairedVariables(before.outputs.map(\.withoutPosition), after.outputs.map(\.withoutPosition)) {
            switch pair {
            case (nil, let new?): if before.openVariable(for: new.name) == nil { changes.append(.outputAdded(new)) }
            case (let old?, nil):
                let open = after.openVariable(for: old.name)
                changes.append(open.map { .outputOpen(old, as: $0.name.text) } ?? .outputRemoved(old))
            case (let old?, let new?): if old != new { changes.append(.outputChanged(from: old, to: new)) }
            case (nil, nil): break
            }
        }
        return changes
    }

    private static func inputChanges(from old: Variable, to new: Variable) -> [FlowChange] {
        var changes: [FlowChange] = []
        if old.declaration != new.declaration {
            changes.append(.inputChanged(from: old.declaration, to: new.declaration))
        }
        if let before = old.reads, let after = new.reads, before != after {
            changes.append(.inputReadsChanged(from: old, to: new))
        }
        return changes
    }

    private static func triggerChanges(from old: [Trigger], to new: [Trigger]) -> [FlowChange] {
        let (old, new) = (old.map(\.interface), new.map(\.interface))
        // Equal triggers aren't changes, even if several share a name.
        var (left, right) = (old, new)
        for trigger in old {
            guard let index = right.firstIndex(of: trigger), let own = left.firstIndex(of: trigger) else { continue }
            right.remove(at: index)
            left.remove(at: own)
        }
        return paired(left, right, by: { [$0.name] }).compactMap { pair in
            switch pair {
            case (nil, let new?): .triggerAdded(new)
            case (let old?, nil): .triggerRemoved(old)
            case (let old?, let new?):
                new.settled(like: old) == old ? nil : .triggerChanged(from: old, to: new.settled(like: old))
            case (nil, nil): nil
            }
        }
    }

    /// Pairs the old variables with the new ones by name, in order of name.
    ///
    /// If no new variable has an old variable's exact name, the old one is paired with a new variable whose name differs
    /// only in letter case; if there are several, preferably with one that isn't in `old`. The platform doesn't document
    /// whether letter case matters.
    private static func pairedVariables(_ old: [Variable], _ new: [Variable]) -> [(Variable?, Variable?)] {
        let pairs = paired(old, new, by: { [$0.name] })
        let added = pairs.compactMap { $0.0 == nil ? $0.1 : nil }
        guard pairs.contains(where: { $0.1 == nil }) else { return pairs }
        var taken: Set<String> = []
        let all = pairs.map { pair -> (Variable?, Variable?) in
            guard let gone = pair.0, pair.1 == nil else { return pair }
            let isAlike = { (other: Variable) in VariableName.areAlike(other.name, gone.name) }
            guard
                let other = added.first(where: { isAlike($0) && !taken.contains($0.name) }) ?? new.first(where: isAlike)
            else { return pair }
            taken.insert(other.name)
            return (gone, other)
        }
        return all.filter { $0.0 != nil || !taken.contains($0.1?.name ?? "") }
    }

    private static func paired<Value>(
        _ old: [Value],
        _ new: [Value],
        by key: (Value) -> [String]
    ) -> [(Value?, Value?)] {
        var sides: [[String]: ([Value], [Value])] = [:]
        for value in old { sides[key(value), default: ([], [])].0.append(value) }
        for value in new { sides[key(value), default: ([], [])].1.append(value) }
        return sides.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, pair in
            (0..<max(pair.0.count, pair.1.count)).map { index in
                (index < pair.0.count ? pair.0[index] : nil, index < pair.1.count ? pair.1[index] : nil)
            }
        }
    }
}

extension FlowChange {
    /// Whether the change is a move to another division, which leaves inputs and outputs as they are.
    public var isOfDivision: Bool {
        if case .divisionChanged = self { true } else { false }
    }
}

extension Flow.Availability {
    /// Whether callers can start the flow, or whether that's unknown.
    var isStartable: Bool { self == .available || self == .unknown }
}

extension Trigger {
    /// The trigger with only the settings that count in a comparison, whatever the source.
    var interface: Trigger {
        var copy = canonical
        copy.target = nil
        copy.dataFormat = effectiveDataFormat
        return copy
    }
}
