package import DriftCore
import SourceText

/// Flows that a listing has and that have no export: their snapshots stay, with what the listing tells.
extension SnapshotFolder {
    /// A snapshot that was kept for want of an export.
    package struct Kept {
        /// The flow with what the listing tells.
        package var flow: Flow

        /// The file.
        package var file: String

        /// The number of the reader that made it.
        package var reader: Int
    }

    /// Completes a set by the snapshots of the flows that it only lists.
    ///
    /// Inputs and outputs are the snapshot's; id, state and triggers are the set's. A snapshot that isn't as flowdrift
    /// wrote it stays as it is, because a new digest would make an edited file a good one.
    ///
    /// - Parameters:
    ///   - set: The set, which stays as it is apart from those flows and their triggers.
    ///   - index: The index as it is.
    /// - Returns: The set, and the snapshots that were kept, by flow.
    /// - Throws: `ReadingError` where a snapshot cannot be read.
    package func completed(_ set: FlowSet, by index: SnapshotIndex) throws -> (set: FlowSet, kept: [FlowKey: Kept]) {
        let present = Set(set.flows.map(\.key))
        let known = Dictionary(index.flows.map { ($0.entry.key, $0) }) { first, _ in first }
        var kept: [FlowKey: Kept] = [:]
        for entry in set.entries where !present.contains(entry.key) {
            guard let old = known[entry.key] else { continue }
            let (bytes, file) = try snapshot(of: entry.key, at: SnapshotPath(entry.key))
            guard let bytes, SnapshotIndex.isDigest(old.digest, of: bytes),
                let flow = try? SnapshotReader(file: file).flow(bytes), flow.key == entry.key
            else { continue }
            kept[entry.key] = Kept(flow: flow.listed(as: entry, over: old.entry), file: file, reader: old.reader)
        }
        guard !kept.isEmpty else { return (set, kept) }
        var set = set
        if let stray = set.strayTriggers {
            let started = Dictionary(grouping: stray) { trigger -> FlowKey? in
                trigger.target?.flowKey.flatMap { kept[$0] == nil ? nil : $0 }
            }
            for key in kept.keys { kept[key]?.flow.triggers = (started[key] ?? []).inOrder }
            set.strayTriggers = started[nil] ?? []
        }
        set.flows = (set.flows + kept.values.map(\.flow)).sorted { $0.key < $1.key }
        return (set, kept)
    }

    /// The flows that are listed and have no snapshot, so that nobody hears that they don't exist.
    ///
    /// - Parameters:
    ///   - set: What was read.
    ///   - index: The index as it is; what it lists stays where the set may lack some.
    ///   - isComplete: Whether the set lacks nothing.
    ///   - hasSnapshot: Whether a flow has a snapshot.
    ///   - isWanted: Whether a flow would have a snapshot if its definition were known.
    /// - Returns: What the listings tell of them.
    package func listed(
        in set: FlowSet,
        over index: SnapshotIndex,
        isComplete: Bool,
        hasSnapshot: (FlowKey) -> Bool,
        isWanted: (FlowEntry) -> Bool
    ) -> [FlowEntry] {
        let started = Set((set.strayTriggers ?? []).compactMap { $0.target?.flowKey })
        let fresh = set.entries.filter { isWanted($0) || started.contains($0.key) }
        let all = Dictionary((fresh + (isComplete ? [] : index.listed)).map { ($0.key, $0) }) { first, _ in first }
        return all.values.filter { !hasSnapshot($0.key) }
    }

    /// What could not be read when the snapshots were taken; one export alone makes up for nothing.
    ///
    /// An org that fails for a while leaves snapshots that were whole as they were: all that it didn't tell is kept.
    package func unread(_ set: FlowSet, over index: SnapshotIndex, isWhole: Bool, isOfOrg: Bool) -> [String] {
        if isOfOrg, !index.flows.isEmpty, index.unread.isEmpty { return [] }
        return Set((isWhole ? [] : index.unread) + set.problems.map(\.place.file)).sorted()
    }
}
