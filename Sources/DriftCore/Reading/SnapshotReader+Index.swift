import YAML

extension SnapshotReader {
    /// Whether a root is an index: other files of flowdrift's own have `flows` too, but not by type and name.
    func isIndex(_ root: YAMLCursor) -> Bool {
        let own = ["flowdrift", "triggers", "flows"]
        guard
            let flows = root.value("flows")?.node, flows.kind == .mapping,
            root.node.entries.allSatisfy({ own.contains($0.key.text) })
        else { return false }
        return flows.entries.allSatisfy { FlowKey($0.key.text) != nil }
    }

    /// Reads an index from its root.
    func index(_ root: YAMLCursor) throws(ReadingError) -> SnapshotIndex {
        let root = try root.document("index.yaml", keys: ["flowdrift", "triggers", "flows"])
        var entries: [SnapshotIndex.Entry] = []
        for (key, value) in try root.required("flows", in: "index.yaml").entries("flows") {
            guard let flow = FlowKey(key.node.text) else {
                throw key.error("'\(key.node.text)' is not a flow, type/name")
            }
            entries.append(try entry(flow, value))
        }
        let hasNoTriggers = try root.value("triggers").map { (node) throws(ReadingError) in
            try node.choice("triggers", from: [("none", true)])
        }
        return SnapshotIndex(flows: entries, hasNoTriggers: hasNoTriggers ?? false)
    }

    private func entry(_ key: FlowKey, _ node: YAMLCursor) throws(ReadingError) -> SnapshotIndex.Entry {
        let settings = try node.mapping("a flow of the index", keys: ["id", "version", "file", "digest", "reader"])
        let entry = FlowEntry(
            key: key,
            id: settings.value("id").flatMap { FlowID($0.node.text) },
            publishedVersion: settings.value("version")?.node.text
        )
        return SnapshotIndex.Entry(
            entry: entry,
            file: try settings.required("file", in: "a flow of the index").text("a file"),
            digest: try settings.required("digest", in: "a flow of the index").text("a digest"),
            reader: try settings.required("reader", in: "a flow of the index").integer("reader")
        )
    }
}
