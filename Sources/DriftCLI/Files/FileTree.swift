import DriftCore

/// Files that can be read: those of the disk, or those of a git revision.
protocol FileTree: Sendable {
    /// Reads a file; nil where there is none.
    func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]?

    /// The files below a folder in order of path, what begins with a dot left out; their paths begin with the folder's.
    func files(below folder: String) throws(ReadingError) -> [String]

    /// The names of the folders directly in a folder, in order; none where there is no such folder.
    func folders(in folder: String) throws(ReadingError) -> [String]

    /// Whether a path is a folder.
    func isFolder(_ path: String) -> Bool
}

extension FileTree {
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

    func files(below folder: String) throws(ReadingError) -> [String] {
        try FolderWalk(context: context).files(below: folder)
    }

    func folders(in folder: String) throws(ReadingError) -> [String] {
        try FolderWalk(context: context).folders(in: folder)
    }

    func isFolder(_ path: String) -> Bool { FolderWalk(context: context).isFolder(path) }
}
