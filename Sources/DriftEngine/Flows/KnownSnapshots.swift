package import DriftCore
package import GenesysCloud

/// The snapshots of an environment, each with the flow version that it was made from.
///
/// With these snapshots, a live run needn't request the flows that haven't changed.
package struct KnownSnapshots {
    package let flows: [FlowKey: KnownSnapshot]
    package let triggers: TriggerIDs

    /// The errors of flows with two snapshots, one of them at the path that earlier versions of flowdrift used.
    package let problems: [ReadingError]

    /// Whether the source of the snapshots had data on triggers; exports often have none.
    package let knowsTriggers: Bool

    /// The flows that the snapshots' triggers start, which are read whatever the filter says.
    private var required: Set<FlowKey> {
        Set(flows.values.compactMap { $0.flow.flatMap { $0.triggers.isEmpty ? nil : $0.key } })
    }

    /// Reads the snapshots of an environment, which may have no folder yet.
    ///
    /// If a snapshot can't be read, its flow is read from the org again.
    ///
    /// - Throws: ``ReadingError`` if the index or a folder can't be read.
    ///
    /// - Parameters:
    ///   - source: The snapshots.
    ///   - reader: The version number of the oldest reader whose snapshots are still used.
    package init(of source: SnapshotSource, madeBy reader: Int = SnapshotIndex.readerNumber) async throws {
        guard try source.tree.hasFolder(source.name) else {
            flows = [:]
            triggers = TriggerIDs()
            problems = []
            knowsTriggers = false
            return
        }
        let whole = try source.index()
        triggers = whole.triggers
        knowsTriggers = try source.knowsTriggers()
        let index = Dictionary(whole.flows.map { (source.name + "/" + $0.file, $0) }) { first, _ in first }
        let read = await inParallel(try source.files()) { file -> (FlowKey, KnownSnapshot)? in
            let entry = index[file]
            let bytes = try? source.tree.bytes(of: file)
            let flow = bytes.flatMap { try? SnapshotReader(file: file).flow($0) }
            guard let key = flow?.key ?? entry?.entry.key else { return nil }
            let isCurrent =
                entry.map { entry in
                    entry.reader >= reader && flow?.isStale == false
                        && bytes.map { SnapshotIndex.isDigest(entry.digest, of: $0) } ?? false
                } ?? false
            return (
                key,
                KnownSnapshot(
                    id: entry?.entry.id,
                    version: entry?.entry.publishedVersion,
                    isCurrent: isCurrent,
                    flow: flow?.completed(by: entry?.entry)
                )
            )
        }
        var flows = Dictionary(read.compactMap(\.self)) { first, _ in first }
        let twice = Dictionary(grouping: read.compactMap { $0?.1.flow }, by: \.key).filter { $1.count > 1 }
        problems = twice.sorted { $0.key < $1.key }.map { key, flows in
            source.twice(key, flows[0].file ?? source.name, flows[1].file ?? source.name)
        }
        for entry in index.values where flows[entry.entry.key] == nil {
            let known = KnownSnapshot(id: entry.entry.id, version: nil, isCurrent: false, flow: nil)
            flows[entry.entry.key] = known
        }
        self.flows = flows
    }
}

extension KnownSnapshots {
    /// The request for everything in the org that is compared with the snapshots.
    ///
    /// The flows in `named`, which contracts name, are read whatever the filter says. `readsDrafts` adds the drafts
    /// that are newer than their published version.
    package func request(_ filter: FlowFilter, named: Set<FlowKey>, readsDrafts: Bool = false) -> LiveRequest {
        LiveRequest(
            filter: filter,
            required: required.union(named),
            named: named,
            known: flows,
            knownTriggers: triggers,
            readsDrafts: readsDrafts
        )
    }
}
