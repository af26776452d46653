package import DriftCore

/// The snapshots of one environment, each read only when somebody asks for its flow.
package struct SnapshotSource: FlowSource {
    /// The environment's folder as messages give it: `snapshots/prod`.
    package let name: String

    /// The files that it is among.
    package let tree: any FileTree

    /// The readers that made the snapshots.
    private let readers: SnapshotReaders

    /// The digest of each snapshot by file, as the index has it; nil where nobody asked for it.
    var digests: [String: String]?

    /// The index against which `triggers.yaml` and `topics.yaml` are verified; `nil` if nobody asked for it.
    private var seal: SnapshotIndex?

    /// What the folder holds; nil where it was not listed ahead.
    private var listing: Listing?

    /// What a folder of snapshots holds.
    private struct Listing {
        /// The files of all snapshots, in order of path.
        let files: Result<[String], ReadingError>

        /// The index; nil where there is none.
        let index: Result<SnapshotIndex?, ReadingError>

        /// What the index promises and the folder does not hold.
        var missing: Result<[ReadingError], ReadingError> = .success([])
    }

    /// Makes a source of a folder of snapshots.
    package init(folder: String, of tree: any FileTree) {
        name = folder
        self.tree = tree
        readers = SnapshotReaders(folder: folder, of: tree)
    }

    /// The names of the files that stand beside the snapshots.
    package static let (indexName, triggersName, topicsName) = ("index.yaml", "triggers.yaml", "topics.yaml")

    /// The name of the file that a run sets before it writes, and removes when it is done.
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
                "The snapshot is of '\(flow.key)', but its name says '\(key)'",
                at: Place(file: file),
                wayOut: "do not rename snapshots; take them again with `flowdrift snapshot`"
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
            // Another flow may have had the same path before.
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

    /// The flow of a snapshot; `nil` if the file can't be read as one.
    private func keyInside(_ file: String) throws(ReadingError) -> FlowKey? {
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        return (try? SnapshotReader(file: file).flow(bytes))?.key
    }

    /// The error of a flow with two snapshots, one at a path of earlier versions.
    package func twice(_ key: FlowKey, _ file: String, _ former: String) -> ReadingError {
        ReadingError(
            "'\(key)' has two snapshots; the other one is \(former), its path in earlier versions",
            at: Place(file: file),
            wayOut: "take the snapshots again with `flowdrift snapshot`, which keeps one"
        )
    }

    /// The fix of snapshots that can't be believed.
    package static let wayOut = "take the snapshots again with `flowdrift snapshot`"

    private var withoutIndex: ReadingError {
        let place = Place(file: name + "/" + Self.indexName)
        return ReadingError("The snapshots are not whole: there is no index", at: place, wayOut: Self.wayOut)
    }

    /// What the index promises and the folder does not hold: a run was cut short, or a file was taken away.
    private func missing(among files: [String]) throws(ReadingError) -> [ReadingError] {
        guard let index = try indexIfPresent() else { return [withoutIndex] }
        let present = Set(files)
        let incompleteness = SnapshotIndex.incompleteness(index.unread, in: name + "/" + Self.indexName)
        return [incompleteness].compactMap(\.self)
            + index.flows.filter { !present.contains(name + "/" + $0.file) }.map {
                let problem = "The snapshot of '\($0.entry.key)' is in the index, and not in the folder"
                return ReadingError(problem, at: Place(file: name + "/" + $0.file), wayOut: Self.wayOut)
            }
    }

    package func events() throws(ReadingError) -> EventCatalogue {
        let file = name + "/" + Self.topicsName
        let found = try tree.bytesIfPresent(of: file)
        try requireUntouched(Self.topicsName, found, seal)
        guard let bytes = found else { return .embedded }
        return .embedded.overriding(with: try SnapshotReader(file: file).topics(bytes))
    }

    package func strayTriggers() throws(ReadingError) -> (triggers: [Trigger], file: String?) {
        guard let triggers = try strayTriggers(sealedBy: seal) else { return ([], nil) }
        return (triggers, name + "/" + Self.triggersName)
    }

    /// The triggers of `triggers.yaml`; `nil` if there is no such file, and should be none.
    private func strayTriggers(sealedBy index: SnapshotIndex?) throws(ReadingError) -> [Trigger]? {
        let file = name + "/" + Self.triggersName
        let bytes = try tree.bytesIfPresent(of: file)
        try requireUntouched(Self.triggersName, bytes, index)
        return try bytes.map { (bytes) throws(ReadingError) in try SnapshotReader(file: file).triggers(bytes) }
    }

    package func incompleteness() throws(ReadingError) -> ReadingError? {
        SnapshotIndex.incompleteness(try index().unread, in: name + "/" + Self.indexName)
    }

    package func ids() throws(ReadingError) -> [FlowKey: FlowID] {
        try index().ids
    }

    package func surroundings() throws(ReadingError) -> Judge.Surroundings {
        // Without an index nobody knows which flows there are, and none is missing.
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
            isWhole: index.unread.isEmpty
        )
    }

    /// The index; an empty one where there is none.
    package func index() throws(ReadingError) -> SnapshotIndex {
        try indexIfPresent() ?? SnapshotIndex()
    }

    private func indexIfPresent() throws(ReadingError) -> SnapshotIndex? {
        if let listing { return try listing.index.get() }
        let file = name + "/" + Self.indexName
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        return try SnapshotReader(file: file).index(bytes)
    }

    /// Whether whoever wrote the snapshots knew the triggers of all flows; exports often have none.
    package func knowsTriggers() throws(ReadingError) -> Bool {
        let index = try index()
        if index.hasNoTriggers || !index.triggers.isEmpty { return true }
        return try tree.bytesIfPresent(of: name + "/" + Self.triggersName) != nil
    }

    /// The files of all snapshots, in order of path.
    package func files() throws(ReadingError) -> [String] {
        if let listing { return try listing.files.get() }
        let own = [Self.indexName, Self.triggersName, Self.topicsName].map { name + "/" + $0 }
        return try tree.files(below: name).filter { $0.endsInBytes(".yaml") && !own.contains($0) }
    }

    /// Every snapshot at once, with its id, and the triggers whose target has none.
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
            if !digests.isEmpty {
                do throws(ReadingError) { try requireUnedited(bytes, file, by: digests) } catch {
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
        if problems.isEmpty {
            let names = (flows.values.flatMap(\.triggers) + (stray ?? [])).map(\.name)
            problems += Self.lostTriggers(of: index, besides: names, in: name)
        }
        return FlowSet(
            flows: flows.values.sorted { $0.key < $1.key },
            entries: index.listed,
            strayTriggers: stray,
            problems: problems
        )
    }
}

extension Flow {
    /// The flow of a snapshot with what only the index tells: its id, and that it was published when it was read.
    package func completed(by entry: FlowEntry?) -> Flow {
        var flow = self
        flow.id = entry?.id
        if availability == .unknown, entry?.publishedVersion != nil { flow.availability = .available }
        return flow
    }
}

extension SnapshotIndex {
    /// The ids of the flows, by type and name.
    package var ids: [FlowKey: FlowID] { flows.reduce(into: [:]) { ids, flow in ids[flow.entry.key] = flow.entry.id } }
}

// MARK: - Integrity

extension SnapshotSource {
    /// Whether a run that writes here has not finished.
    package var isHalfWritten: Bool { (try? tree.bytesIfPresent(of: name + "/" + Self.markName)) != nil }

    package func interruption() -> ReadingError? {
        guard isHalfWritten else { return nil }
        return ReadingError(
            "A run that writes these snapshots was cut short, or is not done yet",
            at: Place(file: name),
            wayOut: "take them again with `flowdrift snapshot`"
        )
    }

    package func verified() -> any FlowSource {
        // Of half a set the digests say nothing; and where the index cannot be read, whoever asks for all flows says so.
        guard seal == nil, !isHalfWritten, let index = try? index() else { return self }
        var source = self
        source.seal = index
        if !index.flows.isEmpty { source.digests = digests(of: index) }
        return source
    }

    /// The digest of each snapshot by file.
    package func digests(of index: SnapshotIndex) -> [String: String] {
        Dictionary(index.flows.map { (name + "/" + $0.file, $0.digest) }) { first, _ in first }
    }

    /// Throws where a snapshot is not the one that was written: nothing is in sync because of what somebody typed.
    private func requireUnedited(_ bytes: [UInt8], _ file: String) throws(ReadingError) {
        guard let digests else { return }
        try requireUnedited(bytes, file, by: digests)
    }

    /// Throws where a snapshot has another digest, or none.
    private func requireUnedited(_ bytes: [UInt8], _ file: String, by digests: [String: String]) throws(ReadingError) {
        guard let digest = digests[file] else {
            throw ReadingError("The snapshot is not in the index", at: Place(file: file), wayOut: Self.wayOut)
        }
        guard !SnapshotIndex.isDigest(digest, of: bytes) else { return }
        throw ReadingError(
            "The snapshot is not as flowdrift wrote it: its digest is not that of the index",
            at: Place(file: file),
            wayOut: Self.wayOut
        )
    }

    /// Throws where `triggers.yaml` or `topics.yaml` is not the one that was written; an old index doesn't tell.
    ///
    /// - Parameters:
    ///   - file: The file's name in the environment's folder.
    ///   - bytes: What it holds; `nil` if it doesn't exist.
    ///   - index: The index; `nil` if nothing is verified.
    /// - Throws: ``ReadingError`` where the file is not the one that was written.
    private func requireUntouched(_ file: String, _ bytes: [UInt8]?, _ index: SnapshotIndex?) throws(ReadingError) {
        guard let files = index?.files else { return }
        let problem: String
        switch (files[file], bytes) {
        case (nil, nil): return
        case (let digest?, let bytes?) where SnapshotIndex.isDigest(digest, of: bytes): return
        case (nil, _?): problem = "The file is not in the index"
        case (_?, nil): problem = "The file is in the index, and not in the folder"
        case (_?, _?): problem = "The file is not as flowdrift wrote it: its digest is not that of the index"
        }
        let fix = files[file] == nil ? "delete it" : "restore it from git"
        throw ReadingError(
            problem,
            at: Place(file: name + "/" + file),
            wayOut: fix + ", or take the snapshots of the org again with `flowdrift snapshot`"
        )
    }

    package func lostTriggers(besides names: [String]) throws(ReadingError) -> [ReadingError] {
        guard let seal, !seal.triggers.isEmpty else { return [] }
        let stray = try strayTriggers().triggers.map(\.name)
        return Self.lostTriggers(of: seal, besides: names + stray, in: name)
    }

    /// The triggers that the index lists by id, and that are in no file.
    ///
    /// The digests don't replace this: a snapshot that is deleted with its line of the index has none.
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
                "Trigger '\(name)' is in the index, and neither in a snapshot nor in triggers.yaml",
                at: Place(file: folder + "/" + indexName),
                wayOut: "restore the file from git, or take the snapshots of the org again with `flowdrift snapshot`"
            )
        }
    }
}
