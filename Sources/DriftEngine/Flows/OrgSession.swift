package import DriftCore
package import GenesysCloud

/// One look at a live org.
///
/// How the org is reached, the one who runs the engine says.
package protocol OrgSession: Sendable {
    /// Which flows are read anew although the index says that nothing changed.
    var rereading: LiveRequest.Rereading { get }

    /// Reads the org.
    ///
    /// - Throws: `ReadingError` where not even the list of flows could be read.
    func read(_ request: LiveRequest) async throws(ReadingError) -> LiveReading

    /// What the org tells of the topics of its events.
    func topicSchemas() async throws(PlatformError) -> TopicSchemas

    /// Does something with the org, and keeps the recording whatever came of it, if one is wanted.
    func recorded<Value>(_ body: () async throws -> Value) async throws -> Value
}

extension OrgSession {
    /// Reads what the snapshots of an environment don't spare.
    ///
    /// - Parameters:
    ///   - snapshots: The snapshots.
    ///   - filter: Which flows they are of.
    ///   - named: The flows that contracts name.
    ///   - readsDrafts: Whether drafts that are newer than their published version are wanted, too.
    /// - Returns: What the snapshots know, and what the org has.
    /// - Throws: `ReadingError` where the snapshots, or the list of flows, can't be read.
    package func read(
        beside snapshots: SnapshotSource,
        _ filter: FlowFilter,
        named: Set<FlowKey>,
        readsDrafts: Bool = false
    ) async throws -> (known: KnownSnapshots, reading: LiveReading) {
        let known = try await KnownSnapshots(of: snapshots)
        return (known, try await read(known.request(filter, named: named, readsDrafts: readsDrafts)))
    }
}
