package import DriftCore
package import GenesysCloud

/// A session with a live org; the program around the engine decides how to reach the org.
package protocol OrgSession: Sendable {
    /// Which flows are read again although the index says that nothing changed.
    var rereading: LiveRequest.Rereading { get }

    /// Reads the org; throws only if the list of flows can't be read.
    func read(_ request: LiveRequest) async throws(ReadingError) -> LiveReading

    /// Forgets the flows that ``LiveRequest/keepsFlows`` kept, because their snapshots are written.
    func forgetKeptFlows()

    /// Reads the data actions that start flows; a failure is only a notice.
    func actions(besides known: KnownActions) async -> LiveActions

    /// Finds the versions that made the changes of a flow; an origin says why a version can't be found.
    func origins(of question: VersionQuestion, within allowance: VersionAllowance) async -> [FlowChange: ChangeOrigin]

    func topicSchemas() async throws(PlatformError) -> TopicSchemas

    /// Runs `body`, and then saves the recording of the org's answers if one is wanted, even if `body` throws.
    func recorded<Value>(_ body: () async throws -> Value) async throws -> Value
}

extension OrgSession {
    /// Reads from the org what the snapshots of an environment lack.
    ///
    /// - Throws: `ReadingError` if the snapshots or the list of flows can't be read.
    package func read(
        beside snapshots: SnapshotSource,
        _ filter: FlowFilter,
        named: Set<FlowKey>,
        readsDrafts: Bool = false,
        writesSnapshots: Bool = true,
        keepsFlows: Bool = false
    ) async throws -> (known: KnownSnapshots, reading: LiveReading) {
        // A check needs interfaces only, so a new version of flowdrift doesn't read the whole org again.
        let reader = writesSnapshots ? SnapshotIndex.readerNumber : SnapshotIndex.interfaceReaderNumber
        let known = try await KnownSnapshots(of: snapshots, madeBy: reader)
        var request = known.request(filter, named: named, readsDrafts: readsDrafts)
        request.keepsFlows = keepsFlows
        return (known, try await read(request))
    }
}
