import DriftCore
import DriftEngine
import Foundation

/// The files on disk.
struct DiskFiles: FileTree {
    let context: Context

    /// Made only once, because every file on every core needs a reader.
    private let reader: FileReader

    private var walk: FolderWalk { FolderWalk(context: context) }

    let folderFromTop: String

    init(context: Context) {
        self.context = context
        folderFromTop = context.folderFromTop
        reader = FileReader(context: context)
    }

    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]? {
        guard let largest else { return try reader.bytesIfPresent(of: file) }
        return try FileReader(context: context, largest: largest).bytesIfPresent(of: file)
    }

    func oddity(of file: String) -> FileOddity? {
        if let beginning = reader.beginningIfTooLarge(file) {
            return .tooLarge(beginning: beginning, largest: reader.largest)
        }
        var status = stat()
        guard stat(context.path(file), &status) == 0 else { return nil }
        return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) ? nil : .special
    }

    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents {
        try walk.all(below: folder, without: names)
    }

    func filesInSight(below hidden: [String]) -> [String] { walk.filesInSight(below: hidden) }

    func folders(in folder: String) throws(ReadingError) -> [String] { try walk.folders(in: folder) }

    func exists(_ path: String) -> Bool { walk.exists(path) }

    func isFolder(_ path: String) -> Bool { walk.isFolder(path) }

    func hasFolder(_ path: String) throws(ReadingError) -> Bool { try walk.hasFolder(path) }

    func name(of path: String, in folder: String) -> String? {
        let path = FilePath(context.path(path)).text
        guard let slash = path.lastIndex(of: "/"), walk.isOneFolder(String(path[..<slash]), folder) else { return nil }
        return String(path[path.index(after: slash)...])
    }
}
