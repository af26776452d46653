package import DriftCore

/// Files that can be read: those of the disk, or those of a git revision.
package protocol FileTree: Sendable {
    /// What the paths of the tree begin with: nothing for the disk, `main:` for a revision.
    var root: String { get }

    /// Reads a file; nil where there is none.
    ///
    /// - Parameters:
    ///   - file: The path, which is how messages name it.
    ///   - largest: The most bytes that it may have; `nil` for what people write by hand.
    /// - Returns: The file's bytes.
    /// - Throws: `ReadingError` where it can't be read, is larger, or is closed to the run.
    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]?

    /// What keeps a path from being read as an ordinary file; nil where nothing does.
    func oddity(of file: String) -> FileOddity?

    /// What is below a folder.
    ///
    /// - Parameters:
    ///   - folder: The path; the files' paths begin with it.
    ///   - names: The names of folders that are left out.
    /// - Returns: The files, and what was left out or refused.
    /// - Throws: `ReadingError` where a folder can't be listed.
    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents

    /// The files that are hidden below a folder, as far as they can be seen, in order of path.
    ///
    /// - Parameter hidden: What ``FolderContents/hidden`` has.
    /// - Returns: The files' paths.
    func filesInSight(below hidden: [String]) -> [String]

    /// The names of the folders directly in a folder, in order; none where there is no such folder.
    func folders(in folder: String) throws(ReadingError) -> [String]

    /// Whether anything has that name, whether it can be read or not.
    func exists(_ path: String) -> Bool

    /// Whether a path is a folder.
    func isFolder(_ path: String) -> Bool

    /// Whether there is a folder.
    ///
    /// - Throws: `ReadingError` where something else is in its place, or the system doesn't tell.
    func hasFolder(_ path: String) throws(ReadingError) -> Bool

    /// The name of a folder that is directly in another; nil for any other path.
    func name(of path: String, in folder: String) -> String?
}

/// What is below a folder, each in order of path.
package struct FolderContents: Sendable {
    /// The files.
    package var files: [String]

    /// The files and folders that were left out because their names begin with a dot.
    package var hidden: [String]

    /// The folders that were left out because the caller named them.
    package var leftOut: [String]

    /// What leads to files that are closed to the run.
    package var problems: [ReadingError]

    /// Makes contents.
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

/// What keeps a path from being read as an ordinary file.
package enum FileOddity: Sendable {
    /// It has more bytes than are read; the first of them, and how many are read.
    case tooLarge(beginning: [UInt8], largest: Int)
    /// It is a pipe, a socket or a device.
    case special
}

extension FileTree {
    package var root: String { "" }

    /// Reads a file of a size that people write by hand; nil where there is none.
    package func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]? {
        try bytesIfPresent(of: file, upTo: nil)
    }

    /// Reads a file that must be there.
    package func bytes(of file: String, upTo largest: Int? = nil) throws(ReadingError) -> [UInt8] {
        guard let bytes = try bytesIfPresent(of: file, upTo: largest) else {
            throw ReadingError("There is no such file", at: Place(file: file))
        }
        return bytes
    }

    /// The files below a folder in order of path, what begins with a dot left out; their paths begin with the folder's.
    package func files(below folder: String) throws(ReadingError) -> [String] {
        let found = try contents(below: folder, without: [])
        if let problem = found.problems.first { throw problem }
        return found.files
    }

    /// The owners that a CODEOWNERS file names; nil where there is none that can be read.
    package func codeOwners() -> CodeOwners? {
        for place in CodeOwners.places {
            guard let bytes = try? bytesIfPresent(of: root + place) else { continue }
            return CodeOwners(String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }
}

/// The refusal of a file that is closed to a run, because it is outside the repository.
package enum ClosedFile {
    /// What to do about a file of the disk.
    package static let fix = "move it into the repository, or allow its folder with --allow-path DIR"

    /// What to do about a path of a revision.
    package static let fixInRevision = "name a file of the repository, relative to the contract"

    /// Whether an error is such a refusal, which names the fix itself.
    package static func refuses(_ error: ReadingError) -> Bool { [fix, fixInRevision].contains(error.wayOut) }
}

extension String {
    /// The folder of a file, `.` for one without a folder.
    package var folderOfFile: String {
        lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "."
    }

    /// The path without slashes at its end, unless it is the root.
    package var withoutTrailingSlash: String {
        var path = self[...]
        while path.count > 1, path.last == "/" { path = path.dropLast() }
        return String(path)
    }

    /// Whether the text's last bytes are those of another, which for thousands of paths is found faster than a suffix.
    package func endsInBytes(_ end: String) -> Bool {
        utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    }

    /// Whether a file of that name holds YAML, in whatever letter case that is said.
    package var isNamedAsYAML: Bool {
        if endsInBytes(".yaml") || endsInBytes(".yml") { return true }
        let end = suffix(5).lowercased()
        return end.hasSuffix(".yaml") || end.hasSuffix(".yml")
    }
}
