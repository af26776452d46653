/// The triggers of an environment whose target is none of its flows, beside the flows that there are.
public struct StrayTriggers: Sendable {
    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// The triggers.
    let triggers: [Trigger]

    /// The flows that are known to exist.
    let entries: [FlowEntry]

    /// The file that holds the triggers; nil where they come from no file.
    let file: String?

    /// Whether they come from a plan, and each of their targets is known not to exist.
    private var isLostInPlan = false

    /// Puts the triggers beside the flows of their environment; a target that is one of these by its id is known.
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

    /// Takes the triggers of a plan whose targets neither the plan nor its environment has.
    init(lostInPlan triggers: [Trigger], in environment: EnvironmentName?, entries: [FlowEntry], file: String?) {
        self.triggers = triggers
        self.environment = environment
        self.entries = entries
        self.file = file
        isLostInPlan = true
    }

    /// Whether each flow's id is known, so that an id that fits none is an id of no flow.
    var knowsEveryID: Bool { isLostInPlan || entries.haveEveryID }

    /// The triggers whose target is a flow of that type and name, which does not exist, with the flow that was probably
    /// meant.
    var missing: [(trigger: Trigger, key: FlowKey, near: FlowKey?)] {
        guard isLostInPlan else { return [] }
        return triggers.compactMap { trigger in
            guard case .flow(let key)? = trigger.target else { return nil }
            let names = entries.filter { $0.key.type == key.type }.map(\.key.name)
            let near = NearName.best(for: key.name, among: names) ?? (names.count == 1 ? names[0] : nil)
            return (trigger, key, near.map { FlowKey(type: key.type, name: $0) })
        }
    }

    /// The triggers whose target is known by an id alone, with that id.
    var targets: [(trigger: Trigger, id: FlowID)] {
        triggers.compactMap { trigger in
            guard case .id(let id)? = trigger.target else { return nil }
            return (trigger, id)
        }
    }

    /// The listed flows that nothing can start, each with those of the triggers that start it, in order of key.
    var unstartable: [Flow] {
        entries.filter { !$0.availability.isStartable }.compactMap { entry in
            var flow = Flow(unstartable: entry)
            flow.triggers = triggers.filter { $0.target == .flow(entry.key) }
            flow.file = file
            return flow.triggers.isEmpty ? nil : flow
        }
    }

    /// The triggers of flows that could be started, but whose inputs are not known.
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
