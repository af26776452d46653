import TestSupport
import Testing

@testable import DriftCore

/// Properties of any two sources that are compared.
struct DifferenceProperties {
    /// Flows with evil names, and the same flows later: some deleted, some new, some with parts of others.
    private static func sets(_ seed: UInt64) -> (FlowSet, FlowSet) {
        var random = RandomFlows(seed: seed)
        var numbers = SplitMix64(seed: seed)
        let old = (0..<6).map { _ in random.flow() }
        let new = old.compactMap { flow -> Flow? in
            var flow = flow
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: return nil
            case 1: flow.inputs = random.flow().inputs
            case 2: flow.outputs = random.flow().outputs
            case 3: flow.triggers = random.flow().triggers
            default: flow.key = FlowKey(type: flow.key.type, name: flow.key.name + "s")
            }
            return flow
        }
        return (set(old), set(new + [random.flow()]))
    }

    private static func set(_ flows: [Flow]) -> FlowSet {
        FlowSet(flows: flows, entries: flows.map(\.entry), strayTriggers: [])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func findsNothingBetweenASourceAndItself(_ seed: UInt64) {
        let (old, _) = Self.sets(seed)
        let shuffled = Self.set(old.flows.reversed())
        #expect(FlowSetDifference(from: old, to: shuffled).flows.isEmpty)
        #expect(FlowSetDifference(from: old, to: shuffled).consequence == .safe)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func findsTheSameInBothDirections(_ seed: UInt64) {
        let (old, new) = Self.sets(seed)
        let there = FlowSetDifference(from: old, to: new)
        let back = FlowSetDifference(from: new, to: old)
        #expect(!there.flows.isEmpty)
        #expect(there.count == back.count)
        #expect(Set(there.flows.map(Mirrored.init)) == Set(back.flows.map { Mirrored($0).turned }))
    }

    /// A difference without the words for its direction.
    private struct Mirrored: Hashable {
        var old: FlowKey?
        var new: FlowKey?
        var changes: Set<FlowChange>

        init(_ difference: FlowDifference) {
            (old, new) = (difference.old?.key, difference.new?.key)
            changes = Set(difference.changes)
        }

        var turned: Mirrored {
            var copy = self
            (copy.old, copy.new) = (new, old)
            copy.changes = Set(changes.map(\.turned))
            return copy
        }
    }
}

extension FlowChange {
    /// The change in the opposite direction.
    fileprivate var turned: FlowChange {
        switch self {
        case .inputAdded(let input): .inputRemoved(input)
        case .inputRemoved(let input): .inputAdded(input)
        case .inputChanged(let old, let new): .inputChanged(from: new, to: old)
        case .inputReadsChanged(let old, let new): .inputReadsChanged(from: new, to: old)
        case .inputOpen, .outputOpen: self
        case .outputAdded(let output): .outputRemoved(output)
        case .outputRemoved(let output): .outputAdded(output)
        case .outputChanged(let old, let new): .outputChanged(from: new, to: old)
        case .triggerAdded(let trigger): .triggerRemoved(trigger)
        case .triggerRemoved(let trigger): .triggerAdded(trigger)
        case .triggerChanged(let old, let new): .triggerChanged(from: new, to: old)
        case .availabilityChanged(let old, let new): .availabilityChanged(from: new, to: old)
        case .divisionChanged(let old, let new): .divisionChanged(from: new, to: old)
        }
    }
}
