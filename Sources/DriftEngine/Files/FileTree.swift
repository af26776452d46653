package import DriftCore

/// Files that can be read: those on disk, or those of a git revision.
package protocol FileTree: Sendable {
    /// The prefix of the paths in the tree: empty for the disk, `main:` for the revision `main`.
    var root: String { get }

    /// The path from the top of the repository to the folder where relative paths start; empty if they are the same.
    var folderFromTop: String { get }

    /// Reads a file, or returns `nil` if it doesn't exist.
    ///
    /// `largest` is the maximum size in bytes, or `nil` for the limit for handwritten files.
    ///
    /// - Throws: `ReadingError` if the file can't be read, is larger, or is outside the folders that the run may read.
    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]?

    /// Why a path can't be read as an ordinary file, or `nil` if it can.
    func oddity(of file: String) -> FileOddity?

    /// Lists the files in a folder and its subfolders, without subfolders of the given names.
    ///
    /// Each path begins with the folder's path.
    ///
    /// - Throws: `ReadingError` if a folder can't be listed.
    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents

    /// The files at and below ``FolderContents/hidden`` paths, in order of path.
    ///
    /// Folders that can't be listed are left out.
    func filesInSight(below hidden: [String]) -> [String]

    /// The names of the folders directly in a folder, in order, or empty if it doesn't exist.
    func folders(in folder: String) throws(ReadingError) -> [String]

    /// Whether anything exists at a path, readable or not.
    func exists(_ path: String) -> Bool

    func isFolder(_ path: String) -> Bool

    /// Whether a folder exists.
    ///
    /// Throws if a file is at the path, or if the system can't say whether the folder exists.
    func hasFolder(_ path: String) throws(ReadingError) -> Bool

    /// The name of a folder directly in another, or `nil` for any other path.
    func name(of path: String, in folder: String) -> String?
}

/// The contents of a folder and its subfolders, as lists that are sorted by path.
package struct FolderContents: Sendable {
    package var files: [String]

    /// The files and folders that were left out because their names begin with a dot.
    package var hidden: [String]

    /// The folders that were left out because the caller named them.
    package var leftOut: [String]

    /// The errors for paths that lead to files which the run may not read.
    package var problems: [ReadingError]

    package init(
        files: [String] = [],
        hidden: [String] = [],
        leftOut: [String] = [],
        problems: [ReadingError] = []
    ) {
        self.files = files
        self.hidden = hidden
        self.leftOut = leftOut
        self.problems = problems
    }
}

/// The reason why a path can't be read as an ordinary file.
package enum FileOddity: Sendable {
    /// The file is too large.
    ///
    /// The values are its first bytes, and the limit in bytes.
    case tooLarge(beginning: [UInt8], largest: Int)
    /// The path is that of a pipe, a socket or a device.
    case special
}

extension FileTree {
    package var root: String { "" }

    package var folderFromTop: String { "" }

    /// Reads a file of a size that people write by hand, or returns `nil` if it doesn't exist.
    package func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]? {
        try bytesIfPresent(of: file, upTo: nil)
    }

    /// Reads a file that must exist.
    package func bytes(of file: String, upTo largest: Int? = nil) throws(ReadingError) -> [UInt8] {
        guard let bytes = try bytesIfPresent(of: file, upTo: largest) else {
            throw ReadingError("There is no such file", at: Place(file: file))
        }
        return bytes
    }

    /// The files in a folder and its subfolders in order of path, without hidden files.
    ///
    /// Each path begins with the folder's path.
    package func files(below folder: String) throws(ReadingError) -> [String] {
        let found = try contents(below: folder, without: [])
        if let problem = found.problems.first { throw problem }
        return found.files
    }

    /// The path of a file that another file names relative to its own folder, without `.` and `..`.
    package func path(of name: String, besides file: String) -> String {
        name.hasPrefix("/") ? name : root + FilePath(name, in: String(file.dropFirst(root.count))).text
    }

    /// The path of a file from the top of the repository, as CODEOWNERS writes it.
    package func pathFromTop(_ file: String) -> String {
        FilePath(folderFromTop + "/" + file.dropFirst(root.count)).text.trimmingSlash
    }

    /// The owners that a CODEOWNERS file names, or `nil` if no such file can be read.
    package func codeOwners() -> CodeOwners? {
        let up = String(repeating: "../", count: folderFromTop.split(separator: "/").count)
        for place in CodeOwners.places {
            guard let bytes = try? bytesIfPresent(of: root + up + place) else { continue }
            return CodeOwners(String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }
}

/// The refusal to read a file that is outside the repository.
package enum ClosedFile {
    /// The fix for a file on disk.
    package static let fix = "move the file into the repository, or allow its folder with --allow-path DIR"

    /// The fix for a path of a revision.
    package static let fixInRevision = "name a file in the repository, with a path relative to the contract"

    /// Whether an error is the refusal of a file outside the repository; the error's fix shows that.
    package static func refuses(_ error: ReadingError) -> Bool { [fix, fixInRevision].contains(error.fix) }
}

extension String {
    /// The path without a slash at its beginning.
    fileprivate var trimmingSlash: String { hasPrefix("/") ? String(dropFirst()) : self }

    /// The folder of a file, or `.` if the path has none.
    package var folderOfFile: String {
        lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "."
    }

    /// The path without slashes at its end, unless it is the root.
    package var withoutTrailingSlash: String {
        var path = self[...]
        while path.count > 1, path.last == "/" { path = path.dropLast() }
        return String(path)
    }

    /// Whether the text ends in the bytes of `end`; faster than `hasSuffix` for thousands of paths.
    package func endsInBytes(_ end: String) -> Bool {
        utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    }

    /// Whether the name is that of a YAML file, in any letter case.
    package var isNamedAsYAML: Bool {
        if endsInBytes(".yaml") || endsInBytes(".yml") { return true }
        let end = suffix(5).lowercased()
        return end.hasSuffix(".yaml") || end.hasSuffix(".yml")
    }
}
