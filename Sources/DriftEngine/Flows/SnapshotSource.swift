package import DriftCore
package import GenesysCloud

/// The snapshots of one environment; each is read only when its flow is needed.
package struct SnapshotSource: FlowSource {
    /// The environment's folder as messages show it: `snapshots/prod`.
    package let name: String

    package let tree: any FileTree

    private let readers: SnapshotReaders

    /// The digest of each snapshot by file, from the index, or `nil` if snapshots aren't verified.
    var digests: [String: String]?

    /// The index that verifies `triggers.yaml` and `topics.yaml`, or `nil` if they aren't verified.
    private var seal: SnapshotIndex?

    /// The content of the folder, or `nil` if it wasn't listed in advance.
    private var listing: Listing?

    private struct Listing {
        /// The files of all snapshots, in order of path.
        let files: Result<[String], ReadingError>

        /// The index, or `nil` if there is none.
        let index: Result<SnapshotIndex?, ReadingError>

        /// The errors of snapshots that the index lists and that don't exist.
        var missing: Result<[ReadingError], ReadingError> = .success([])
    }

    package init(folder: String, of tree: any FileTree) {
        name = folder
        self.tree = tree
        readers = SnapshotReaders(folder: folder, of: tree)
    }

    /// The names of the files beside the snapshots.
    package static let indexName = SnapshotIndex.name
    package static let triggersName = SnapshotIndex.triggersName
    package static let topicsName = SnapshotIndex.topicsName
    package static let callersName = SnapshotIndex.callersName

    /// The name of the file that marks a run in progress; it is deleted when the run is done.
    package static let markName = ".flowdrift-writing"

    package func flow(_ key: FlowKey) throws(ReadingError) -> Flow? {
        let path = SnapshotPath(key)
        var file = name + "/" + path.text
        var found = try tree.bytesIfPresent(of: file)
        for former in path.former {
            let former = name + "/" + former
            guard let bytes = try tree.bytesIfPresent(of: former),
                (try? SnapshotReader(file: former).flow(bytes))?.key == key
            else { continue }
            guard found == nil else { throw twice(key, file, former) }
            (file, found) = (former, bytes)
        }
        guard let bytes = found else { return nil }
        let flow = try readers.flow(bytes, file: file)
        guard flow.key == key else {
            throw ReadingError(
                "The snapshot is of '\(flow.key)', but its file name is that of '\(key)'",
                at: Place(file: file),
                fix: "take the snapshots again with `flowdrift snapshot`, and do not rename their files"
            )
        }
        try requireUnedited(bytes, file)
        return flow
    }

    /// The same source with its folder listed and its index read, as they are now.
    package func lookedThrough() -> SnapshotSource {
        var source = self
        source.listing = Listing(
            files: Result { () throws(ReadingError) in try files() },
            index: Result { () throws(ReadingError) in try indexIfPresent() }
        )
        let missing = Result { () throws(ReadingError) in try source.missing(among: source.files()) }
        source.listing?.missing = missing
        return source
    }

    package func flows(otherThan seen: FlowsSeen) throws(ReadingError) -> [FlowReading] {
        var (known, former) = (seen.files, Set<String>())
        for key in seen.unreadKeys {
            let path = SnapshotPath(key)
            known.insert(name + "/" + path.text)
            for path in path.former { former.insert(name + "/" + path) }
        }
        let files = try files()
        var others: [String] = []
        for file in files where !known.contains(file) {
            // Earlier versions of flowdrift may have used this path for another flow, which was already read.
            if former.contains(file), let key = try keyInside(file), seen.keys.contains(key) { continue }
            others.append(file)
        }
        let readings: [FlowReading] = others.map { file in
            {
                Result { () throws(ReadingError) in
                    let bytes = try tree.bytes(of: file)
                    let flow = try readers.flow(bytes, file: file)
                    let path = name + "/" + SnapshotPath(flow.key).text
                    if path != file, files.contains(path) { throw twice(flow.key, path, file) }
                    try requireUnedited(bytes, file)
                    return flow
                }
            }
        }
        let missing = if let listing { try listing.missing.get() } else { try missing(among: files) }
        return readings + missing.map { problem in { .failure(problem) } }
    }

    /// The flow of a snapshot, or `nil` if the file can't be read as one.
    private func keyInside(_ file: String) throws(ReadingError) -> FlowKey? {
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        return (try? SnapshotReader(file: file).flow(bytes))?.key
    }

    /// The error of a flow with two snapshots, one of them at the path that earlier versions of flowdrift used.
    package func twice(_ key: FlowKey, _ file: String, _ former: String) -> ReadingError {
        ReadingError(
            "'\(key)' has two snapshots: this file, and \(former), whose path earlier versions of flowdrift used",
            at: Place(file: file),
            fix: "take the snapshots again with `flowdrift snapshot`, which keeps only one of them"
        )
    }

    /// The fix for snapshots that can't be trusted.
    package static let fix = "take the snapshots again with `flowdrift snapshot`"

    private var withoutIndex: ReadingError {
        let place = Place(file: name + "/" + Self.indexName)
        return ReadingError("There is no index, so snapshots may be missing", at: place, fix: Self.fix)
    }

    /// The file with the index entry of a snapshot, or of `triggers.yaml` or `topics.yaml`.
    private func entryFile(_ file: String) -> String {
        name + "/" + SnapshotIndex.entriesFolder + file.dropFirst(name.count)
    }

    /// The errors of snapshots that the index lists and that don't exist: a run was interrupted, or a file was deleted.
    private func missing(among files: [String]) throws(ReadingError) -> [ReadingError] {
        guard let index = try indexIfPresent() else { return [withoutIndex] }
        let present = Set(files)
        let incompleteness = SnapshotIndex.incompleteness(index.unread, in: name + "/" + Self.indexName)
        // If the snapshot of an unreadable entry exists, the code that reads the snapshot throws the entry's error.
        let told = Set(files.map(entryFile))
        let problems = index.problems.filter { !told.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        return [incompleteness].compactMap(\.self) + problems
            + index.flows.filter { !present.contains(name + "/" + $0.file) }.map {
                let problem =
                    "The index lists the snapshot of '\($0.entry.key)', but the snapshot's file does not exist"
                return ReadingError(problem, at: Place(file: name + "/" + $0.file), fix: Self.fix)
            }
    }

    package func events() throws(ReadingError) -> EventCatalogue {
        let file = name + "/" + Self.topicsName
        let found = try tree.bytesIfPresent(of: file)
        try requireUntouched(Self.topicsName, found, seal)
        guard let bytes = found else { return .embedded }
        return .embedded.overriding(with: try SnapshotReader(file: file).topics(bytes))
    }

    package func actions() throws(ReadingError) -> [LaunchingAction] {
        // The digests of a half-written set mean nothing.
        guard !isHalfWritten else { return try actions(sealedBy: nil) ?? [] }
        let index = if let seal { seal } else { try indexIfPresent() }
        return try actions(sealedBy: index) ?? []
    }

    /// What the snapshots know of the org's data actions; nothing if `callers.yaml` was edited.
    package func knownActions() throws(ReadingError) -> KnownActions {
        let index = try index()
        guard let launching = try? actions(sealedBy: index) else {
            return index.files?[Self.callersName] == nil ? KnownActions(versions: index.seenActions) : KnownActions()
        }
        return KnownActions(versions: index.seenActions, launching: launching)
    }

    /// The data actions of `callers.yaml`, or `nil` if the file doesn't exist and the index says that it needn't.
    private func actions(sealedBy index: SnapshotIndex?) throws(ReadingError) -> [LaunchingAction]? {
        let file = name + "/" + Self.callersName
        let bytes = try tree.bytesIfPresent(of: file)
        try requireUntouched(Self.callersName, bytes, index)
        return try bytes.map { (bytes) throws(ReadingError) in try SnapshotReader(file: file).actions(bytes) }
    }

    package func strayTriggers() throws(ReadingError) -> (triggers: [Trigger], file: String?) {
        guard let triggers = try strayTriggers(sealedBy: seal) else { return ([], nil) }
        return (triggers, name + "/" + Self.triggersName)
    }

    /// The triggers in `triggers.yaml`, or `nil` if there is no such file.
    ///
    /// Throws if the index shows that the file was changed or deleted.
    private func strayTriggers(sealedBy index: SnapshotIndex?) throws(ReadingError) -> [Trigger]? {
        let file = name + "/" + Self.triggersName
        let bytes = try tree.bytesIfPresent(of: file)
        try requireUntouched(Self.triggersName, bytes, index)
        return try bytes.map { (bytes) throws(ReadingError) in try SnapshotReader(file: file).triggers(bytes) }
    }

    package func incompleteness() throws(ReadingError) -> ReadingError? {
        let index = try index()
        return SnapshotIndex.incompleteness(index.unread, in: name + "/" + Self.indexName)
            ?? (seal == nil ? index.firstProblem : nil)
    }

    package func ids() throws(ReadingError) -> [FlowKey: FlowID] {
        let index = try index()
        // A run that verifies each snapshot reports the index's problem when it reads the flow.
        if seal == nil, let problem = index.firstProblem { throw problem }
        return index.ids
    }

    package func surroundings() throws(ReadingError) -> Judge.Surroundings {
        // Without an index, it's unknown which flows exist, so a flow without a snapshot isn't reported as missing.
        guard let index = try indexIfPresent() else { throw withoutIndex }
        _ = try strayTriggers(sealedBy: index)
        var set = try flowSet()
        if index.hasNoTriggers, set.strayTriggers == nil { set.strayTriggers = [] }
        var entries = index.flows.map(\.entry)
        let known = Set(entries.map(\.key))
        entries += (set.flows.map(\.entry) + index.listed).filter { !known.contains($0.key) }
        return Judge.Surroundings(
            entries: entries.sorted { $0.key < $1.key },
            triggers: set.placedTriggers,
            isWhole: index.unread.isEmpty && index.problems.isEmpty
        )
    }

    /// The index, or an empty one if there is none.
    package func index() throws(ReadingError) -> SnapshotIndex {
        try indexIfPresent() ?? SnapshotIndex()
    }

    private func indexIfPresent() throws(ReadingError) -> SnapshotIndex? {
        if let listing { return try listing.index.get() }
        return try IndexFiles(environment: name, tree: tree).index()
    }

    /// Whether the source of the snapshots had data on triggers; exports often have none.
    package func knowsTriggers() throws(ReadingError) -> Bool {
        let index = try index()
        if index.hasNoTriggers || !index.triggers.isEmpty { return true }
        return try tree.bytesIfPresent(of: name + "/" + Self.triggersName) != nil
    }

    /// The files of all snapshots, in order of path.
    package func files() throws(ReadingError) -> [String] {
        if let listing { return try listing.files.get() }
        let own = [Self.indexName, Self.triggersName, Self.topicsName, Self.callersName].map { name + "/" + $0 }
        let entries = name + "/" + SnapshotIndex.entriesFolder + "/"
        return try tree.files(below: name).filter {
            $0.endsInBytes(".yaml") && !own.contains($0) && !$0.utf8.starts(with: entries.utf8)
        }
    }

    /// The flows of all snapshots with their ids, and the triggers that start none of these flows.
    package func flowSet() throws(ReadingError) -> FlowSet {
        var flows: [FlowKey: Flow] = [:]
        let index = try index()
        let digests = digests(of: index)
        let entries = index.flows.reduce(into: [:]) { entries, flow in entries[flow.entry.key] = flow.entry }
        let files = try files()
        var problems = [interruption()].compactMap(\.self) + (try missing(among: files))
        for file in files {
            let bytes = try tree.bytes(of: file)
            let flow = try readers.flow(bytes, file: file)
            if index.verifiesFlows {
                do throws(ReadingError) {
                    if let problem = index.problems[entryFile(file)] { throw problem }
                    try requireUnedited(bytes, file, by: digests)
                } catch {
                    problems.append(error)
                }
            }
            if let other = flows[flow.key]?.file {
                problems.append(twice(flow.key, name + "/" + SnapshotPath(flow.key).text, other))
            }
            flows[flow.key] = flow.completed(by: entries[flow.key])
        }
        var stray: [Trigger]?
        do throws(ReadingError) {
            stray = try strayTriggers(sealedBy: index)
        } catch {
            problems.append(error)
        }
        var actions: [LaunchingAction]?
        do throws(ReadingError) {
            actions = try self.actions(sealedBy: index)
        } catch {
            problems.append(error)
        }
        if problems.isEmpty {
            let names = (flows.values.flatMap(\.triggers) + (stray ?? [])).map(\.name)
            problems += Self.lostTriggers(of: index, besides: names, in: name)
        }
        var set = FlowSet(
            flows: flows.values.sorted { $0.key < $1.key },
            entries: index.listed,
            strayTriggers: stray,
            problems: problems
        )
        set.actions = actions
        return set
    }
}

extension Flow {
    /// The flow of a snapshot with what only the index has: the flow's id, and the fact that it was published when it
    /// was read.
    package func completed(by entry: FlowEntry?) -> Flow {
        var flow = self
        flow.id = entry?.id
        if availability == .unknown, entry?.publishedVersion != nil { flow.availability = .available }
        return flow
    }
}

extension SnapshotIndex {
    package var ids: [FlowKey: FlowID] { flows.reduce(into: [:]) { ids, flow in ids[flow.entry.key] = flow.entry.id } }
}

// MARK: - Integrity

extension SnapshotSource {
    /// Whether a run that writes these snapshots was interrupted, or is still running.
    package var isHalfWritten: Bool { (try? tree.bytesIfPresent(of: name + "/" + Self.markName)) != nil }

    package func interruption() -> ReadingError? {
        guard isHalfWritten else { return nil }
        return ReadingError(
            "A run that writes these snapshots was interrupted, or is still running",
            at: Place(file: name),
            fix: "wait until the other run has ended; if there is none, take the snapshots again with "
                + "`flowdrift snapshot`"
        )
    }

    package func verified() -> any FlowSource {
        // The digests of half-written snapshots mean nothing. If the index can't be read, the code that reads all flows
        // reports that.
        guard seal == nil, !isHalfWritten, let index = try? index() else { return self }
        var source = self
        source.seal = index
        if index.verifiesFlows { source.digests = digests(of: index) }
        return source
    }

    package func digests(of index: SnapshotIndex) -> [String: String] {
        Dictionary(index.flows.map { (name + "/" + $0.file, $0.digest) }) { first, _ in first }
    }

    /// Throws if a snapshot was edited, because an edit by hand must not hide drift.
    private func requireUnedited(_ bytes: [UInt8], _ file: String) throws(ReadingError) {
        guard let digests else { return }
        try requireUnedited(bytes, file, by: digests)
    }

    /// Throws if a snapshot's digest differs from the one in the index, or if the index has none.
    private func requireUnedited(_ bytes: [UInt8], _ file: String, by digests: [String: String]) throws(ReadingError) {
        if let problem = seal?.problems[entryFile(file)] { throw problem }
        guard let digest = digests[file] else {
            throw ReadingError(
                "The snapshot is not in the index of its environment",
                at: Place(file: file),
                fix: Self.fix
            )
        }
        guard !SnapshotIndex.isDigest(digest, of: bytes) else { return }
        throw ReadingError(
            "The snapshot was changed after flowdrift wrote it: its digest differs from the one in the index",
            at: Place(file: file),
            fix: Self.fix
        )
    }

    /// Throws if `triggers.yaml` or `topics.yaml` isn't as flowdrift wrote it, or was deleted.
    ///
    /// An old index doesn't have the digests, and a `nil` index verifies nothing. `nil` bytes mean that the file
    /// doesn't exist.
    private func requireUntouched(_ file: String, _ bytes: [UInt8]?, _ index: SnapshotIndex?) throws(ReadingError) {
        guard let index, let files = index.files else { return }
        if let problem = index.problems[entryFile(name + "/" + file)] { throw problem }
        let problem: String
        switch (files[file], bytes) {
        case (nil, nil): return
        case (let digest?, let bytes?) where SnapshotIndex.isDigest(digest, of: bytes): return
        case (nil, _?): problem = "The file is not in the index of its environment"
        case (_?, nil): problem = "The index lists this file, but the file does not exist"
        case (_?, _?):
            problem = "The file was changed after flowdrift wrote it: its digest differs from the one in the index"
        }
        let fix = files[file] == nil ? "delete the file" : "restore the file from git"
        throw ReadingError(
            problem,
            at: Place(file: name + "/" + file),
            fix: fix + ", or take the snapshots of the org again with `flowdrift snapshot`"
        )
    }

    package func lostTriggers(besides names: [String]) throws(ReadingError) -> [ReadingError] {
        guard let seal, !seal.triggers.isEmpty else { return [] }
        let stray = try strayTriggers().triggers.map(\.name)
        return Self.lostTriggers(of: seal, besides: names + stray, in: name)
    }

    /// The errors of the triggers that the index lists by id and no file has.
    ///
    /// The digests can't show this: a snapshot that is deleted together with its line in the index has no digest.
    package static func lostTriggers(
        of index: SnapshotIndex,
        besides names: [String],
        in folder: String
    ) -> [ReadingError] {
        var counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let lost = index.triggers.names.sorted().filter { name in
            counts[name, default: 0] -= 1
            return counts[name, default: 0] < 0
        }
        return lost.map { name in
            ReadingError(
                "Trigger '\(name)' is in the index, but neither in a snapshot nor in triggers.yaml",
                at: Place(file: folder + "/" + indexName),
                fix:
                    "restore the trigger's file from git, or take the snapshots of the org again with "
                    + "`flowdrift snapshot`"
            )
        }
    }
}
