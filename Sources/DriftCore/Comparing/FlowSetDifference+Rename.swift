extension FlowSetDifference {
    /// Two flows that may be one under another name.
    ///
    /// They are looked up rather than tried: many flows on both sides would make very many pairs.
    struct Rename {
        /// The flow on the first side.
        let old: Flow

        /// The flow on the second side.
        let new: Flow

        /// How probably they are one; 2 where the ids say so, else how near the names are, up to 1.
        private let likeness: Double

        /// The pairs that have one id.
        static func ofOneID(from old: [Flow], to new: [Flow]) -> [Rename] {
            let known = Dictionary(grouping: new.filter { $0.id != nil }, by: \.id)
            return old.filter { $0.id != nil }.flatMap { flow in
                (known[flow.id] ?? []).filter { $0.key.type == flow.key.type }.map { other in
                    Rename(old: flow, new: other, likeness: 2)
                }
            }
        }

        /// The pairs of one interface whose names are near; ids that are known on both sides have decided already.
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

        /// The most probable of the pairs, each flow in one of them, the same whichever side comes first.
        static func best(_ pairs: [Rename]) -> [Rename] {
            var (taken, best) = (Set<FlowKey>(), [Rename]())
            for pair in pairs.sorted(by: isBetter) {
                guard !taken.contains(pair.old.key), !taken.contains(pair.new.key) else { continue }
                taken.formUnion([pair.old.key, pair.new.key])
                best.append(pair)
            }
            return best
        }

        /// Orders by likeness, and then by names, in whatever order the sides come.
        private static func isBetter(_ lhs: Rename, _ rhs: Rename) -> Bool {
            if lhs.likeness != rhs.likeness { return lhs.likeness > rhs.likeness }
            return lhs.names.lexicographicallyPrecedes(rhs.names)
        }

        private var names: [FlowKey] { [old.key, new.key].sorted() }
    }

    /// What flows of a type take and give back; nil where that is nothing, which many flows have in common.
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
