import DriftCore
import SourceText

/// Files that can be read: those of the disk, or those of a git revision.
protocol FileTree: Sendable {
    /// Reads a file; nil where there is none.
    func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]?

    /// The files below a folder in order of path, those apart whose path has a name that begins with a dot.
    func contents(below folder: String) throws(ReadingError) -> (files: [String], hidden: [String])

    /// The names of the folders directly in a folder, in order; none where there is no such folder.
    func folders(in folder: String) throws(ReadingError) -> [String]

    /// Whether a path is a folder.
    func isFolder(_ path: String) -> Bool
}

extension FileTree {
    /// The files below a folder in order of path, what begins with a dot left out; their paths begin with the folder's.
    func files(below folder: String) throws(ReadingError) -> [String] { try contents(below: folder).files }

    /// Reads a file that must be there.
    func bytes(of file: String) throws(ReadingError) -> [UInt8] {
        guard let bytes = try bytesIfPresent(of: file) else {
            throw ReadingError("There is no such file", at: Place(file: file))
        }
        return bytes
    }

    /// The owners that a CODEOWNERS file names; nil where there is none that can be read.
    ///
    /// - Parameter root: What the paths of the tree begin with.
    /// - Returns: The owners.
    func codeOwners(below root: String = "") -> CodeOwners? {
        for place in CodeOwners.places {
            guard let bytes = try? bytesIfPresent(of: root + place) else { continue }
            return CodeOwners(String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }
}

/// The files of the disk.
struct DiskFiles: FileTree {
    /// The world that the files are in.
    let context: Context

    /// Made once: every core takes hold of it for each file.
    private let reader: FileReader

    init(context: Context) {
        self.context = context
        reader = FileReader(context: context)
    }

    func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]? {
        try reader.bytesIfPresent(of: file)
    }

    func contents(below folder: String) throws(ReadingError) -> (files: [String], hidden: [String]) {
        let walk = FolderWalk(context: context)
        let found = try walk.all(below: folder)
        if let problem = found.problems.first { throw problem }
        return (found.files, walk.filesInSight(below: found.hidden))
    }

    func folders(in folder: String) throws(ReadingError) -> [String] {
        try FolderWalk(context: context).folders(in: folder)
    }

    func isFolder(_ path: String) -> Bool { FolderWalk(context: context).isFolder(path) }
}
