import YAML

extension SnapshotWriter {
    /// The files of an index, by path below the environment's folder: `index.yaml`, and an entry for each flow.
    public func texts(of index: SnapshotIndex) -> [String: String] {
        var texts = [SnapshotIndex.name: text(of: index)]
        for entry in index.entries { texts[entry.path] = text(of: entry) }
        return texts
    }

    /// The text of `index.yaml`, which doesn't depend on the flows.
    private func text(of index: SnapshotIndex) -> String {
        var entries = [YAMLEntry("flowdrift", 1)]
        if index.hasNoTriggers { entries.append(YAMLEntry("triggers", "none")) }
        if !index.unread.isEmpty {
            entries.append(YAMLEntry("unread", .sequence(index.unread.map { .string($0) }, .block)))
        }
        return text(entries + [YAMLEntry("flows", .string(SnapshotIndex.entriesFolder))])
    }

    private func text(of entry: IndexEntry) -> String {
        let (settings, triggers, actions): ([YAMLEntry?], TriggerIDs, [String: String]) =
            switch entry {
            case .flow(let flow): (settings(of: flow), flow.triggers, [:])
            case .listed(let flow): (settings(of: flow) + [state(flow.availability)], TriggerIDs(), [:])
            case .file(let name, let digest, let triggers, let actions):
                (
                    [YAMLEntry("file", .string(name)), digest.map { YAMLEntry("digest", .string($0)) }], triggers,
                    actions
                )
            }
        return text(
            [YAMLEntry("flowdrift", 1), YAMLEntry("entry", .mapping(settings.compactMap(\.self), .flow))]
                + ids("triggers", triggers.events) + ids("scheduledTriggers", triggers.scheduled)
                + ids("actions", actions)
        )
    }

    private func settings(of flow: SnapshotIndex.Entry) -> [YAMLEntry?] {
        let isElsewhere = flow.file != SnapshotPath(flow.entry.key).text
        return settings(of: flow.entry) + [
            isElsewhere ? YAMLEntry("snapshot", .string(flow.file)) : nil,
            YAMLEntry("digest", .string(flow.digest)),
            YAMLEntry("reader", .integer(flow.reader)),
        ]
    }

    /// All settings are on one line, so that a merge of two versions has to choose one of them.
    private func settings(of flow: FlowEntry) -> [YAMLEntry?] {
        [
            YAMLEntry("type", .string(flow.key.type.name)),
            YAMLEntry("name", .string(flow.key.name)),
            flow.id.map { YAMLEntry("id", .string($0.text)) },
            flow.publishedVersion.map { YAMLEntry("version", .string($0)) },
        ]
    }

    private func ids(_ key: String, _ names: [String: String]) -> [YAMLEntry] {
        guard !names.isEmpty else { return [] }
        let entries = names.sorted { $0.key < $1.key }.map { YAMLEntry($0.key, .string($0.value)) }
        return [YAMLEntry(key, .mapping(entries, .block))]
    }
}
