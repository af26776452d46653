public import DriftCore

/// What is wanted of a live org.
public struct LiveRequest: Sendable {
    /// Which flows are wanted.
    public var filter: FlowFilter

    /// Flows that are wanted whatever the filter says: those that contracts and snapshots' triggers name.
    public var required: Set<FlowKey>

    /// Those of the required flows that a contract names.
    public var named: Set<FlowKey>

    /// Which flows are read anew although the index says that nothing changed.
    public var rereading: Rereading

    /// What is known from snapshots and the index, by flow.
    public var known: [FlowKey: KnownSnapshot]

    /// The triggers whose ids the index has.
    public var knownTriggers: TriggerIDs

    /// Whether drafts that are newer than their published version are wanted, too.
    public var readsDrafts: Bool

    /// Whether an org without any flow, or any trigger, is believed where there are snapshots of some.
    public var allowsEmpty: Bool

    /// Makes a request, by default for all published flows.
    public init(
        filter: FlowFilter = FlowFilter(),
        required: Set<FlowKey> = [],
        named: Set<FlowKey> = [],
        rereading: Rereading = .reliedOn,
        known: [FlowKey: KnownSnapshot] = [:],
        knownTriggers: TriggerIDs = TriggerIDs(),
        readsDrafts: Bool = false,
        allowsEmpty: Bool = false
    ) {
        self.filter = filter
        self.required = required
        self.named = named
        self.rereading = rereading
        self.known = known
        self.knownTriggers = knownTriggers
        self.readsDrafts = readsDrafts
        self.allowsEmpty = allowsEmpty
    }

    /// Which flows are read anew although the index says that nothing changed.
    ///
    /// Anybody who can edit a snapshot can edit the index too, so neither proves what the org holds.
    public enum Rereading: Sendable {
        /// None: the index is trusted.
        case none
        /// Those that a contract names or an enabled trigger starts.
        case reliedOn
        /// All.
        case all
    }

    /// The flows that have snapshots and that the request is about.
    var expected: [FlowKey: KnownSnapshot] {
        known.filter { key, snapshot in
            required.contains(key) || filter.admits(key, division: snapshot.flow?.division)
        }
    }
}
