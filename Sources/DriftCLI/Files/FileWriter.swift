import DriftCore
import Foundation

/// Writes whole files: to the side, then renamed, so that each is old or new and never half.
struct FileWriter {
    /// The world that the files are in.
    let context: Context

    /// Writes a file, makes its folder where there is none, and takes away what killed runs left of it.
    func replace(_ file: String, with text: String) throws(ReadingError) {
        try put(file, text)
        Leftovers(besides: context.path(file)).remove()
    }

    /// Writes a file, and makes its folder where there is none.
    func put(_ file: String, _ text: String) throws(ReadingError) {
        let path = context.path(file)
        try makeFolder(of: path, file)
        try draft(of: path, text, file) { draft in rename(draft, path) == 0 ? 0 : errno }
    }

    /// Writes a file of the user's own naming: as ``replace(_:with:)`` does, but nothing that is no ordinary file.
    ///
    /// Where a link or a device stands, such as `/dev/stdout`, a file in its place would surprise everybody.
    func create(_ file: String, with text: String) throws(ReadingError) {
        var status = stat()
        if lstat(context.path(file), &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a link, a pipe or a device"
            throw ReadingError("Cannot write it: expected a file, found \(kind)", at: Place(file: file))
        }
        try replace(file, with: text)
    }

    /// Writes a file where there is none; whatever stands there already stays as it is.
    ///
    /// - Throws: ``ReadingError`` where something stands there, or it cannot be written.
    func make(_ file: String, with text: String) throws(ReadingError) {
        let path = context.path(file)
        try makeFolder(of: path, file)
        // Unlike a rename, a link takes nobody's place.
        try draft(of: path, text, file) { draft in
            let failure = link(draft, path) == 0 ? 0 : errno
            unlink(draft)
            return failure
        }
    }

    /// Adds text to the end of a file, all of it or nothing, and makes the file where there is none.
    func append(_ text: String, to file: String) throws(ReadingError) {
        let descriptor = open(context.path(file), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileReader.error(errno, "write", file) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = errno
            close(descriptor)
            throw FileReader.error(failure, "write", file)
        }
        var failure = Self.writeAll(Array(text.utf8), to: descriptor)
        if failure != 0 { ftruncate(descriptor, status.st_size) }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw FileReader.error(failure, "write", file) }
    }

    /// Removes a file; one that is gone already is no error.
    func remove(_ file: String) throws(ReadingError) {
        guard unlink(context.path(file)) == 0 || errno == ENOENT else { throw FileReader.error(errno, "remove", file) }
    }

    private func makeFolder(of path: String, _ file: String) throws(ReadingError) {
        let failure = Self.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        guard failure == 0 else { throw FileReader.error(failure, "make the folder of", file) }
    }

    /// Writes a draft, and has it take its place; `settle` takes the draft's path and gives the system's code, or 0.
    private func draft(
        of path: String,
        _ text: String,
        _ file: String,
        settle: (String) -> Int32
    ) throws(ReadingError) {
        guard let draft = DraftFile(of: path) else { throw FileReader.error(errno, "write", file) }
        defer { draft.close() }
        var failure = Self.writeAll(Array(text.utf8), to: draft.descriptor)
        if failure == 0 { failure = draft.flush() }
        if failure == 0 { failure = settle(draft.path) }
        guard failure != 0 else { return }
        unlink(draft.path)
        guard failure != EEXIST else {
            throw ReadingError("It exists already, so it was not written", at: Place(file: file))
        }
        throw FileReader.error(failure, "write", file)
    }

    /// Writes bytes to an open file; the system's code for what went wrong, or 0.
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

    /// Makes a folder with all above it; the system's code for what went wrong, or 0.
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
