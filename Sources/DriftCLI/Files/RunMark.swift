import DriftCore
import DriftEngine
import Foundation

/// The file that shows that a run is writing the snapshots of an environment.
///
/// The run makes it before the first snapshot is written, and removes it after the last. The run keeps it locked, so two
/// runs never write at once. An unlocked mark means that a run was interrupted.
struct RunMark {
    private let descriptor: Int32
    private let path: String

    static let name = SnapshotSource.markName

    private static let text =
        "flowdrift is writing these snapshots. If it has ended, it was interrupted: take the snapshots again.\n"

    /// Creates the mark, and removes the temporary files of interrupted runs.
    ///
    /// - Throws: ``ReadingError`` if another run is writing, or the mark can't be written.
    init(in folder: String, context: Context) throws(ReadingError) {
        let path = context.path(folder) + "/" + Self.name
        let failure = FileWriter.makeFolder(context.path(folder))
        guard failure == 0 else { throw FileReader.error(failure, "make the folder", folder) }
        self.path = path
        descriptor = try Self.locked(path, folder)
        // Snapshots are in folders of this folder, and entries of the index are one level deeper.
        let walk = FolderWalk(context: context)
        let entries = folder + "/" + SnapshotIndex.entriesFolder
        for parent in [folder, entries] where walk.isFolder(parent) {
            for name in [""] + walk.foldersInSight(in: parent).map({ "/" + $0 }) {
                Leftovers(in: context.path(parent) + name).remove()
            }
        }
    }

    private static func locked(_ path: String, _ folder: String) throws(ReadingError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
            guard descriptor >= 0 else { throw FileReader.error(errno, "write into the folder", folder) }
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                close(descriptor)
                throw ReadingError(
                    "Another run of flowdrift is writing these snapshots",
                    at: Place(file: folder),
                    fix: "run the command again when the other run has ended"
                )
            }
            // In the meantime, the run that had made this mark ended and removed it.
            guard DraftFile.isFile(descriptor, at: path) else {
                close(descriptor)
                continue
            }
            // The text is for people who find the file; the mark counts even if there is no room for the text.
            ftruncate(descriptor, 0)
            _ = text.utf8CString.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count - 1) }
            return descriptor
        }
    }

    /// Removes the mark, because everything was written, or nothing.
    func remove() {
        unlink(path)
        close(descriptor)
    }

    /// Unlocks the mark but doesn't remove it, because only some of the files were written.
    func leave() {
        close(descriptor)
    }
}
