/// The flows of one environment, from one source.
public struct FlowSet: Sendable {
    /// The flows whose inputs and outputs are known, in order of type and name, each with its triggers.
    public var flows: [Flow]

    /// All flows known to exist, including those whose inputs and outputs are unknown, in order of type and name.
    public var entries: [FlowEntry]

    /// The triggers that start none of ``flows``, or `nil` if the source doesn't list triggers.
    public var strayTriggers: [Trigger]?

    /// The data actions that start flows, in order of name, or `nil` if the source says nothing about data actions.
    public var actions: [LaunchingAction]?

    /// The data actions of the source's files as written, or `nil` if there is none.
    public var actionTexts: [DataActionText]?

    /// The version of each data action that the org has, by id, or `nil` if the source isn't an org.
    public var seenActions: [String: String]?

    /// Messages about how the set was read, which aren't errors.
    public var notices: [Notice]

    /// The errors; if there are any, the set is incomplete.
    public var problems: [ReadingError]

    /// The flows that are known not to exist, even if the set is incomplete.
    ///
    /// The reason is that a plan destroys them, an org doesn't know their ids, or a listing marks them as deleted.
    public var gone: Set<FlowKey>

    /// Makes a set; flows and entries must be sorted.
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

    /// A set without flows.
    public static let empty = FlowSet(flows: [], entries: [], strayTriggers: nil)

    /// A message that isn't an error.
    public struct Notice: Hashable, Sendable, CustomStringConvertible {
        /// The file that the message is about, or `nil` if the message is about the source.
        public var file: String?

        /// The message, as one phrase.
        public var text: String

        /// The file and the message.
        public var description: String { (file.map { $0 + ": " } ?? "") + text }

        /// Makes a notice.
        public init(_ text: String, file: String? = nil) {
            self.text = text
            self.file = file
        }
    }
}

extension FlowSet {
    /// The set, where each flow has the triggers that it has in another set; other triggers of that set are dropped.
    public func withTriggers(of other: FlowSet) -> FlowSet {
        let known = Dictionary(other.flows.map { ($0.key, $0.triggers) }) { first, _ in first }
        var copy = self
        for index in flows.indices {
            // The position is in the other set's file.
            copy.flows[index].triggers = (known[flows[index].key] ?? []).map { trigger in
                var trigger = trigger
                trigger.position = nil
                return trigger
            }
        }
        return copy
    }

    /// Whether a flow that isn't in the set is known not to exist; an incomplete set may just lack the flow.
    func isWithout(_ key: FlowKey) -> Bool { problems.isEmpty || gone.contains(key) }

    /// Whether the source is known to have no triggers.
    public var hasNoTriggers: Bool { problems.isEmpty && (placedTriggers?.isEmpty ?? false) }

    /// All triggers with the flows that they start, or `nil` if the source doesn't list triggers.
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
