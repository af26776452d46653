public import DriftCore

/// What is known of a flow from its snapshot and the index: what spares a request where nothing changed.
public struct KnownSnapshot: Sendable {
    /// The id that the index has; nil where it has none.
    public var id: FlowID?

    /// The published version that the snapshot was made from; nil where the index has none.
    public var version: String?

    /// Whether the snapshot is the one that the index speaks of: its digest fits, and this program's reader made it.
    public var isCurrent: Bool

    /// The flow as its snapshot has it, with its triggers; nil where the snapshot cannot be read.
    public var flow: Flow?

    /// Makes it.
    public init(id: FlowID?, version: String?, isCurrent: Bool, flow: Flow?) {
        self.id = id
        self.version = version
        self.isCurrent = isCurrent
        self.flow = flow
    }

    /// The flow as a listing has it now, where the snapshot tells its interface; nil where it must be read again.
    func flow(asListed entry: FlowEntry) -> Flow? {
        guard isCurrent, var flow, let id, id == entry.id, let version, version == entry.publishedVersion else {
            return nil
        }
        flow.key = entry.key
        flow.id = id
        flow.division = entry.division
        flow.availability = entry.availability
        flow.publishedVersion = version
        flow.triggers = []
        flow.file = nil
        return flow
    }
}
