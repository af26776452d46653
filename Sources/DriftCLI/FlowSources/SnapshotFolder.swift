import DriftCore

/// The snapshots of one environment as something to write: what is there, and what should be.
struct SnapshotFolder {
    /// What is there.
    let source: SnapshotSource

    /// The world.
    let context: Context

    /// One snapshot that differs from what is there.
    struct Change {
        /// The file.
        var file: String

        /// What it should hold; nil where it should be gone.
        var text: String?

        /// The flow; nil for `triggers.yaml`.
        var key: FlowKey?

        /// What the change means.
        var kind: Kind

        /// What a change of a snapshot means.
        enum Kind {
            case added
            case removed
            /// The interface is another.
            case changed([FlowChange])
            /// The interface is the same; only the text is another.
            case rewritten
        }

        /// Whether the interface is another than the snapshot's.
        var changesInterface: Bool {
            if case .rewritten = kind { false } else { true }
        }
    }

    /// What to do so that the folder holds the snapshots of a set.
    struct Plan {
        /// The snapshots that differ, in order of file.
        var changes: [Change]

        /// How many snapshots there will be.
        var count: Int

        /// The index's text, where it differs from what is there.
        var index: String?
    }

    /// Compares what is there with what should be, without writing anything.
    ///
    /// - Parameters:
    ///   - set: The flows as their source has them.
    ///   - filter: Which of them are snapshotted; nothing outside it is touched.
    ///   - always: Flows that are snapshotted whatever the filter says, because contracts name them.
    ///   - topics: The topics to keep beside them; nil to leave those at hand.
    ///   - isWhole: Whether the set stands for the whole environment; one export does not, and takes no other flow away.
    /// - Returns: What to do.
    /// - Throws: Where what is there cannot be read.
    func plan(
        for set: FlowSet,
        filter: FlowFilter,
        always: Set<FlowKey> = [],
        topics: EventCatalogue? = nil,
        isWhole: Bool = true
    ) throws -> Plan {
        let writer = SnapshotWriter()
        let reader = FileReader(context: context)
        let oldIndex = try source.index()
        let known = Dictionary(oldIndex.flows.map { ($0.entry.key, $0.entry) }) { first, _ in first }
        let knowsTriggers = try source.knowsTriggers()
        let isSelected: (Flow) -> Bool = { flow in
            always.contains(flow.key) || !flow.triggers.isEmpty || filter.admits(flow.key, division: flow.division)
        }
        let selected = set.flows.filter(isSelected)
        var changes: [Change] = []
        var entries: [FlowKey: SnapshotIndex.Entry] = [:]
        var wanted: Set<String> = []
        for var flow in selected {
            let path = SnapshotPath(flow.key).text
            let file = source.name + "/" + path
            guard wanted.insert(file).inserted else {
                let problem = "Two flows would share it; '\(flow.key)' is one"
                throw ReadingError(problem, at: Place(file: file), wayOut: "rename it")
            }
            let present = try reader.bytesIfPresent(of: file)
            // A source that knows nothing of triggers takes none away.
            if set.strayTriggers == nil, let present, let known = try? SnapshotReader(file: file).flow(present) {
                flow.triggers = known.triggers
            }
            let text = writer.text(of: flow)
            let digest = StableHash(of: text).hexadecimal
            entries[flow.key] = SnapshotIndex.Entry(entry: flow.entry, file: path, digest: digest)
            guard let old = present else {
                changes.append(Change(file: file, text: text, key: flow.key, kind: .added))
                continue
            }
            guard old != Array(text.utf8) else { continue }
            let before = (try? SnapshotReader(file: file).flow(old)).map { before in
                var before = before.completed(by: known[before.key])
                // Triggers that no source of these snapshots knew aren't new.
                if !knowsTriggers, before.triggers.isEmpty { before.triggers = flow.triggers }
                return before
            }
            changes.append(Change(file: file, text: text, key: flow.key, kind: kind(of: before, becoming: flow)))
        }
        let isComplete = set.problems.isEmpty && isWhole
        // A flow that is listed is there, whether or not its definition is at hand.
        let listed = Set(set.entries.map(\.key))
        let (kept, gone) = try others(than: wanted) { flow in
            isComplete && (flow.map { isSelected($0) && !listed.contains($0.key) } ?? filter.isOpen)
        }
        if !isComplete { entries = entries.filling(from: oldIndex) }
        let hasNoTriggers = isComplete ? set.hasNoTriggers : oldIndex.hasNoTriggers
        for entry in oldIndex.flows where kept.contains(source.name + "/" + entry.file) {
            entries[entry.entry.key] = entry
        }
        changes += gone
        changes += try strayTriggerChange(set, knowsTriggers: knowsTriggers) + topicChange(topics)
        let index = writer.text(
            of: SnapshotIndex(
                flows: Array(entries.values),
                hasNoTriggers: hasNoTriggers,
                triggers: triggerIDs(of: set, over: oldIndex, isComplete: isComplete)
            )
        )
        let oldText = try reader.bytesIfPresent(of: source.name + "/" + SnapshotSource.indexName)
        return Plan(
            changes: changes.sorted { $0.file < $1.file },
            count: wanted.count + kept.count,
            index: oldText == Array(index.utf8) ? nil : index
        )
    }

    /// The ids of the triggers; those of the index stay where the set may lack some.
    private func triggerIDs(of set: FlowSet, over index: SnapshotIndex, isComplete: Bool) -> TriggerIDs {
        guard let triggers = set.placedTriggers?.map(\.trigger) else { return index.triggers }
        let ids = TriggerIDs(of: triggers)
        return isComplete ? ids : index.triggers.adding(ids)
    }

    private func kind(of before: Flow?, becoming flow: Flow) -> Change.Kind {
        // A snapshot that cannot be read any more is replaced as a whole, and counts as a change.
        guard let before else { return .changed([]) }
        let changes = FlowChange.changes(from: before, to: flow)
        return changes.isEmpty ? .rewritten : .changed(changes)
    }

    /// The snapshots of flows that the set does not have: kept where the filter or a problem hides them, else gone.
    private func others(
        than wanted: Set<String>,
        areGone: (Flow?) -> Bool
    ) throws -> (kept: Set<String>, gone: [Change]) {
        guard try FolderWalk(context: context).hasFolder(source.name) else { return ([], []) }
        var kept: Set<String> = []
        var gone: [Change] = []
        for file in try source.files() where !wanted.contains(file) {
            // What another run removes meanwhile is not there.
            guard let bytes = try FileReader(context: context).bytesIfPresent(of: file) else { continue }
            guard bytes.starts(with: "# \(SnapshotWriter.header)".utf8) else { continue }
            let flow = try? SnapshotReader(file: file).flow(bytes)
            if areGone(flow) {
                gone.append(Change(file: file, text: nil, key: flow?.key, kind: .removed))
            } else {
                kept.insert(file)
            }
        }
        return (kept, gone)
    }

    /// `topics.yaml`: what the org tells of the events that its triggers listen to.
    private func topicChange(_ topics: EventCatalogue?) throws -> [Change] {
        guard let topics else { return [] }
        let file = source.name + "/" + SnapshotSource.topicsName
        let text = SnapshotWriter().text(of: topics)
        guard try FileReader(context: context).bytesIfPresent(of: file) != Array(text.utf8) else { return [] }
        return [Change(file: file, text: text, key: nil, kind: .rewritten)]
    }

    /// `triggers.yaml`: written where the source knows triggers at all, so that their absence means something.
    private func strayTriggerChange(_ set: FlowSet, knowsTriggers: Bool) throws -> [Change] {
        let file = source.name + "/" + SnapshotSource.triggersName
        guard let stray = set.strayTriggers else { return [] }
        let old = try FileReader(context: context).bytesIfPresent(of: file)
        // That there is no trigger at all, the index tells.
        let hasReason = !stray.isEmpty || set.problems.isEmpty && !set.hasNoTriggers
        guard old != nil || hasReason else { return [] }
        let text = SnapshotWriter().text(ofStrayTriggers: stray)
        guard old != Array(text.utf8) else { return [] }
        let before = old.flatMap { try? SnapshotReader(file: file).triggers($0) }
        let kind: Change.Kind = before.map { $0 == stray ? .rewritten : .changed([]) } ?? .added
        let isNews = before != nil || !stray.isEmpty && knowsTriggers
        return [Change(file: file, text: text, key: nil, kind: isNews ? kind : .rewritten)]
    }
}

extension [FlowKey: SnapshotIndex.Entry] {
    /// The same entries, with the ids of an index where they have none, and its versions where the text is the same.
    fileprivate func filling(from index: SnapshotIndex) -> Self {
        index.flows.reduce(into: self) { entries, known in
            guard var entry = entries[known.entry.key], entry.entry.id == nil else { return }
            entry.entry.id = known.entry.id
            // Of another text nobody knows which version it is: it may never have been published.
            if entry.digest == known.digest, entry.entry.publishedVersion == nil {
                entry.entry.publishedVersion = known.entry.publishedVersion
            }
            entries[known.entry.key] = entry
        }
    }
}
