package import DriftCore

/// A source of flows that is read flow by flow, so that a check reads no more than its contracts need.
package protocol FlowSource: Sendable {
    /// The name in messages: `snapshots/prod`.
    var name: String { get }

    /// The definition of one flow, or `nil` if the source has none of that type and name.
    func flow(_ key: FlowKey) throws(ReadingError) -> Flow?

    /// The flows that a run hasn't seen; each is read only when it's needed.
    func flows(otherThan seen: FlowsSeen) throws(ReadingError) -> [FlowReading]

    /// The event topics, with the known attributes of their events.
    func events() throws(ReadingError) -> EventCatalogue

    /// The triggers that start none of the flows, and the file that they are in.
    func strayTriggers() throws(ReadingError) -> (triggers: [Trigger], file: String?)

    /// The data actions that start flows; empty if none is known.
    func actions() throws(ReadingError) -> [LaunchingAction]

    func ids() throws(ReadingError) -> [FlowKey: FlowID]

    /// Everything known about the environment beyond one flow; this may read the whole environment.
    func surroundings() throws(ReadingError) -> Judge.Surroundings

    /// The error if a run was interrupted while it wrote the source, or `nil` if no run was.
    func interruption() -> ReadingError?

    /// What couldn't be read when the source was written, or `nil` if the source is complete.
    func incompleteness() throws(ReadingError) -> ReadingError?

    /// The same source, with each file verified against its digest.
    ///
    /// This reads the digests, so only a run that reads everything should use it.
    func verified() -> any FlowSource

    /// Returns an error for each trigger that was recorded when the source was written, and is missing now.
    ///
    /// `names` are the names of the triggers of all flows in the source.
    func lostTriggers(besides names: [String]) throws(ReadingError) -> [ReadingError]
}

extension FlowSource {
    package func actions() -> [LaunchingAction] { [] }

    package func interruption() -> ReadingError? { nil }

    package func incompleteness() -> ReadingError? { nil }

    package func verified() -> any FlowSource { self }

    package func lostTriggers(besides names: [String]) -> [ReadingError] { [] }
}

/// The flows that a run has already looked up by key; the run reads all remaining flows later.
package struct FlowsSeen: Sendable {
    package var keys: Set<FlowKey> = []

    /// The keys that weren't found, or whose flow couldn't be read.
    package var unreadKeys: Set<FlowKey> = []

    /// The files of the flows that were read.
    package var files: Set<String> = []

    package var triggerNames: [String] = []

    package mutating func add(_ flow: Flow) {
        if let file = flow.file { files.insert(file) }
        triggerNames += flow.triggers.map(\.name)
    }

    package mutating func add(_ other: FlowsSeen) {
        keys.formUnion(other.keys)
        unreadKeys.formUnion(other.unreadKeys)
        files.formUnion(other.files)
        triggerNames += other.triggerNames
    }
}

/// A flow that is read only when it's needed.
package typealias FlowReading = @Sendable () -> Result<Flow, ReadingError>

/// The flows of an environment that are already in memory.
package struct LoadedSource: FlowSource {
    package let name: String
    package let set: FlowSet
    private let flows: [FlowKey: Flow]
    private let catalogue: EventCatalogue

    package init(_ set: FlowSet, name: String, events: EventCatalogue = .embedded) {
        self.set = set
        catalogue = events
        self.name = name
        flows = Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first }
    }

    package func flow(_ key: FlowKey) -> Flow? { flows[key] }

    package func flows(otherThan seen: FlowsSeen) -> [FlowReading] {
        set.flows.filter { !seen.keys.contains($0.key) }.map { flow in { .success(flow) } }
    }

    package func events() -> EventCatalogue { catalogue }

    package func strayTriggers() -> (triggers: [Trigger], file: String?) { (set.strayTriggers ?? [], nil) }

    package func actions() -> [LaunchingAction] { set.actions ?? [] }

    package func ids() -> [FlowKey: FlowID] {
        set.entries.reduce(into: [:]) { ids, entry in ids[entry.key] = entry.id }
    }

    package func surroundings() -> Judge.Surroundings {
        Judge.Surroundings(
            entries: set.entries,
            triggers: set.placedTriggers,
            isWhole: set.problems.isEmpty
        )
    }
}
