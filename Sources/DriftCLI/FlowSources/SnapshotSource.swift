import DriftCore

/// The snapshots of one environment, each read only when somebody asks for its flow.
struct SnapshotSource: FlowSource {
    /// The environment's folder as messages give it: `snapshots/prod`.
    let name: String

    private let tree: any FileTree

    /// The digest of each snapshot by file, as the index has it; nil where nobody asked for it.
    private var digests: [String: String]?

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

    init(folder: String, context: Context) {
        self.init(folder: folder, of: DiskFiles(context: context))
    }

    /// Makes a source of a folder of snapshots.
    init(folder: String, of tree: any FileTree) {
        name = folder
        self.tree = tree
    }

    /// The names of the files that stand beside the snapshots.
    static let (indexName, triggersName, topicsName) = ("index.yaml", "triggers.yaml", "topics.yaml")

    func flow(_ key: FlowKey, noting note: inout FlowNote) throws(ReadingError) -> Flow? {
        let file = name + "/" + SnapshotPath(key).text
        note.file = file
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        let flow = try SnapshotReader(file: file).flow(bytes)
        guard flow.key == key else {
            throw ReadingError(
                "The snapshot is of '\(flow.key)', but its name says '\(key)'",
                at: Place(file: file),
                wayOut: "do not rename snapshots; take them again with `flowdrift snapshot`"
            )
        }
        try requireUnedited(bytes, file)
        if digests == nil { note.digest = StableHash(of: bytes).hexadecimal }
        return flow
    }

    /// The same source with its folder listed and its index read, as they are now.
    func listed() -> SnapshotSource {
        var source = self
        source.listing = Listing(
            files: Result { () throws(ReadingError) in try files() },
            index: Result { () throws(ReadingError) in try indexIfPresent() }
        )
        let missing = Result { () throws(ReadingError) in try source.missing(among: source.files()) }
        source.listing?.missing = missing
        return source
    }

    func flows(otherThan keys: Set<FlowKey>, files known: Set<String>) throws(ReadingError) -> [FlowReading] {
        let known = known.union(keys.map { name + "/" + SnapshotPath($0).text })
        let files = try files()
        let readings: [FlowReading] = files.filter { !known.contains($0) }.map { file in
            {
                Result { () throws(ReadingError) in
                    let bytes = try tree.bytes(of: file)
                    let flow = try SnapshotReader(file: file).flow(bytes)
                    try requireUnedited(bytes, file)
                    return flow
                }
            }
        }
        let missing = if let listing { try listing.missing.get() } else { try missing(among: files) }
        return readings + missing.map { problem in { .failure(problem) } }
    }

    private static let wayOut = "take the snapshots again with `flowdrift snapshot`"

    private var withoutIndex: ReadingError {
        let place = Place(file: name + "/" + Self.indexName)
        return ReadingError("The snapshots are not whole: there is no index", at: place, wayOut: Self.wayOut)
    }

    /// What the index promises and the folder does not hold: a run was cut short, or a file was taken away.
    private func missing(among files: [String]) throws(ReadingError) -> [ReadingError] {
        guard let index = try indexIfPresent() else { return [withoutIndex] }
        let present = Set(files)
        return index.flows.filter { !present.contains(name + "/" + $0.file) }.map {
            let problem = "The snapshot of '\($0.entry.key)' is in the index, and not in the folder"
            return ReadingError(problem, at: Place(file: name + "/" + $0.file), wayOut: Self.wayOut)
        }
    }

    func events() throws(ReadingError) -> EventCatalogue {
        let file = name + "/" + Self.topicsName
        guard let bytes = try tree.bytesIfPresent(of: file) else { return .embedded }
        return .embedded.overriding(with: try SnapshotReader(file: file).topics(bytes))
    }

    func strayTriggers() throws(ReadingError) -> (triggers: [Trigger], file: String?) {
        let file = name + "/" + Self.triggersName
        guard let bytes = try tree.bytesIfPresent(of: file) else { return ([], nil) }
        return (try SnapshotReader(file: file).triggers(bytes), file)
    }

    func ids() throws(ReadingError) -> [FlowKey: FlowID] {
        try index().ids
    }

    func surroundings() throws(ReadingError) -> Judge.Surroundings {
        // Without an index nobody knows which flows there are, and none is missing.
        guard let index = try indexIfPresent() else { throw withoutIndex }
        var set = try flowSet()
        if index.hasNoTriggers, set.strayTriggers == nil { set.strayTriggers = [] }
        var entries = index.flows.map(\.entry)
        let known = Set(entries.map(\.key))
        entries += set.flows.map(\.entry).filter { !known.contains($0.key) }
        return Judge.Surroundings(entries: entries.sorted { $0.key < $1.key }, triggers: set.placedTriggers)
    }

    /// The index; an empty one where there is none.
    func index() throws(ReadingError) -> SnapshotIndex {
        try indexIfPresent() ?? SnapshotIndex()
    }

    private func indexIfPresent() throws(ReadingError) -> SnapshotIndex? {
        if let listing { return try listing.index.get() }
        let file = name + "/" + Self.indexName
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        return try SnapshotReader(file: file).index(bytes)
    }

    /// Whether whoever wrote the snapshots knew the triggers of all flows; exports often have none.
    func knowsTriggers() throws(ReadingError) -> Bool {
        let index = try index()
        if index.hasNoTriggers || !index.triggers.isEmpty { return true }
        return try tree.bytesIfPresent(of: name + "/" + Self.triggersName) != nil
    }

    /// The files of all snapshots, in order of path.
    func files() throws(ReadingError) -> [String] {
        if let listing { return try listing.files.get() }
        let own = [Self.indexName, Self.triggersName, Self.topicsName].map { name + "/" + $0 }
        return try tree.files(below: name).filter { $0.endsInBytes(".yaml") && !own.contains($0) }
    }

    /// Every snapshot at once, with its id, and the triggers whose target has none.
    func flowSet() throws(ReadingError) -> FlowSet {
        var flows: [Flow] = []
        let entries = try index().flows.reduce(into: [:]) { entries, flow in entries[flow.entry.key] = flow.entry }
        let files = try files()
        for file in files {
            let flow = try SnapshotReader(file: file).flow(tree.bytes(of: file))
            flows.append(flow.completed(by: entries[flow.key]))
        }
        let strayFile = name + "/" + Self.triggersName
        let bytes = try tree.bytesIfPresent(of: strayFile)
        let stray = try bytes.map { (bytes) throws(ReadingError) in try SnapshotReader(file: strayFile).triggers(bytes)
        }
        let problems = [interruption()].compactMap(\.self) + (try missing(among: files))
        return FlowSet(flows: flows, entries: [], strayTriggers: stray, problems: problems)
    }
}

extension SnapshotSource {
    /// Whether a run that writes here has not finished.
    var isHalfWritten: Bool { (try? tree.bytesIfPresent(of: name + "/" + RunMark.name)) != nil }

    func interruption() -> ReadingError? {
        guard isHalfWritten else { return nil }
        return ReadingError(
            "A run that writes these snapshots was cut short, or is not done yet",
            at: Place(file: name),
            wayOut: "take them again with `flowdrift snapshot`"
        )
    }

    func held() -> any FlowSource {
        // Of half a set the digests say nothing; and where the index cannot be read, whoever asks for all flows says so.
        guard digests == nil, !isHalfWritten, let index = try? index(), !index.flows.isEmpty else { return self }
        var source = self
        source.digests = Dictionary(index.flows.map { (name + "/" + $0.file, $0.digest) }) { first, _ in first }
        return source
    }

    func confirms(_ note: FlowNote) -> Bool {
        guard let digests, let digest = note.digest else { return true }
        return note.file.flatMap { digests[$0] } == digest
    }

    /// Throws where a snapshot is not the one that was written: nothing is in sync because of what somebody typed.
    private func requireUnedited(_ bytes: [UInt8], _ file: String) throws(ReadingError) {
        guard let digests else { return }
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
}

extension Flow {
    /// The flow of a snapshot with what only the index tells: its id, and that it was published when it was read.
    func completed(by entry: FlowEntry?) -> Flow {
        var flow = self
        flow.id = entry?.id
        if availability == .unknown, entry?.publishedVersion != nil { flow.availability = .available }
        return flow
    }
}

extension SnapshotIndex {
    /// The ids of the flows, by type and name.
    var ids: [FlowKey: FlowID] { flows.reduce(into: [:]) { ids, flow in ids[flow.entry.key] = flow.entry.id } }
}
