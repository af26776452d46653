/// The triggers that start none of an environment's flows, and the environment's flows.
public struct StrayTriggers: Sendable {
    /// The environment, or `nil` if the flows come from no named environment.
    let environment: EnvironmentName?

    let triggers: [Trigger]

    /// The flows that are known to exist.
    let entries: [FlowEntry]

    /// The file with the triggers, or `nil` if there is none.
    let file: String?

    /// Whether the triggers are from a plan, and all their targets are known not to exist.
    private var isLostInPlan = false

    /// Combines triggers with the flows of their environment; targets given by a known id get the flow's type and name.
    public init(_ triggers: [Trigger], in environment: EnvironmentName?, entries: [FlowEntry], file: String?) {
        let keys = Dictionary(entries.compactMap { entry in entry.id.map { ($0, entry.key) } }) { first, _ in first }
        self.triggers = triggers.map { trigger in
            guard case .id(let id)? = trigger.target, let key = keys[id] else { return trigger }
            var trigger = trigger
            trigger.target = .flow(key)
            return trigger
        }
        self.environment = environment
        self.entries = entries
        self.file = file
    }

    /// Combines a plan's triggers whose targets neither the plan nor its environment has.
    init(lostInPlan triggers: [Trigger], in environment: EnvironmentName?, entries: [FlowEntry], file: String?) {
        self.triggers = triggers
        self.environment = environment
        self.entries = entries
        self.file = file
        isLostInPlan = true
    }

    /// Whether all flows' ids are known, so that an id without a match is wrong.
    var knowsEveryID: Bool { isLostInPlan || entries.haveEveryID }

    /// The triggers that start a nonexistent flow, given by type and name, with the flow that was probably meant.
    var missing: [(trigger: Trigger, key: FlowKey, near: FlowKey?)] {
        guard isLostInPlan else { return [] }
        return triggers.compactMap { trigger in
            guard case .flow(let key)? = trigger.target else { return nil }
            let names = entries.filter { $0.key.type == key.type }.map(\.key.name)
            let near = NearName.best(for: key.name, among: names) ?? (names.count == 1 ? names[0] : nil)
            return (trigger, key, near.map { FlowKey(type: key.type, name: $0) })
        }
    }

    /// The triggers whose targets are only known by id.
    var targets: [(trigger: Trigger, id: FlowID)] {
        triggers.compactMap { trigger in
            guard case .id(let id)? = trigger.target else { return nil }
            return (trigger, id)
        }
    }

    /// The listed flows that nothing can start, with their triggers, in order of key.
    var unstartable: [Flow] {
        entries.filter { !$0.availability.isStartable }.compactMap { entry in
            var flow = Flow(unstartable: entry)
            flow.triggers = triggers.filter { $0.target == .flow(entry.key) }
            flow.file = file
            return flow.triggers.isEmpty ? nil : flow
        }
    }

    /// The triggers that start flows with unknown inputs.
    var ofUnknownFlows: [Trigger] {
        guard !isLostInPlan else { return [] }
        let known = Set(entries.filter { !$0.availability.isStartable }.map(\.key))
        return triggers.filter { trigger in
            switch trigger.target {
            case .id?: false
            case .flow(let key)?: !known.contains(key)
            case nil: true
            }
        }
    }
}
