import DriftCore
import Foundation
import Synchronization

/// The recording of a stub run.
///
/// While the stand-in runs, it appends each new launch to a journal. When the stand-in stops, it replaces the recording
/// as a whole, and removes the journal. The recording's text only depends on which distinct launches were made: not on
/// their order, on how often each was made, or on how many runs append to the recording.
final class LaunchRecording: Sendable {
    private let file: String
    private let appends: Bool
    private let keepsValues: Bool
    private let context: Context
    private let journal: LaunchJournal
    private let state: Mutex<State>

    /// What a user should know about journals that earlier runs left behind.
    let notices: [String]

    private struct State {
        /// The lines so far, in UTF-8: texts that are only composed differently are different lines.
        var lines: Set<[UInt8]>

        /// Why the journal couldn't be written, or `nil` if it could.
        var failure: ReadingError?
    }

    /// Opens the journal of a recording, and handles the launches that killed runs left behind.
    ///
    /// - Parameters:
    ///   - file: The recording.
    ///   - appends: Whether to keep the launches that the recording already has.
    ///   - keepsValues: Whether to keep the values of launches that earlier runs recorded with values.
    ///   - context: The execution environment.
    /// - Throws: `ReadingError` if the run can't append to the recording, if the file isn't a recording, or if another
    ///   run is about to replace the file.
    init(
        _ file: String,
        appending appends: Bool,
        keepingValues keepsValues: Bool = false,
        in context: Context
    ) throws(ReadingError) {
        (self.file, self.appends, self.keepsValues, self.context) = (file, appends, keepsValues, context)
        try FileWriter(context: context).prepare(file)
        if appends { _ = try Self.lines(of: file, in: context) } else { try Self.verify(file, in: context) }
        journal = try Self.journal(of: file, sharing: appends, in: context)
        do throws(ReadingError) {
            let leftovers = try Leftover.all(of: file, besides: journal, sharing: appends, in: context)
            let lines = try appends ? Self.take(leftovers, into: journal) : Self.keep(leftovers, journal, file, context)
            state = Mutex(State(lines: Set(lines.map { Array($0.utf8) })))
            let place = appends ? nil : LaunchJournal.kept(of: file)
            notices = leftovers.filter { !$0.lines.isEmpty }.map { $0.notice(keptIn: place) }
        } catch {
            journal.leave()
            throw error
        }
    }

    /// Adds a launch, and writes it to the journal if this run hasn't recorded an equal one.
    func add(_ launch: RecordedLaunch) {
        let line = RecordingWriter().line(of: launch)
        state.withLock { state in
            guard state.lines.insert(Array(line.utf8)).inserted else { return }
            do throws(ReadingError) { try journal.append([line]) } catch { state.failure = state.failure ?? error }
        }
    }

    /// Writes the recording, and removes the journal.
    ///
    /// - Returns: What was recorded, as one phrase.
    /// - Throws: `ReadingError` if the recording can't be written; then the journal stays.
    func finish() throws(ReadingError) -> String {
        let lock = FolderLock(around: context.path(file))
        defer { lock.release() }
        var lines = state.withLock { $0.lines }.map { String(decoding: $0, as: UTF8.self) }
        do throws(ReadingError) {
            if appends { lines += try Self.lines(of: file, in: context) }
            if !keepsValues { lines = try lines.map(withoutValues) }
            try FileWriter(context: context).create(file, with: RecordingWriter().text(ofLines: lines))
        } catch {
            journal.leave()
            let failure = state.withLock { $0.failure }
            let kept =
                failure == nil ? "the launches are in \(journal.file)" : "not all launches are in \(journal.file)"
            throw ReadingError(error.problem + "; " + kept, at: error.place, fix: error.fix)
        }
        journal.remove()
        let count = Set(lines).count
        let number = count == 1 ? "1 distinct launch" : "\(count) distinct launches"
        return count == 0
            ? "\(file): no launch was received, so the recording is empty; make the tests use FLOWDRIFT_STUB_URL"
            : "\(file): \(number) recorded"
    }

    /// A line without the values that a run with `--record-values` kept.
    private func withoutValues(_ line: String) throws(ReadingError) -> String {
        guard line.contains("\"values\"") else { return line }
        return try RecordingReader().launches(Array(line.utf8) + [UInt8(ascii: "\n")], file: file).map { placed in
            var launch = placed.launch
            launch.values = nil
            return RecordingWriter().line(of: launch)
        }.joined()
    }

    /// Throws if an existing file isn't a recording, so that the run doesn't replace the file.
    private static func verify(_ file: String, in context: Context) throws(ReadingError) {
        let reader = FileReader(context: context, isConfined: false, largest: 1 << 30)
        guard let bytes = try reader.bytesIfPresent(of: file), !bytes.isEmpty,
            !RecordingReader.isRecording(bytes, file: file)
        else { return }
        throw ReadingError(
            "The file isn't a launch recording, so flowdrift does not replace it",
            at: Place(file: file),
            fix: "name another file with --record-launches, or delete this file"
        )
    }

    /// Gives up before the first launch; the recording stays as it is.
    func abandon() {
        if state.withLock({ $0.lines.isEmpty }) { journal.remove() } else { journal.leave() }
    }

    private static func lines(of file: String, in context: Context) throws(ReadingError) -> [String] {
        let reader = FileReader(context: context, isConfined: false, largest: 1 << 30)
        guard let bytes = try reader.bytesIfPresent(of: file) else { return [] }
        return try RecordingReader().launches(bytes, file: file).map { RecordingWriter().line(of: $0.launch) }
    }

    /// The first journal that no other run has open.
    private static func journal(
        of file: String,
        sharing: Bool,
        in context: Context
    ) throws(ReadingError) -> LaunchJournal {
        var number = 1
        while true {
            if case .opened(let journal) = try LaunchJournal.open(LaunchJournal.name(number, of: file), in: context) {
                return journal
            }
            guard sharing else { throw Leftover.heldError(file) }
            number += 1
        }
    }

    /// Returns the launches of leftover journals, and adds them to this run's journal until the recording has them.
    private static func take(
        _ leftovers: [Leftover],
        into journal: LaunchJournal
    ) throws(ReadingError) -> [String] {
        let others = leftovers.filter { $0.journal.file != journal.file }
        try journal.append(others.flatMap(\.lines))
        for leftover in others { leftover.journal.remove() }
        return leftovers.flatMap(\.lines)
    }

    /// Moves the launches of leftover journals to another file, because the recording must have only this run's launches.
    private static func keep(
        _ leftovers: [Leftover],
        _ journal: LaunchJournal,
        _ file: String,
        _ context: Context
    ) throws(ReadingError) -> [String] {
        let lines = leftovers.flatMap(\.lines)
        if !lines.isEmpty {
            let kept = LaunchJournal.kept(of: file)
            let text = RecordingWriter().text(ofLines: try Self.lines(of: kept, in: context) + lines)
            try FileWriter(context: context).create(kept, with: text)
        }
        try journal.clear()
        for leftover in leftovers where leftover.journal.file != journal.file { leftover.journal.remove() }
        return []
    }
}

/// A journal that a run left behind, with its launches.
private struct Leftover {
    let journal: LaunchJournal
    let lines: [String]

    /// The journals of a recording that no running process has open.
    ///
    /// - Parameters:
    ///   - file: The recording.
    ///   - own: The journal of this run, which may be one that was left behind.
    ///   - sharing: Whether other runs may record into the file.
    ///   - context: The execution environment.
    /// - Returns: The journals, this run's first.
    /// - Throws: `ReadingError` if a journal can't be read, or if other runs record into a file that isn't shared.
    static func all(
        of file: String,
        besides own: LaunchJournal,
        sharing: Bool,
        in context: Context
    ) throws(ReadingError) -> [Leftover] {
        var leftovers = [Leftover(journal: own, lines: try own.takeLines())]
        for name in LaunchJournal.all(of: file, in: context) where name != own.file {
            switch try LaunchJournal.open(name, creating: false, in: context) {
            case .opened(let journal): leftovers.append(Leftover(journal: journal, lines: try journal.takeLines()))
            case .held where !sharing: throw heldError(file)
            case .held, .missing: break
            }
        }
        return leftovers
    }

    /// Says where the launches of the journal are now.
    ///
    /// - Parameter file: The file that has the launches now, or `nil` if the recording includes them.
    /// - Returns: The notice, as one phrase.
    func notice(keptIn file: String?) -> String {
        let found =
            "\(journal.file): a run that was killed left "
            + (lines.count == 1 ? "1 launch behind, which " : "\(lines.count) launches behind, which ")
        guard let file else { return found + "the recording includes" }
        return found
            + "now \(lines.count == 1 ? "is" : "are") in \(file); `flowdrift contract --from-launches \(file)` "
            + "reads that file"
    }

    static func heldError(_ file: String) -> ReadingError {
        ReadingError(
            "Another stand-in is recording to the same file",
            at: Place(file: file),
            fix: "start each stand-in with --append, or give each one its own file with --record-launches"
        )
    }
}

/// A lock on the folder of a file, held while the file is read and replaced.
private struct FolderLock {
    private let descriptor: Int32

    /// Waits until no other run has the lock; doesn't wait on a file system without locks.
    init(around path: String) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    func release() { close(descriptor) }
}
