import DriftCore
import Synchronization

/// The version numbers of the readers that made an environment's snapshots, which only the index has.
///
/// The index is only read for a snapshot with a value that an older reader got wrong.
final class SnapshotReaders: Sendable {
    private let folder: String
    private let tree: any FileTree
    private let numbers = Mutex<[String: Int]?>(nil)

    init(folder: String, of tree: any FileTree) {
        self.folder = folder
        self.tree = tree
    }

    /// Reads a snapshot.
    ///
    /// A value becomes unknown if the reader that made the snapshot couldn't determine it.
    func flow(_ bytes: [UInt8], file: String) throws(ReadingError) -> Flow {
        let flow = try SnapshotReader(file: file).flow(bytes)
        guard flow.dependsOnReader else { return flow }
        return flow.asKnown(byReader: number(of: file))
    }

    /// The version number of the reader that made a snapshot, or 0 if the index doesn't have it.
    private func number(of file: String) -> Int {
        numbers.withLock { numbers in
            let known = numbers ?? read()
            numbers = known
            return known[file] ?? 0
        }
    }

    /// The numbers in the index, or empty if it can't be read; code that needs the index reports that.
    private func read() -> [String: Int] {
        guard let index = try? IndexFiles(environment: folder, tree: tree).index() else { return [:] }
        return Dictionary(index.flows.map { (folder + "/" + $0.file, $0.reader) }) { first, _ in first }
    }
}
