import YAML

extension SnapshotReader {
    /// Reads a file of the folder `index`.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - path: The file's path below the environment's folder.
    /// - Returns: The entry.
    /// - Throws: ``ReadingError`` if the file isn't a valid entry, or if the entry is about another flow than its path
    ///   says.
    public func entry(_ bytes: [UInt8], path: String) throws(ReadingError) -> IndexEntry {
        let entry = try entry(YAMLCursor.root(of: bytes, file: file, what: "an entry of the index"))
        guard entry.path == path else {
            throw ReadingError(
                "The entry is about '\(entry.name)', so its file should be \(entry.path), not \(path)",
                at: Place(file: file),
                fix: "take the snapshots again with `flowdrift snapshot`"
            )
        }
        return entry
    }

    private static let entryKeys = ["flowdrift", "entry", "triggers", "scheduledTriggers", "actions"]

    /// Whether the root is that of a file in the folder `index`.
    func isEntry(_ root: YAMLCursor) -> Bool {
        root.value("entry")?.node.kind == .mapping
            && root.node.entries.allSatisfy { Self.entryKeys.contains($0.key.text) }
    }

    func entry(_ root: YAMLCursor) throws(ReadingError) -> IndexEntry {
        let what = "an entry of the index"
        let root = try root.document(what, keys: Self.entryKeys)
        let settings = try root.required("entry", in: what)
            .mapping(what, keys: ["type", "name", "id", "version", "state", "snapshot", "digest", "reader", "file"])
        let triggers = TriggerIDs(
            events: try root.value("triggers").map { (node) throws(ReadingError) in try ids(node, "triggers") } ?? [:],
            scheduled: try root.value("scheduledTriggers")
                .map { (node) throws(ReadingError) in try ids(node, "scheduledTriggers") } ?? [:]
        )
        if let file = settings.value("file") {
            let names = [SnapshotIndex.triggersName, SnapshotIndex.topicsName, SnapshotIndex.callersName].map {
                ($0, $0)
            }
            return .file(
                try file.choice("file", from: names),
                digest: settings.value("digest")?.node.text,
                triggers: triggers,
                actions: try root.value("actions").map { (node) throws(ReadingError) in try ids(node, "actions") }
                    ?? [:]
            )
        }
        let type = try settings.required("type", in: what)
        guard let flowType = FlowType(try type.text("a flow's type")) else {
            throw type.error("'\(type.node.text)' is not a flow's type", "write a type such as `workflow`")
        }
        let key = FlowKey(type: flowType, name: try settings.required("name", in: what).text("a flow's name"))
        guard settings.value("digest") != nil else {
            return .listed(
                FlowEntry(
                    key: key,
                    id: settings.value("id").flatMap { FlowID($0.node.text) },
                    publishedVersion: settings.value("version")?.node.text,
                    availability: try state(settings.value("state"))
                )
            )
        }
        let file = try settings.value("snapshot").map { (node) throws(ReadingError) in try node.text("a file") }
        var entry = try entry(of: key, settings, file: file ?? SnapshotPath(key).text)
        entry.triggers = triggers
        return .flow(entry)
    }

    /// The content of an entry of the index that is in a folder of flow exports.
    func file(of entry: IndexEntry) -> FlowFile {
        switch entry {
        case .flow(let flow): .entries([flow.entry])
        case .listed(let flow): .entries([flow])
        case .file: .skipped(reason: "the file is flowdrift's, but not a snapshot")
        }
    }
}
