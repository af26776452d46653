import DriftCore
import Foundation

/// Reads whole files; throws for anything but an ordinary file of acceptable size.
struct FileReader {
    let context: Context

    /// Whether to read only files of the repository and those that the command line names.
    var isConfined = true

    /// The largest file that is read, in bytes; files that people write by hand are far smaller.
    var largest = 64 << 20

    /// The most bytes to read of a file, or `nil` for all of it.
    var limit: Int?

    /// Reads a file that must exist; messages show its path.
    func bytes(of file: String) throws(ReadingError) -> [UInt8] {
        guard let bytes = try bytesIfPresent(of: file) else {
            throw ReadingError("There is no such file", at: Place(file: file))
        }
        return bytes
    }

    /// The beginning of a file that is too large to read, or `nil` if it isn't.
    func beginningIfTooLarge(_ file: String) -> [UInt8]? {
        var status = stat()
        guard stat(context.path(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > largest
        else {
            return nil
        }
        var reader = self
        (reader.largest, reader.limit) = (.max, 1 << 16)
        return try? reader.bytes(of: file)
    }

    /// Reads a file, or returns `nil` if it doesn't exist.
    func bytesIfPresent(of file: String) throws(ReadingError) -> [UInt8]? {
        // Without O_NONBLOCK, opening a named pipe would wait for a writer.
        let descriptor = open(context.path(file), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if let confinement, !confinement.mayName(file) { throw confinement.refusal(of: file) }
            guard code == ENOENT || code == ENOTDIR else { throw Self.error(code, "read the file", file) }
            // A broken link doesn't count as a missing file: a run must not use the default settings if somebody wrote
            // settings.
            var status = stat()
            guard lstat(context.path(file), &status) == 0 else { return nil }
            throw ReadingError("The symbolic link is broken", at: Place(file: file))
        }
        defer { close(descriptor) }
        if let confinement, !confinement.admits(descriptor, openedAs: file) { throw confinement.refusal(of: file) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.error(errno, "read the file", file) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a pipe, a socket or a device"
            throw ReadingError("Expected a file, found \(kind)", at: Place(file: file))
        }
        guard status.st_size <= largest else {
            throw ReadingError(
                "The file is larger than \(largest >> 20) MiB, flowdrift's limit",
                at: Place(file: file),
                fix: "check the path; the files that flowdrift reads are usually far smaller"
            )
        }
        return try Self.contents(of: descriptor, size: min(Int(status.st_size), limit ?? .max), file)
    }

    private var confinement: Confinement? { isConfined ? context.confinement : nil }

    private static func contents(of descriptor: Int32, size: Int, _ file: String) throws(ReadingError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let number = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if number < 0, errno == EINTR { continue }
                if number < 0 { failure = errno }
                if number <= 0 { return }
                count += number
            }
        }
        guard failure == 0 else { throw error(failure, "read the file", file) }
        return bytes
    }

    /// Reads standard input to its end; messages call it `name`.
    static func input(_ name: String) throws(ReadingError) -> [UInt8] {
        var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw error(errno, "read the input", name) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// The message of an error of the system.
    static func error(_ code: Int32, _ action: String, _ file: String) -> ReadingError {
        let reason = String(cString: strerror(code))
        let fix: String? =
            switch code {
            case EACCES, EPERM: "check the permissions of the path"
            case ENOTDIR: "name another path; a part of this one is a file"
            default: nil
            }
        return ReadingError(
            "Cannot \(action): \(reason.prefix(1).lowercased() + reason.dropFirst())",
            at: Place(file: file),
            fix: fix
        )
    }
}
