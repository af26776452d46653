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

    /// A flow that was never published, with the interface that its snapshot has; `nil` if the snapshot may be of a
    /// published version.
    ///
    /// An export of such a flow holds its draft, and the org tells nothing that could differ from it. No rule judges
    /// the interface of a flow that nothing can start.
    func flow(asUnpublished entry: FlowEntry) -> Flow? {
        guard version == nil, let flow else { return nil }
        return self.flow(flow, as: entry)
    }

    /// The flow as a listing has it now, where the snapshot tells its interface; nil where it must be read again.
    func flow(asListed entry: FlowEntry) -> Flow? {
        guard isCurrent, let flow, let id, id == entry.id, let version, version == entry.publishedVersion else {
            return nil
        }
        return self.flow(flow, as: entry)
    }

    private func flow(_ flow: Flow, as entry: FlowEntry) -> Flow {
        var flow = flow
        flow.key = entry.key
        flow.id = entry.id
        flow.division = entry.division
        flow.availability = entry.availability
        flow.publishedVersion = entry.publishedVersion
        flow.triggers = []
        flow.file = nil
        return flow
    }
}
