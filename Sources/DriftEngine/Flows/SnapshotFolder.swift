package import DriftCore

/// Compares the snapshots of one environment with its flows, and plans what to write.
package struct SnapshotFolder {
    package let source: SnapshotSource

    package init(_ source: SnapshotSource) {
        self.source = source
    }

    /// One snapshot that must change.
    package struct Change {
        package var file: String

        /// The new content, or `nil` to delete the file.
        package var text: String?

        /// The flow, or `nil` for `triggers.yaml`, `topics.yaml`, and a snapshot that can't be read.
        package var key: FlowKey?

        package var kind: Kind

        package enum Kind {
            case added
            case removed
            case changed([FlowChange])
            /// The interface is the same; only the text changed.
            case rewritten
            /// The interface is the same; the file was at a path that earlier versions of flowdrift used.
            case moved(from: String)
            /// The file at the path that earlier versions of flowdrift used is deleted.
            case left
        }

        /// Whether callers may notice the change; a move to another division is written, but isn't drift.
        package var changesInterface: Bool {
            switch kind {
            case .added, .removed: true
            case .changed(let changes): !changes.allSatisfy(\.isOfDivision)
            case .rewritten, .moved, .left: false
            }
        }
    }

    /// What to write so that the folder has the snapshots of a set.
    package struct Plan {
        package var changes: [Change]

        /// How many snapshots there will be.
        package var count: Int

        /// The files of the index that change, with their new text, or `nil` for those to delete; `index.yaml` is last.
        package var index: [(file: String, text: String?)]

        /// The snapshots that stay because a listing has their flow although there is no export, in order of file.
        package var kept: [Kept] = []
    }

    /// Compares the snapshots with what they should be, without writing anything.
    ///
    /// - Parameters:
    ///   - set: The flows as their source has them.
    ///   - filter: Which flows get a snapshot; the snapshots of all other flows stay as they are.
    ///   - always: Flows that get a snapshot whatever the filter says, because contracts name them.
    ///   - topics: The topics to write, or `nil` to leave the present ones.
    ///   - isOfOrg: Whether the set was read from the live org. If so, no trigger needs a `topics.yaml` that was deleted.
    ///   - isWhole: Whether the set has all flows of the environment. If it doesn't, no snapshot of another flow is removed.
    /// - Returns: What to do.
    /// - Throws: An error if the present files can't be read.
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
        // A set from a live org isn't completed: changed flows were read again, and the snapshots of flows that the filter
        // hides keep their triggers.
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
                let problem = "Two flows would have this file as their snapshot; one of them is '\(flow.key)'"
                throw ReadingError(problem, at: Place(file: file), fix: "rename one of the flows")
            }
            let (present, oldFile) = try snapshot(of: flow.key, at: paths)
            // A source without data on triggers doesn't remove triggers.
            if set.strayTriggers == nil, let present, let known = try? SnapshotReader(file: oldFile).flow(present) {
                flow.triggers = known.triggers
            }
            let text = writer.text(of: flow)
            let digest = StableHash(of: text).hexadecimal
            entries[flow.key] = SnapshotIndex.Entry(
                entry: flow.entry,
                file: path,
                digest: digest,
                reader: listedOnly[flow.key]?.reader ?? SnapshotIndex.readerNumber,
                triggers: TriggerIDs(of: flow.triggers)
            )
            guard let old = present else {
                changes.append(Change(file: file, text: text, key: flow.key, kind: .added))
                continue
            }
            guard old != Array(text.utf8) || oldFile != file else { continue }
            let before = (try? SnapshotReader(file: oldFile).flow(old)).map { before in
                var before = before.completed(by: known[before.key])
                // Triggers aren't new if these snapshots were made without data on triggers.
                if !knowsTriggers, before.triggers.isEmpty { before.triggers = flow.triggers }
                return before
            }
            var kind = kind(of: before, becoming: flow)
            if case .rewritten = kind, oldFile != file { kind = .moved(from: oldFile) }
            changes.append(Change(file: file, text: text, key: flow.key, kind: kind))
        }
        let isComplete = set.problems.isEmpty && isWhole
        // A listed flow exists, even if its definition isn't available.
        let listed = Set(set.entries.map(\.key))
        // If a flow with another name now has a flow's id, the flow was renamed.
        let ids = Set(selected.compactMap(\.id))
        let (kept, gone) = try others(than: wanted, of: Set(selected.map(\.key))) { flow in
            if let id = flow.flatMap({ known[$0.key]?.id }), ids.contains(id) { return true }
            return isComplete && (flow.map { isSelected($0) && !listed.contains($0.key) } ?? filter.isOpen)
        }
        if !isComplete { entries = entries.filling(from: oldIndex) }
        let hasNoTriggers = isComplete ? set.hasNoTriggers : oldIndex.hasNoTriggers
        for entry in oldIndex.flows where kept.contains(source.name + "/" + entry.file) {
            entries[entry.entry.key] = entry
        }
        changes += gone
        let beside =
            try strayTriggerChange(set, knowsTriggers: knowsTriggers) + topicChange(topics)
            + callersChange(set.actions)
        changes += beside
        let made = Set(
            [
                set.strayTriggers.map { _ in SnapshotSource.triggersName },
                topics.map { _ in SnapshotSource.topicsName },
                set.actions.map { _ in SnapshotSource.callersName },
            ]
            .compactMap(\.self)
        )
        let listedOnes = self.listed(in: set, over: oldIndex, isComplete: isComplete) { key in
            entries[key] != nil
        } isWanted: { entry in
            always.contains(entry.key) || filter.admits(entry.key, division: entry.division)
        }
        var index = withTriggerIDs(
            SnapshotIndex(
                flows: Array(entries.values),
                hasNoTriggers: hasNoTriggers,
                files: try fileDigests(over: oldIndex, changes: beside, made: made, isOfOrg: isOfOrg),
                listed: listedOnes,
                unread: unread(set, over: oldIndex, isWhole: isWhole, isOfOrg: isOfOrg)
            ),
            of: set,
            over: oldIndex,
            isComplete: isComplete
        )
        index.seenActions = set.seenActions ?? oldIndex.seenActions
        return Plan(
            changes: changes.sorted { $0.file < $1.file },
            count: wanted.count + kept.count,
            index: try IndexFiles(environment: source.name, tree: reader).changes(to: index),
            kept: listedOnly.values.sorted { $0.file < $1.file }
        )
    }

    /// The snapshot of a flow and its file, which may still be at a path that earlier versions of flowdrift used.
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

    /// Whether a file is at a path that earlier versions of flowdrift used for a flow's snapshot.
    private func isFormer(_ file: String, of key: FlowKey) -> Bool {
        SnapshotPath(key).former.contains { source.name + "/" + $0 == file }
    }

    /// An index with the ids of the triggers, and also with those of the old index if the set may be incomplete.
    ///
    /// An id is in only one entry, the entry of the flow that the trigger starts.
    private func withTriggerIDs(
        _ index: SnapshotIndex,
        of set: FlowSet,
        over old: SnapshotIndex,
        isComplete: Bool
    ) -> SnapshotIndex {
        var index = index
        let known = Dictionary(old.flows.map { ($0.entry.key, $0.triggers) }) { first, _ in first }
        guard let stray = set.strayTriggers else {
            for place in index.flows.indices {
                index.flows[place].triggers = known[index.flows[place].entry.key] ?? TriggerIDs()
            }
            let kept = index.flows.reduce(TriggerIDs()) { $0.adding($1.triggers) }
            index.strayTriggers = old.triggers.without(kept.all.keys)
            return index
        }
        let present = Set(set.flows.map(\.key))
        let fresh = TriggerIDs(of: set.flows.flatMap(\.triggers)).adding(TriggerIDs(of: stray))
        for place in index.flows.indices where !present.contains(index.flows[place].entry.key) {
            index.flows[place].triggers =
                isComplete ? TriggerIDs() : index.flows[place].triggers.without(fresh.all.keys)
        }
        index.strayTriggers = TriggerIDs(of: stray)
        if !isComplete {
            index.strayTriggers = index.strayTriggers.adding(old.triggers.without(index.triggers.all.keys))
        }
        return index
    }

    private func kind(of before: Flow?, becoming flow: Flow) -> Change.Kind {
        // A snapshot that can't be read any more is replaced as a whole, and counts as changed.
        guard let before else { return .changed([]) }
        let changes = FlowChange.changes(from: before, to: flow)
        return changes.isEmpty ? .rewritten : .changed(changes)
    }

    /// The snapshots of flows that aren't in the set: they are kept if the filter or a problem hides the flow, or else
    /// deleted.
    private func others(
        than wanted: Set<String>,
        of keys: Set<FlowKey>,
        areGone: (Flow?) -> Bool
    ) throws -> (kept: Set<String>, gone: [Change]) {
        guard try source.tree.hasFolder(source.name) else { return ([], []) }
        var kept: Set<String> = []
        var gone: [Change] = []
        for file in try source.files() where !wanted.contains(file) {
            // Another run may have deleted the file meanwhile.
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
    /// The entries; an entry without an id gets the one from an index, and, if the snapshot's text is the same, the version.
    fileprivate func filling(from index: SnapshotIndex) -> Self {
        index.flows.reduce(into: self) { entries, known in
            guard var entry = entries[known.entry.key], entry.entry.id == nil else { return }
            entry.entry.id = known.entry.id
            // The version of a different text is unknown: it may never have been published.
            if entry.digest == known.digest, entry.entry.publishedVersion == nil {
                entry.entry.publishedVersion = known.entry.publishedVersion
            }
            entries[known.entry.key] = entry
        }
    }
}

// MARK: - Beside

/// The files beside the snapshots: `triggers.yaml`, `topics.yaml` and `callers.yaml`.
extension SnapshotFolder {
    /// The change of `topics.yaml`, the org's data about the events that its triggers listen to.
    private func topicChange(_ topics: EventCatalogue?) throws -> [Change] {
        guard let topics else { return [] }
        let file = source.name + "/" + SnapshotSource.topicsName
        let text = SnapshotWriter().text(of: topics)
        guard try source.tree.bytesIfPresent(of: file) != Array(text.utf8) else { return [] }
        return [Change(file: file, text: text, key: nil, kind: .rewritten)]
    }

    /// The change of `callers.yaml`, the data actions that start flows; if there are none, the file doesn't exist.
    private func callersChange(_ actions: [LaunchingAction]?) throws -> [Change] {
        guard let actions else { return [] }
        let file = source.name + "/" + SnapshotSource.callersName
        let text = actions.isEmpty ? nil : SnapshotWriter().text(of: actions)
        guard try source.tree.bytesIfPresent(of: file) != text.map({ Array($0.utf8) }) else { return [] }
        return [Change(file: file, text: text, key: nil, kind: .rewritten)]
    }

    /// The change of `triggers.yaml`.
    ///
    /// The file is only written if the source has data on triggers, so that a missing trigger counts as deleted.
    private func strayTriggerChange(_ set: FlowSet, knowsTriggers: Bool) throws -> [Change] {
        let file = source.name + "/" + SnapshotSource.triggersName
        guard let stray = set.strayTriggers else { return [] }
        let old = try source.tree.bytesIfPresent(of: file)
        // If there is no trigger at all, the index says so, and the file isn't needed.
        let hasReason = !stray.isEmpty || set.problems.isEmpty && !set.hasNoTriggers
        guard old != nil || hasReason else { return [] }
        let text = SnapshotWriter().text(ofStrayTriggers: stray)
        guard old != Array(text.utf8) else { return [] }
        let before = old.flatMap { try? SnapshotReader(file: file).triggers($0) }
        let kind: Change.Kind = before.map { $0 == stray ? .rewritten : .changed([]) } ?? .added
        let isNews = before != nil || !stray.isEmpty && knowsTriggers
        return [Change(file: file, text: text, key: nil, kind: isNews ? kind : .rewritten)]
    }

    /// The new digests of `triggers.yaml`, `topics.yaml` and `callers.yaml`, by name.
    ///
    /// A file that this run didn't write keeps its digest, because an edited file must not become valid.
    private func fileDigests(
        over index: SnapshotIndex,
        changes: [Change],
        made: Set<String>,
        isOfOrg: Bool
    ) throws -> [String: String] {
        var digests: [String: String] = [:]
        for name in [SnapshotSource.triggersName, SnapshotSource.topicsName, SnapshotSource.callersName] {
            let file = source.name + "/" + name
            if let change = changes.first(where: { $0.file == file }) {
                digests[name] = change.text.map { StableHash(of: $0).hexadecimal }
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

/// Flows that are in a listing but have no export: their snapshots stay, updated from the listing.
extension SnapshotFolder {
    /// A snapshot that was kept because there is no export.
    package struct Kept {
        /// The flow, updated from the listing.
        package var flow: Flow

        package var file: String

        /// The version number of the reader that made the snapshot.
        package var reader: Int
    }

    /// Adds the flows of snapshots to a set, for flows that the set only lists.
    ///
    /// Inputs and outputs come from the snapshot; id, state and triggers come from the set. A snapshot that was edited
    /// isn't used, because its new digest would make it look valid.
    ///
    /// - Returns: The set, and the kept snapshots by flow.
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

    /// The flows that a listing has and that have no snapshot, so that no report says that they don't exist.
    ///
    /// Flows that the index lists stay unless the set is complete. `isWanted` says whether a flow would have a
    /// snapshot if its definition were known.
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

    /// What couldn't be read when the snapshots were taken.
    ///
    /// A run with a single export removes nothing from this list.
    ///
    /// If an org fails for a while, complete snapshots stay complete: those that the org didn't return are kept.
    package func unread(_ set: FlowSet, over index: SnapshotIndex, isWhole: Bool, isOfOrg: Bool) -> [String] {
        if isOfOrg, !index.flows.isEmpty, index.unread.isEmpty { return [] }
        return Set((isWhole ? [] : index.unread) + set.problems.map(\.place.file)).sorted()
    }
}
