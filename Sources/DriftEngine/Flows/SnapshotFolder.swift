package import DriftCore

/// The snapshots of one environment as something to write: what is there, and what should be.
package struct SnapshotFolder {
    /// What is there.
    package let source: SnapshotSource

    /// Makes the snapshots of a source something to write.
    package init(_ source: SnapshotSource) {
        self.source = source
    }

    /// One snapshot that differs from what is there.
    package struct Change {
        /// The file.
        package var file: String

        /// What it should hold; nil where it should be gone.
        package var text: String?

        /// The flow; nil for `triggers.yaml`.
        package var key: FlowKey?

        /// What the change means.
        package var kind: Kind

        /// What a change of a snapshot means.
        package enum Kind {
            case added
            case removed
            /// The interface is another.
            case changed([FlowChange])
            /// The interface is the same; only the text is another.
            case rewritten
            /// The interface is the same, and the file was elsewhere in earlier versions.
            case moved(from: String)
            /// The file that was the snapshot's in earlier versions.
            case left
        }

        /// Whether the interface is another than the snapshot's.
        package var changesInterface: Bool {
            switch kind {
            case .added, .removed, .changed: true
            case .rewritten, .moved, .left: false
            }
        }
    }

    /// What to do so that the folder holds the snapshots of a set.
    package struct Plan {
        /// The snapshots that differ, in order of file.
        package var changes: [Change]

        /// How many snapshots there will be.
        package var count: Int

        /// The index's text, where it differs from what is there.
        package var index: String?

        /// The snapshots that stay because a listing has their flow and no export was there, in order of file.
        package var kept: [Kept] = []
    }

    /// Compares what is there with what should be, without writing anything.
    ///
    /// - Parameters:
    ///   - set: The flows as their source has them.
    ///   - filter: Which of them are snapshotted; nothing outside it is touched.
    ///   - always: Flows that are snapshotted whatever the filter says, because contracts name them.
    ///   - topics: The topics to keep beside them; nil to leave those at hand.
    ///   - isOfOrg: Whether the org itself was asked, so that a deleted `topics.yaml` turned out not to be needed.
    ///   - isWhole: Whether the set stands for the whole environment; one export does not, and takes no other flow away.
    /// - Returns: What to do.
    /// - Throws: Where what is there cannot be read.
    package func plan(
        for set: FlowSet,
        filter: FlowFilter,
        always: Set<FlowKey> = [],
        topics: EventCatalogue? = nil,
        isOfOrg: Bool = false,
        isWhole: Bool = true
    ) throws -> Plan {
        let writer = SnapshotWriter()
        let reader = source.tree
        let oldIndex = try source.index()
        // An org keeps the triggers of a flow that it hides, and reads again whatever changed.
        let (set, listedOnly) = isOfOrg ? (set, [:]) : try completed(set, by: oldIndex)
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
            let paths = SnapshotPath(flow.key)
            let path = paths.text
            let file = source.name + "/" + path
            guard wanted.insert(file).inserted else {
                let problem = "Two flows would share it; '\(flow.key)' is one"
                throw ReadingError(problem, at: Place(file: file), wayOut: "rename it")
            }
            let (present, oldFile) = try snapshot(of: flow.key, at: paths)
            // A source that knows nothing of triggers takes none away.
            if set.strayTriggers == nil, let present, let known = try? SnapshotReader(file: oldFile).flow(present) {
                flow.triggers = known.triggers
            }
            let text = writer.text(of: flow)
            let digest = StableHash(of: text).hexadecimal
            entries[flow.key] = SnapshotIndex.Entry(
                entry: flow.entry,
                file: path,
                digest: digest,
                reader: listedOnly[flow.key]?.reader ?? SnapshotIndex.readerNumber
            )
            guard let old = present else {
                changes.append(Change(file: file, text: text, key: flow.key, kind: .added))
                continue
            }
            guard old != Array(text.utf8) || oldFile != file else { continue }
            let before = (try? SnapshotReader(file: oldFile).flow(old)).map { before in
                var before = before.completed(by: known[before.key])
                // Triggers that no source of these snapshots knew aren't new.
                if !knowsTriggers, before.triggers.isEmpty { before.triggers = flow.triggers }
                return before
            }
            var kind = kind(of: before, becoming: flow)
            if case .rewritten = kind, oldFile != file { kind = .moved(from: oldFile) }
            changes.append(Change(file: file, text: text, key: flow.key, kind: kind))
        }
        let isComplete = set.problems.isEmpty && isWhole
        // A flow that is listed is there, whether or not its definition is at hand.
        let listed = Set(set.entries.map(\.key))
        let (kept, gone) = try others(than: wanted, of: Set(selected.map(\.key))) { flow in
            isComplete && (flow.map { isSelected($0) && !listed.contains($0.key) } ?? filter.isOpen)
        }
        if !isComplete { entries = entries.filling(from: oldIndex) }
        let hasNoTriggers = isComplete ? set.hasNoTriggers : oldIndex.hasNoTriggers
        for entry in oldIndex.flows where kept.contains(source.name + "/" + entry.file) {
            entries[entry.entry.key] = entry
        }
        changes += gone
        let beside = try strayTriggerChange(set, knowsTriggers: knowsTriggers) + topicChange(topics)
        changes += beside
        let made = Set(
            [set.strayTriggers.map { _ in SnapshotSource.triggersName }, topics.map { _ in SnapshotSource.topicsName }]
                .compactMap(\.self)
        )
        let listedOnes = self.listed(in: set, over: oldIndex, isComplete: isComplete) { key in
            entries[key] != nil
        } isWanted: { entry in
            always.contains(entry.key) || filter.admits(entry.key, division: entry.division)
        }
        let index = writer.text(
            of: SnapshotIndex(
                flows: Array(entries.values),
                hasNoTriggers: hasNoTriggers,
                triggers: triggerIDs(of: set, over: oldIndex, isComplete: isComplete),
                files: try fileDigests(over: oldIndex, changes: beside, made: made, isOfOrg: isOfOrg),
                listed: listedOnes,
                unread: unread(set, over: oldIndex, isWhole: isWhole, isOfOrg: isOfOrg)
            )
        )
        let oldText = try reader.bytesIfPresent(of: source.name + "/" + SnapshotSource.indexName)
        return Plan(
            changes: changes.sorted { $0.file < $1.file },
            count: wanted.count + kept.count,
            index: oldText == Array(index.utf8) ? nil : index,
            kept: listedOnly.values.sorted { $0.file < $1.file }
        )
    }

    /// The snapshot of a flow and its file, which may be at a path of earlier versions.
    package func snapshot(of key: FlowKey, at path: SnapshotPath) throws -> (bytes: [UInt8]?, file: String) {
        let reader = source.tree
        let file = source.name + "/" + path.text
        if let bytes = try reader.bytesIfPresent(of: file) { return (bytes, file) }
        for former in path.former.map({ source.name + "/" + $0 }) {
            guard let bytes = try reader.bytesIfPresent(of: former) else { continue }
            if let flow = try? SnapshotReader(file: former).flow(bytes), flow.key == key { return (bytes, former) }
        }
        return (nil, file)
    }

    /// Whether a file is where an earlier version put a flow's snapshot.
    private func isFormer(_ file: String, of key: FlowKey) -> Bool {
        SnapshotPath(key).former.contains { source.name + "/" + $0 == file }
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
        of keys: Set<FlowKey>,
        areGone: (Flow?) -> Bool
    ) throws -> (kept: Set<String>, gone: [Change]) {
        guard try source.tree.hasFolder(source.name) else { return ([], []) }
        var kept: Set<String> = []
        var gone: [Change] = []
        for file in try source.files() where !wanted.contains(file) {
            // What another run removes meanwhile is not there.
            guard let bytes = try source.tree.bytesIfPresent(of: file) else { continue }
            guard bytes.starts(with: "# \(SnapshotWriter.header)".utf8) else { continue }
            let flow = try? SnapshotReader(file: file).flow(bytes)
            if let key = flow?.key, keys.contains(key), isFormer(file, of: key) {
                gone.append(Change(file: file, text: nil, key: key, kind: .left))
            } else if areGone(flow) {
                gone.append(Change(file: file, text: nil, key: flow?.key, kind: .removed))
            } else {
                kept.insert(file)
            }
        }
        return (kept, gone)
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

// MARK: - Beside

/// What is beside the snapshots: `triggers.yaml` and `topics.yaml`.
extension SnapshotFolder {
    /// `topics.yaml`: what the org tells of the events that its triggers listen to.
    private func topicChange(_ topics: EventCatalogue?) throws -> [Change] {
        guard let topics else { return [] }
        let file = source.name + "/" + SnapshotSource.topicsName
        let text = SnapshotWriter().text(of: topics)
        guard try source.tree.bytesIfPresent(of: file) != Array(text.utf8) else { return [] }
        return [Change(file: file, text: text, key: nil, kind: .rewritten)]
    }

    /// `triggers.yaml`: written where the source knows triggers at all, so that their absence means something.
    private func strayTriggerChange(_ set: FlowSet, knowsTriggers: Bool) throws -> [Change] {
        let file = source.name + "/" + SnapshotSource.triggersName
        guard let stray = set.strayTriggers else { return [] }
        let old = try source.tree.bytesIfPresent(of: file)
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

    /// The digests of the two files as they will be.
    ///
    /// Of a file that this run didn't make the digest stays: an edited file must not become a good one.
    ///
    /// - Parameters:
    ///   - index: The index as it is.
    ///   - changes: What changes of the two files.
    ///   - made: The names of the files that this run made, whether they change or not.
    ///   - isOfOrg: Whether the org itself was asked.
    /// - Returns: The digests by name.
    /// - Throws: `ReadingError` where a file cannot be read.
    private func fileDigests(
        over index: SnapshotIndex,
        changes: [Change],
        made: Set<String>,
        isOfOrg: Bool
    ) throws -> [String: String] {
        var digests: [String: String] = [:]
        for name in [SnapshotSource.triggersName, SnapshotSource.topicsName] {
            let file = source.name + "/" + name
            if let text = changes.first(where: { $0.file == file })?.text {
                digests[name] = StableHash(of: text).hexadecimal
                continue
            }
            let bytes = try source.tree.bytesIfPresent(of: file)
            let isNotNeeded = bytes == nil && isOfOrg && name == SnapshotSource.topicsName
            if let known = index.files, !made.contains(name), !isNotNeeded {
                digests[name] = known[name]
            } else {
                digests[name] = bytes.map(SnapshotIndex.digest)
            }
        }
        return digests
    }
}

// MARK: - Listed

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
