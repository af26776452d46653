public import DriftCore

/// The flows and triggers to read from a live org.
public struct LiveRequest: Sendable {
    /// The filter for flows.
    public var filter: FlowFilter

    /// Flows to read regardless of the filter: those that contracts and snapshots' triggers name.
    public var required: Set<FlowKey>

    /// The required flows that a contract names.
    public var named: Set<FlowKey>

    /// Which flows to read again even if the index says that they are unchanged.
    public var rereading: Rereading

    /// The known snapshots, by flow.
    public var known: [FlowKey: KnownSnapshot]

    /// The triggers whose ids are in the index.
    public var knownTriggers: TriggerIDs

    /// Whether to read drafts that are newer than the published version too.
    public var readsDrafts: Bool

    /// Whether to accept an org without flows or triggers although snapshots have some.
    public var allowsEmpty: Bool

    /// Whether to keep the flows that are read, so that an interrupted run needn't request them again.
    public var keepsFlows = false

    /// The flows that an interrupted run kept, and a place for those of this run; `nil` to keep none.
    public var kept: (any KeptFlows)?

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

    /// Which flows to read again even if the index says that they are unchanged.
    ///
    /// Anyone who can edit a snapshot can also edit the index, so neither proves what the org contains.
    public enum Rereading: Sendable {
        /// None; the index is trusted.
        case none
        /// Flows that a contract names or an enabled trigger starts.
        case reliedOn
        case all
    }

    /// The flows that have snapshots and match the request.
    var expected: [FlowKey: KnownSnapshot] {
        known.filter { key, snapshot in
            required.contains(key) || filter.admits(key, division: snapshot.flow?.division)
        }
    }
}
