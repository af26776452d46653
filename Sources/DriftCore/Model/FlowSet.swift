/// The flows of one source, put together: what an environment looks like.
public struct FlowSet: Sendable {
    /// The flows whose interface is known, in order of type and name, each with its triggers.
    public var flows: [Flow]

    /// Every flow that is known to exist, with or without its interface, in order of type and name.
    public var entries: [FlowEntry]

    /// The triggers whose target is none of ``flows``; nil where the source knows nothing of triggers.
    public var strayTriggers: [Trigger]?

    /// What a user should know of how the set came about.
    public var notices: [Notice]

    /// What could not be put together; the set is then incomplete.
    public var problems: [ReadingError]

    /// Flows that are known not to be there, even where the set is incomplete: a plan destroys them, an org knows no
    /// such id, a listing calls them deleted.
    public var gone: Set<FlowKey>

    /// Makes a set; flows and entries must be in order.
    public init(
        flows: [Flow],
        entries: [FlowEntry],
        strayTriggers: [Trigger]?,
        notices: [Notice] = [],
        problems: [ReadingError] = [],
        gone: Set<FlowKey> = []
    ) {
        self.flows = flows
        self.entries = entries
        self.strayTriggers = strayTriggers
        self.notices = notices
        self.problems = problems
        self.gone = gone
    }

    /// Something that a user should know, but that stops nothing.
    public struct Notice: Hashable, Sendable, CustomStringConvertible {
        /// The file it is about; nil where it is about the source.
        public var file: String?

        /// What there is to know, as one phrase.
        public var text: String

        /// The file and what there is to know of it.
        public var description: String { (file.map { $0 + ": " } ?? "") + text }

        /// Makes a notice.
        public init(_ text: String, file: String? = nil) {
            self.text = text
            self.file = file
        }
    }
}

extension FlowSet {
    /// The flows with the triggers that others of the same type and name have; those of flows that are not here start
    /// nothing here.
    public func withTriggers(of other: FlowSet) -> FlowSet {
        let known = Dictionary(other.flows.map { ($0.key, $0.triggers) }) { first, _ in first }
        var copy = self
        for index in flows.indices {
            // A place in the other's file is none in this one's.
            copy.flows[index].triggers = (known[flows[index].key] ?? []).map { trigger in
                var trigger = trigger
                trigger.position = nil
                return trigger
            }
        }
        return copy
    }

    /// Whether a flow that the set does not have is not there either; in an incomplete set it may be what is not read.
    func isWithout(_ key: FlowKey) -> Bool { problems.isEmpty || gone.contains(key) }

    /// Whether the source knows triggers, and that there is none.
    public var hasNoTriggers: Bool { problems.isEmpty && (placedTriggers?.isEmpty ?? false) }

    /// Every trigger with the flow that it starts; nil where the source knows nothing of triggers.
    public var placedTriggers: [PlacedTrigger]? {
        guard let strayTriggers else { return nil }
        let own = flows.flatMap { flow in flow.triggers.map { PlacedTrigger($0, starting: flow.key) } }
        let stray = strayTriggers.map { trigger in
            guard case .flow(let key)? = trigger.target else { return PlacedTrigger(trigger, starting: nil) }
            return PlacedTrigger(trigger, starting: key)
        }
        return own + stray
    }
}
