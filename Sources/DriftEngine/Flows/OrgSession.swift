package import DriftCore
package import GenesysCloud

/// A session with a live org; the program around the engine decides how to reach the org.
package protocol OrgSession: Sendable {
    /// Which flows are read again although the index says that nothing changed.
    var rereading: LiveRequest.Rereading { get }

    /// Reads the org; throws only if not even the list of flows can be read.
    func read(_ request: LiveRequest) async throws(ReadingError) -> LiveReading

    func topicSchemas() async throws(PlatformError) -> TopicSchemas

    /// Runs `body`, and then saves the recording if one is wanted, even if `body` throws.
    func recorded<Value>(_ body: () async throws -> Value) async throws -> Value
}

extension OrgSession {
    /// Reads what the snapshots of an environment don't have.
    ///
    /// - Throws: `ReadingError` if the snapshots or the list of flows can't be read.
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
