import DriftCore
import Foundation

/// Writes whole files: renames a finished temporary file, so that a file always has its old text or its new one.
struct FileWriter {
    let context: Context

    /// Writes a file, creates its folder if needed, and removes the temporary files of killed runs.
    func replace(_ file: String, with text: String) throws(ReadingError) {
        try put(file, text)
        Leftovers(besides: context.path(file)).remove()
    }

    /// Writes a file, and creates its folder if needed.
    func put(_ file: String, _ text: String) throws(ReadingError) {
        let path = context.path(file)
        try makeFolder(of: path, file)
        try draft(of: path, text, file) { draft in rename(draft, path) == 0 ? 0 : errno }
    }

    /// Writes a file that the user named, as ``replace(_:with:)`` does, but only over an ordinary file.
    ///
    /// The user wouldn't expect that a link or a device, such as `/dev/stdout`, is replaced by a file.
    func create(_ file: String, with text: String) throws(ReadingError) {
        try requireOrdinary(file)
        try replace(file, with: text)
    }

    /// Creates the folder of a file that ``create(_:with:)`` writes later; throws if the path can't be a file's.
    func prepare(_ file: String) throws(ReadingError) {
        try requireOrdinary(file)
        try makeFolder(of: context.path(file), file)
    }

    private func requireOrdinary(_ file: String) throws(ReadingError) {
        var status = stat()
        guard lstat(context.path(file), &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
        let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a link, a pipe or a device"
        throw ReadingError("Cannot write the file: expected a file, found \(kind)", at: Place(file: file))
    }

    /// Writes a new file; throws if anything already exists at its path.
    func make(_ file: String, with text: String) throws(ReadingError) {
        let path = context.path(file)
        try makeFolder(of: path, file)
        // Unlike a rename, a link doesn't replace an existing file.
        try draft(of: path, text, file) { draft in
            let failure = link(draft, path) == 0 ? 0 : errno
            unlink(draft)
            return failure
        }
    }

    /// Appends text to a file, all of it or nothing, and creates the file if needed.
    func append(_ text: String, to file: String) throws(ReadingError) {
        let descriptor = open(context.path(file), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileReader.error(errno, "write the file", file) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = errno
            close(descriptor)
            throw FileReader.error(failure, "write the file", file)
        }
        var failure = Self.writeAll(Array(text.utf8), to: descriptor)
        if failure != 0 { ftruncate(descriptor, status.st_size) }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw FileReader.error(failure, "write the file", file) }
    }

    /// Removes a file; does nothing if the file doesn't exist.
    func remove(_ file: String) throws(ReadingError) {
        guard unlink(context.path(file)) == 0 || errno == ENOENT else {
            throw FileReader.error(errno, "remove the file", file)
        }
    }

    private func makeFolder(of path: String, _ file: String) throws(ReadingError) {
        let failure = Self.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        guard failure == 0 else { throw FileReader.error(failure, "make the folder of the file", file) }
    }

    /// Writes a temporary file, and then calls `settle` with the temporary file's path.
    ///
    /// `settle` puts the file in its place, and returns the system's error code, or 0.
    private func draft(
        of path: String,
        _ text: String,
        _ file: String,
        settle: (String) -> Int32
    ) throws(ReadingError) {
        guard let draft = DraftFile(of: path) else { throw FileReader.error(errno, "write the file", file) }
        defer { draft.close() }
        var failure = Self.writeAll(Array(text.utf8), to: draft.descriptor)
        if failure == 0 { failure = draft.flush() }
        if failure == 0 { failure = settle(draft.path) }
        guard failure != 0 else { return }
        unlink(draft.path)
        guard failure != EEXIST else {
            throw ReadingError("The file already exists, so it was not written", at: Place(file: file))
        }
        throw FileReader.error(failure, "write the file", file)
    }

    /// Writes bytes to an open file; returns the system's error code, or 0.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let number = write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if number < 0, errno == EINTR { continue }
                if number < 0 { return errno }
                written += number
            }
            return 0
        }
    }

    /// Creates a folder and its parents; returns the system's error code, or 0.
    static func makeFolder(_ path: String) -> Int32 {
        guard mkdir(path, 0o777) != 0 else { return 0 }
        switch errno {
        case EEXIST:
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? 0 : ENOTDIR
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return ENOENT }
            let failure = makeFolder(String(path[..<slash]))
            guard failure == 0 else { return failure }
            return mkdir(path, 0o777) == 0 || errno == EEXIST ? 0 : errno
        default: return errno
        }
    }
}
