import DriftCore
import DriftEngine
import Foundation

/// The mark of a run that writes the snapshots of an environment.
///
/// It stands from before the first file is written until after the last. It is locked as long as the run lives, so two
/// runs never write at once; one that nobody holds says that a run was cut short.
struct RunMark {
    private let descriptor: Int32
    private let path: String

    /// The mark's name in the folder of an environment.
    static let name = SnapshotSource.markName

    private static let text =
        "flowdrift writes these snapshots. Where it does not run any more, it was cut short: take them again.\n"

    /// Sets the mark, and takes away what a run left behind that was cut short.
    ///
    /// - Parameters:
    ///   - folder: The folder of the environment, as messages give it.
    ///   - context: The world.
    /// - Throws: ``ReadingError`` where another run is writing, or nothing can be written.
    init(in folder: String, context: Context) throws(ReadingError) {
        let path = context.path(folder) + "/" + Self.name
        let failure = FileWriter.makeFolder(context.path(folder))
        guard failure == 0 else { throw FileReader.error(failure, "make", folder) }
        self.path = path
        descriptor = try Self.locked(path, folder)
        for name in [""] + FolderWalk(context: context).foldersInSight(in: folder).map({ "/" + $0 }) {
            Leftovers(in: context.path(folder) + name).remove()
        }
    }

    private static func locked(_ path: String, _ folder: String) throws(ReadingError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
            guard descriptor >= 0 else { throw FileReader.error(errno, "write", folder) }
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                close(descriptor)
                throw ReadingError(
                    "Another run of flowdrift writes these snapshots",
                    at: Place(file: folder),
                    wayOut: "run again when it is done"
                )
            }
            // A run that ended meanwhile took its mark along.
            guard DraftFile.isFile(descriptor, at: path) else {
                close(descriptor)
                continue
            }
            // The words are for whoever finds it; without room for them the mark still counts.
            ftruncate(descriptor, 0)
            _ = text.utf8CString.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count - 1) }
            return descriptor
        }
    }

    /// Takes the mark away: everything is written, or nothing was.
    func remove() {
        unlink(path)
        close(descriptor)
    }

    /// Lets go of the mark and leaves it where it is: what was written is not whole.
    func leave() {
        close(descriptor)
    }
}
