package import DriftCore
package import SourceText

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

    /// The same source, which verifies each file against the index.
    package func sealed() -> SnapshotSource {
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
    package func requireUnedited(_ bytes: [UInt8], _ file: String) throws(ReadingError) {
        guard let digests else { return }
        try requireUnedited(bytes, file, by: digests)
    }

    /// Throws where a snapshot has another digest, or none.
    package func requireUnedited(_ bytes: [UInt8], _ file: String, by digests: [String: String]) throws(ReadingError) {
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
    package func requireUntouched(_ file: String, _ bytes: [UInt8]?, _ index: SnapshotIndex?) throws(ReadingError) {
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
