import YAML

extension SnapshotReader {
    /// Whether the root is that of an index.
    ///
    /// Other files of flowdrift have a key `flows` too, but they don't list flows by type and name.
    func isIndex(_ root: YAMLCursor) -> Bool {
        guard
            let flows = root.value("flows")?.node,
            root.node.entries.allSatisfy({ Self.indexKeys.contains($0.key.text) })
        else { return false }
        guard flows.kind == .mapping else { return flows.text == SnapshotIndex.entriesFolder }
        return flows.entries.allSatisfy { FlowKey($0.key.text) != nil }
    }

    func index(_ root: YAMLCursor) throws(ReadingError) -> SnapshotIndex {
        let root = try root.document("index.yaml", keys: Self.indexKeys)
        let flows = try root.required("flows", in: "index.yaml")
        let hasFolder = flows.node.kind == .scalar && flows.node.text == SnapshotIndex.entriesFolder
        var triggers = TriggerIDs()
        var hasNoTriggers = false
        if let node = root.value("triggers") {
            if node.node.kind == .mapping {
                triggers.events = try ids(node, "triggers")
            } else {
                hasNoTriggers = try node.choice("triggers", from: [("none", true)])
            }
        }
        if let node = root.value("scheduledTriggers") { triggers.scheduled = try ids(node, "scheduledTriggers") }
        let files = try root.value("files").map { (node) throws(ReadingError) in try texts(node, "files", "a digest") }
        var index = SnapshotIndex(
            flows: hasFolder ? [] : try entries(flows),
            hasNoTriggers: hasNoTriggers,
            strayTriggers: triggers,
            files: files ?? (hasFolder ? [:] : nil),
            listed: try listed(root.value("listed")),
            unread: try root.value("unread").map(unread) ?? []
        )
        index.hasFolder = hasFolder
        return index
    }

    /// The flows in an `index.yaml` of an earlier version, which has one line per flow.
    private func entries(_ flows: YAMLCursor) throws(ReadingError) -> [SnapshotIndex.Entry] {
        var entries: [SnapshotIndex.Entry] = []
        for (key, value) in try flows.entries("flows") {
            guard let flow = FlowKey(key.node.text) else {
                throw key.error("'\(key.node.text)' is not a flow's type and name", "write a flow as `type/name`")
            }
            let settings = try value.mapping(
                "a flow of the index",
                keys: ["id", "version", "file", "digest", "reader"]
            )
            let file = try settings.required("file", in: "a flow of the index").text("a file")
            entries.append(try entry(of: flow, settings, file: file))
        }
        return entries
    }

    /// Reads a flow's line in `index.yaml`, or its entry in the folder `index`.
    func entry(
        of flow: FlowKey,
        _ settings: YAMLCursor,
        file: String
    ) throws(ReadingError) -> SnapshotIndex.Entry {
        SnapshotIndex.Entry(
            entry: FlowEntry(
                key: flow,
                id: settings.value("id").flatMap { FlowID($0.node.text) },
                publishedVersion: settings.value("version")?.node.text
            ),
            file: file,
            digest: try settings.required("digest", in: "a flow of the index").text("a digest"),
            reader: try settings.required("reader", in: "a flow of the index").integer("reader")
        )
    }

    private static let indexKeys = ["flowdrift", "triggers", "scheduledTriggers", "files", "unread", "listed", "flows"]

    private func listed(_ node: YAMLCursor?) throws(ReadingError) -> [FlowEntry] {
        var entries: [FlowEntry] = []
        for (key, value) in try node?.entries("listed") ?? [] {
            guard let flow = FlowKey(key.node.text) else {
                throw key.error("'\(key.node.text)' is not a flow's type and name", "write a flow as `type/name`")
            }
            let settings = try value.mapping("a listed flow", keys: ["id", "version", "state"])
            entries.append(
                FlowEntry(
                    key: flow,
                    id: settings.value("id").flatMap { FlowID($0.node.text) },
                    publishedVersion: settings.value("version")?.node.text,
                    availability: try state(settings.value("state"))
                )
            )
        }
        return entries
    }

    private func unread(_ node: YAMLCursor) throws(ReadingError) -> [String] {
        var names: [String] = []
        for element in try node.elements("unread") { names.append(try element.text("a file")) }
        return names
    }

    func ids(_ node: YAMLCursor, _ what: String) throws(ReadingError) -> [String: String] {
        try texts(node, what, "a trigger's name")
    }

    private func texts(_ node: YAMLCursor, _ what: String, _ value: String) throws(ReadingError) -> [String: String] {
        var texts: [String: String] = [:]
        for (key, text) in try node.entries(what) { texts[key.node.text] = try text.text(value) }
        return texts
    }
}
