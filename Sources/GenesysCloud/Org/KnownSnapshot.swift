public import DriftCore

/// A flow's snapshot and index entry, which save a request if nothing changed.
public struct KnownSnapshot: Sendable {
    /// The id in the index, or `nil` if it has none.
    public var id: FlowID?

    /// The published version from which the snapshot was made, or `nil` if the index has none.
    public var version: String?

    /// Whether the snapshot matches the digest in the index and was made by this version's reader.
    public var isCurrent: Bool

    /// The flow in the snapshot, with its triggers, or `nil` if the snapshot can't be read.
    public var flow: Flow?

    /// Makes a known snapshot.
    public init(id: FlowID?, version: String?, isCurrent: Bool, flow: Flow?) {
        self.id = id
        self.version = version
        self.isCurrent = isCurrent
        self.flow = flow
    }

    /// A flow that was never published, with the interface from this snapshot.
    ///
    /// The snapshot of a flow that was never published has the interface of the flow's draft. The org has no published
    /// version to compare the snapshot with. No rule checks the interface of a flow that nothing can start.
    ///
    /// - Returns: The flow, or `nil` if the snapshot may be of a published version.
    func flow(asUnpublished entry: FlowEntry) -> Flow? {
        guard version == nil, let flow else { return nil }
        return flow.identified(by: entry)
    }

    /// A flow of the org's list with the interface from this snapshot.
    ///
    /// - Returns: The flow, or `nil` if the snapshot isn't of the flow's published version, so that the flow's
    ///   configuration must be read again.
    func flow(asListed entry: FlowEntry) -> Flow? {
        guard isCurrent, let flow, let id, id == entry.id, let version, version == entry.publishedVersion else {
            return nil
        }
        return flow.identified(by: entry)
    }
}
