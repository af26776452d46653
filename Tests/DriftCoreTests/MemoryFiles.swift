import DriftEngine
import SourceText

/// Files in memory, for tests that don't need a disk.
struct MemoryFiles: FileTree {
    var texts: [String: String]

    /// The beginning of the paths: `main:` for a revision.
    var root = ""

    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]? {
        texts[file].map { Array($0.utf8) }
    }

    func oddity(of file: String) -> FileOddity? { nil }

    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents {
        FolderContents(files: texts.keys.filter { $0.hasPrefix(folder + "/") }.sorted())
    }

    func filesInSight(below hidden: [String]) -> [String] { hidden }

    func folders(in folder: String) throws(ReadingError) -> [String] {
        let inside = texts.keys.filter { $0.hasPrefix(folder + "/") }.map { $0.dropFirst(folder.count + 1) }
        return Set(inside.filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first.map(String.init) })
            .sorted()
    }

    func exists(_ path: String) -> Bool { texts[path] != nil || isFolder(path) }

    func isFolder(_ path: String) -> Bool { texts.keys.contains { $0.hasPrefix(path + "/") } }

    func hasFolder(_ path: String) throws(ReadingError) -> Bool { isFolder(path) }

    func name(of path: String, in folder: String) -> String? {
        guard path.hasPrefix(folder + "/") else { return nil }
        let rest = path.dropFirst(folder.count + 1)
        return rest.contains("/") ? nil : String(rest)
    }
}
