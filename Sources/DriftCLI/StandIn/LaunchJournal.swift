import DriftCore
import Foundation

/// A file next to a recording, to which a stub run immediately adds each distinct launch.
///
/// If the run is killed, the journal stays, and is complete up to its last line. A run keeps its journal locked, so an
/// unlocked journal was left behind by a run that was killed.
struct LaunchJournal {
    /// The file as messages show it.
    let file: String

    private let path: String
    private let descriptor: Int32

    /// The result of opening a journal.
    enum Opening {
        case opened(LaunchJournal)
        /// A running process has the journal open.
        case held
        case missing
    }

    /// Opens and locks a journal.
    ///
    /// - Parameters:
    ///   - file: The journal.
    ///   - creates: Whether to create the journal if it's missing.
    ///   - context: The execution environment.
    /// - Returns: The journal, or why there is none.
    /// - Throws: `ReadingError` if the journal can't be opened.
    static func open(
        _ file: String,
        creating creates: Bool = true,
        in context: Context
    ) throws(ReadingError) -> Opening {
        let path = context.path(file)
        let options = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (creates ? O_CREAT : 0)
        while true {
            let descriptor = Foundation.open(path, options, 0o644)
            if descriptor < 0, errno == ENOENT, !creates { return .missing }
            guard descriptor >= 0 else { throw FileReader.error(errno, "write the file", file) }
            // On a file system without locks, no journal counts as held.
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                close(descriptor)
                return .held
            }
            if DraftFile.isFile(descriptor, at: path) {
                return .opened(LaunchJournal(file: file, path: path, descriptor: descriptor))
            }
            // In the meantime, another run ended and removed its journal.
            close(descriptor)
        }
    }

    /// Reads the lines that a run left behind, and removes the last line if it's incomplete.
    func takeLines() throws(ReadingError) -> [String] {
        let bytes = try bytes()
        let read: (launches: [PlacedLaunch], torn: Place?)
        do throws(ReadingError) {
            read = try RecordingReader().wholeLaunches(bytes, file: file)
        } catch {
            throw ReadingError(
                error.problem,
                at: error.place,
                fix: "delete the file, which a killed run left behind"
            )
        }
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if read.torn != nil {
            ftruncate(descriptor, off_t(end))
        } else if end < bytes.count {
            try write(["\n"])
        }
        return read.launches.map { RecordingWriter().line(of: $0.launch) }
    }

    private func bytes() throws(ReadingError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &piece, piece.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileReader.error(errno, "read the file", file) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Removes all lines.
    func clear() throws(ReadingError) {
        guard ftruncate(descriptor, 0) == 0 else { throw FileReader.error(errno, "write the file", file) }
    }

    /// Adds all of the lines, or none of them if the write fails.
    func append(_ lines: [String]) throws(ReadingError) { try write(lines.map { $0 + "\n" }) }

    private func write(_ pieces: [String]) throws(ReadingError) {
        let bytes = pieces.flatMap(\.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let failure = errno
                removeLast(written)
                throw FileReader.error(failure, "write the file", file)
            }
            written += count
        }
    }

    /// Removes bytes from the end, so that the next line doesn't follow an incomplete one.
    private func removeLast(_ count: Int) {
        var status = stat()
        guard count > 0, fstat(descriptor, &status) == 0 else { return }
        ftruncate(descriptor, status.st_size - off_t(count))
    }

    /// Removes the journal, because the recording has its launches.
    func remove() {
        unlink(path)
        close(descriptor)
    }

    /// Unlocks the journal and keeps it for a later run.
    func leave() { close(descriptor) }

    /// The names of a recording's journals; if several runs record at the same time, each has its own.
    static func name(_ number: Int, of recording: String) -> String {
        number == 1 ? recording + ".journal" : recording + ".\(number).journal"
    }

    /// The file that gets the launches of leftover journals if a run without `--append` finds them.
    static func kept(of recording: String) -> String { recording + ".killed.journal" }

    /// The existing journals of a recording, in order.
    static func all(of recording: String, in context: Context) -> [String] {
        let path = context.path(recording)
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let stem = path[path.index(after: slash)...] + "."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: String(path[...slash]))) ?? []
        let numbers = names.compactMap { name -> Int? in
            guard name.hasPrefix(stem), name.hasSuffix("journal") else { return nil }
            let number = name.dropFirst(stem.count).dropLast("journal".count)
            guard !number.isEmpty else { return 1 }
            return number.last == "." ? Int(number.dropLast()).flatMap { $0 > 1 ? $0 : nil } : nil
        }
        return numbers.sorted().map { Self.name($0, of: recording) }
    }
}
