import DriftCore
import Foundation

/// Writes whole files: to the side, then renamed, so that each is old or new and never half.
struct FileWriter {
    /// The world that the files are in.
    let context: Context

    /// What the name of a file that is being written ends with; one that was left behind belongs to a killed run.
    static let suffix = ".flowdrift-writing"

    /// Writes a file, and makes its folder where there is none.
    func replace(_ file: String, with text: String) throws(ReadingError) {
        let path = context.path(file)
        try makeFolder(of: path, file)
        let temporary = path + Self.suffix
        do throws(ReadingError) {
            try writeWhole(Array(text.utf8), to: temporary, file)
            guard rename(temporary, path) == 0 else { throw FileReader.error(errno, "write", file) }
        } catch {
            unlink(temporary)
            throw error
        }
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
        let temporary = path + Self.suffix
        defer { unlink(temporary) }
        try writeWhole(Array(text.utf8), to: temporary, file)
        // Unlike a rename, a link takes nobody's place.
        guard link(temporary, path) != 0 else { return }
        guard errno != EEXIST else {
            throw ReadingError("It exists already, so it was not written", at: Place(file: file))
        }
        throw FileReader.error(errno, "write", file)
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
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ReadingError("Cannot make its folder: \(Self.reason(error))", at: Place(file: file))
        }
    }

    private func writeWhole(_ bytes: [UInt8], to path: String, _ file: String) throws(ReadingError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileReader.error(errno, "write", file) }
        var failure = Self.writeAll(bytes, to: descriptor)
        // A full disk may show only here, where the system writes what it had put off.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw FileReader.error(failure, "write", file) }
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

    private static func reason(_ error: any Error) -> String {
        (error as NSError).localizedDescription
    }
}
