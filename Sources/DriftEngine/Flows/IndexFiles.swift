import DriftCore

/// The files of an environment's index: `index.yaml`, and the entries in the folder `index`.
struct IndexFiles: Sendable {
    /// The environment's folder: `snapshots/prod`.
    let environment: String

    let tree: any FileTree

    /// The files of the entries, in order of path; empty if an earlier version of flowdrift wrote the environment.
    func entryFiles() throws(ReadingError) -> [String] {
        let folder = environment + "/" + SnapshotIndex.entriesFolder
        guard tree.isFolder(folder) else { return [] }
        return try tree.files(below: folder).filter { $0.endsInBytes(".yaml") }
    }

    /// Reads the index.
    ///
    /// An entry that can't be read is a problem of the index. A check can then name each such entry, and the next
    /// snapshot can write it again.
    ///
    /// - Returns: The index, or `nil` if there is none.
    /// - Throws: ``ReadingError`` if `index.yaml` can't be read and there are no entries.
    func index() throws(ReadingError) -> SnapshotIndex? {
        let file = environment + "/" + SnapshotIndex.name
        guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
        let files = try entryFiles()
        var (entries, unreadable) = readEntries(files)
        var index = SnapshotIndex(files: [:])
        do throws(ReadingError) {
            index = try SnapshotReader(file: file).index(bytes)
        } catch {
            guard !files.isEmpty else { throw error }
            unreadable[file] = error
        }
        index = index.adding(entries)
        index.problems = unreadable.merging(index.doubledIDs(in: environment)) { error, _ in error }
        return index
    }

    /// The files to change so that they match an index: each with its new text, or `nil` to delete it.
    ///
    /// `index.yaml` is last.
    ///
    /// - Throws: ``ReadingError`` if a present file can't be read.
    func changes(to index: SnapshotIndex) throws(ReadingError) -> [(file: String, text: String?)] {
        var wanted: [String: String] = [:]
        for (path, text) in SnapshotWriter().texts(of: index) { wanted[environment + "/" + path] = text }
        var changes: [(file: String, text: String?)] = []
        let name = environment + "/" + SnapshotIndex.name
        for file in try entryFiles() + [name] {
            let bytes = try tree.bytesIfPresent(of: file)
            if let text = wanted[file] {
                if bytes == Array(text.utf8) { wanted[file] = nil }
            } else if let bytes, bytes.starts(with: "# \(SnapshotWriter.header)".utf8) {
                changes.append((file, nil))
            }
        }
        changes += wanted.map { ($0.key, $0.value) }
        return changes.sorted { ($0.file == name ? 1 : 0, $0.file) < ($1.file == name ? 1 : 0, $1.file) }
    }

    private func readEntries(_ files: [String]) -> (entries: [IndexEntry], unreadable: [String: ReadingError]) {
        let start = environment.utf8.count + 1
        let tree = tree
        let results = concurrently(files) { file -> Result<IndexEntry?, ReadingError> in
            Result { () throws(ReadingError) in
                // Another run may have deleted the file meanwhile.
                guard let bytes = try tree.bytesIfPresent(of: file) else { return nil }
                let path = String(decoding: file.utf8.dropFirst(start), as: UTF8.self)
                return try SnapshotReader(file: file).entry(bytes, path: path)
            }
        }
        var (entries, unreadable): ([IndexEntry], [String: ReadingError]) = ([], [:])
        entries.reserveCapacity(files.count)
        for (file, result) in zip(files, results) {
            switch result {
            case .success(let entry?): entries.append(entry)
            case .success(nil): break
            case .failure(let error): unreadable[file] = error
            }
        }
        return (entries, unreadable)
    }
}
