extension FlowSetDifference {
    /// Two flows that may be the same under another name.
    ///
    /// Dictionaries find the pairs; comparing all flows of both sides would be slow.
    struct Rename {
        let old: Flow
        let new: Flow

        /// How likely the two are the same flow: 2 if the ids match, or else the similarity of the names, up to 1.
        private let likeness: Double

        static func ofOneID(from old: [Flow], to new: [Flow]) -> [Rename] {
            let known = Dictionary(grouping: new.filter { $0.id != nil }, by: \.id)
            return old.filter { $0.id != nil }.flatMap { flow in
                (known[flow.id] ?? []).filter { $0.key.type == flow.key.type }.map { other in
                    Rename(old: flow, new: other, likeness: 2)
                }
            }
        }

        /// The pairs with the same inputs and outputs and similar names; flows whose ids are both known are skipped.
        static func ofNearNames(from old: [Flow], to new: [Flow]) -> [Rename] {
            let all = Dictionary(grouping: new, by: Interface.init)
            let withoutID = Dictionary(grouping: new.filter { $0.id == nil }, by: Interface.init)
            return old.flatMap { flow -> [Rename] in
                guard let interface = Interface(flow) else { return [] }
                let others = (flow.id == nil ? all : withoutID)[interface] ?? []
                return others.compactMap { other in
                    let likeness = NearName.similarity(flow.key.name, other.key.name)
                    return likeness >= 0.5 ? Rename(old: flow, new: other, likeness: likeness) : nil
                }
            }
        }

        /// The most likely pairs, with each flow in at most one; independent of the sides' order.
        static func best(_ pairs: [Rename]) -> [Rename] {
            var (taken, best) = (Set<FlowKey>(), [Rename]())
            for pair in pairs.sorted(by: isBetter) {
                guard !taken.contains(pair.old.key), !taken.contains(pair.new.key) else { continue }
                taken.formUnion([pair.old.key, pair.new.key])
                best.append(pair)
            }
            return best
        }

        /// Orders by likelihood, then by names, independent of the sides' order.
        private static func isBetter(_ lhs: Rename, _ rhs: Rename) -> Bool {
            if lhs.likeness != rhs.likeness { return lhs.likeness > rhs.likeness }
            return lhs.names.lexicographicallyPrecedes(rhs.names)
        }

        private var names: [FlowKey] { [old.key, new.key].sorted() }
    }

    /// A flow's inputs and outputs, or `nil` if it has none, as many unrelated flows do.
    private struct Interface: Hashable {
        private let type: FlowType
        private let inputs: [Variable]
        private let outputs: [Variable]

        init?(_ flow: Flow) {
            guard !flow.inputs.isEmpty || !flow.outputs.isEmpty else { return nil }
            type = flow.key.type
            (inputs, outputs) = (flow.inputs.map(\.declaration), flow.outputs.map(\.declaration))
        }
    }
}
