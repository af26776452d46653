package import DriftCore
import SourceText

/// What is beside the snapshots: `triggers.yaml` and `topics.yaml`.
extension SnapshotFolder {
    /// `topics.yaml`: what the org tells of the events that its triggers listen to.
    package func topicChange(_ topics: EventCatalogue?) throws -> [Change] {
        guard let topics else { return [] }
        let file = source.name + "/" + SnapshotSource.topicsName
        let text = SnapshotWriter().text(of: topics)
        guard try source.tree.bytesIfPresent(of: file) != Array(text.utf8) else { return [] }
        return [Change(file: file, text: text, key: nil, kind: .rewritten)]
    }

    /// `triggers.yaml`: written where the source knows triggers at all, so that their absence means something.
    package func strayTriggerChange(_ set: FlowSet, knowsTriggers: Bool) throws -> [Change] {
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
    package func fileDigests(
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
