import DriftCore
import SourceText

/// Where flows come from, seen flow by flow: a check reads no more than its contracts need.
protocol FlowSource: Sendable {
    /// How messages name it: `snapshots/prod`.
    var name: String { get }

    /// The definition of one flow, with a note of what it was read from; nil where the source has none of that key.
    func flow(_ key: FlowKey, noting note: inout FlowNote) throws(ReadingError) -> Flow?

    /// The flows of the source other than those of the given keys or files, each read only when it is asked for.
    func flows(otherThan keys: Set<FlowKey>, files: Set<String>) throws(ReadingError) -> [FlowReading]

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

    /// The same source, which holds each flow against what was noted when it was written.
    ///
    /// It costs reading the notes, so only a run that asks for everything wants it.
    func held() -> any FlowSource

    /// The triggers that were noted when the source was written, and that neither the named ones nor others are.
    ///
    /// - Parameter names: The names of the triggers of all its flows.
    /// - Returns: An error for each trigger.
    /// - Throws: ``ReadingError`` where the other triggers cannot be read.
    func lostTriggers(besides names: [String]) throws(ReadingError) -> [ReadingError]

    /// Whether a flow that was read before is the one that was noted when it was written, as far as this is held.
    func confirms(_ note: FlowNote) -> Bool
}

extension FlowSource {
    func interruption() -> ReadingError? { nil }

    func incompleteness() -> ReadingError? { nil }

    func held() -> any FlowSource { self }

    func confirms(_ note: FlowNote) -> Bool { true }

    func lostTriggers(besides names: [String]) -> [ReadingError] { [] }

    /// The definition of one flow; nil where the source has none of that type and name.
    func flow(_ key: FlowKey) throws(ReadingError) -> Flow? {
        var note = FlowNote()
        return try flow(key, noting: &note)
    }
}

/// What a flow was read from, so that it can be held against the index when that is read too.
struct FlowNote: Sendable {
    /// The file; nil where the source has no file for each flow.
    var file: String?

    /// The digest of the file's bytes; nil where there are none.
    var digest: String?
}

/// A flow that is read when it is asked for.
typealias FlowReading = @Sendable () -> Result<Flow, ReadingError>

/// The flows of an environment that are in memory already: read from a folder of exports.
struct LoadedSource: FlowSource {
    let name: String
    private let set: FlowSet
    private let flows: [FlowKey: Flow]
    private let catalogue: EventCatalogue

    init(_ set: FlowSet, name: String, events: EventCatalogue = .embedded) {
        self.set = set
        catalogue = events
        self.name = name
        flows = Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first }
    }

    func flow(_ key: FlowKey, noting note: inout FlowNote) -> Flow? { flows[key] }

    func flows(otherThan keys: Set<FlowKey>, files: Set<String>) -> [FlowReading] {
        set.flows.filter { !keys.contains($0.key) }.map { flow in { .success(flow) } }
    }

    func events() -> EventCatalogue { catalogue }

    func strayTriggers() -> (triggers: [Trigger], file: String?) { (set.strayTriggers ?? [], nil) }

    func ids() -> [FlowKey: FlowID] {
        set.entries.reduce(into: [:]) { ids, entry in ids[entry.key] = entry.id }
    }

    func surroundings() -> Judge.Surroundings {
        Judge.Surroundings(
            entries: set.entries,
            triggers: set.placedTriggers,
            isWhole: set.problems.isEmpty
        )
    }
}
