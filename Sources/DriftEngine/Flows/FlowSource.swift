package import DriftCore

/// Where flows come from, seen flow by flow: a check reads no more than its contracts need.
package protocol FlowSource: Sendable {
    /// How messages name it: `snapshots/prod`.
    var name: String { get }

    /// The definition of one flow; nil where the source has none of that type and name.
    func flow(_ key: FlowKey) throws(ReadingError) -> Flow?

    /// The flows of the source other than those that a run has seen, each read only when it is asked for.
    func flows(otherThan seen: FlowsSeen) throws(ReadingError) -> [FlowReading]

    /// What is known of the attributes of events there.
    func events() throws(ReadingError) -> EventCatalogue

    /// The triggers whose target is none of the flows, and the file that holds them.
    func strayTriggers() throws(ReadingError) -> (triggers: [Trigger], file: String?)

    /// The ids of the flows that the source knows, by type and name.
    func ids() throws(ReadingError) -> [FlowKey: FlowID]

    /// Everything that is known of the environment beyond one flow; this may read all of it.
    func surroundings() throws(ReadingError) -> Judge.Surroundings

    /// What tells that a run which wrote the source was cut short; nil where nothing does.
    func interruption() -> ReadingError?

    /// What could not be read when the source was written; `nil` if it is whole.
    func incompleteness() throws(ReadingError) -> ReadingError?

    /// The same source, each file of which is held against what was noted when it was written.
    ///
    /// It costs reading the notes, so only a run that asks for everything wants it.
    func verified() -> any FlowSource

    /// The triggers that were noted when the source was written, and that neither the named ones nor others are.
    ///
    /// - Parameter names: The names of the triggers of all its flows.
    /// - Returns: An error for each trigger.
    /// - Throws: ``ReadingError`` where the other triggers cannot be read.
    func lostTriggers(besides names: [String]) throws(ReadingError) -> [ReadingError]
}

extension FlowSource {
    package func interruption() -> ReadingError? { nil }

    package func incompleteness() -> ReadingError? { nil }

    package func verified() -> any FlowSource { self }

    package func lostTriggers(besides names: [String]) -> [ReadingError] { [] }
}

/// The flows that a run has read by their keys, so that the others can be told from them.
package struct FlowsSeen: Sendable {
    /// The types and names.
    package var keys: Set<FlowKey> = []

    /// Those that were not found, or could not be read.
    package var unreadKeys: Set<FlowKey> = []

    /// The files of the others.
    package var files: Set<String> = []

    /// The names of all triggers that start them.
    package var triggerNames: [String] = []

    /// Adds a flow that was read.
    package mutating func add(_ flow: Flow) {
        if let file = flow.file { files.insert(file) }
        triggerNames += flow.triggers.map(\.name)
    }

    /// Adds those of another part of the run.
    package mutating func add(_ other: FlowsSeen) {
        keys.formUnion(other.keys)
        unreadKeys.formUnion(other.unreadKeys)
        files.formUnion(other.files)
        triggerNames += other.triggerNames
    }
}

/// A flow that is read when it is asked for.
package typealias FlowReading = @Sendable () -> Result<Flow, ReadingError>

/// The flows of an environment that are in memory already: read from a folder of exports.
package struct LoadedSource: FlowSource {
    package let name: String
    private let set: FlowSet
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
