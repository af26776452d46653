import DriftCore
import Foundation

/// The temporary file that a text is written to before it replaces another file.
///
/// The name is unique, so that two runs never write to the same temporary file. A run keeps its temporary files locked,
/// so an unlocked one was left behind by a run that was killed. A temporary file has the permissions of the file that it
/// replaces.
struct DraftFile {
    /// The path, in the folder of the file that the temporary file replaces.
    let path: String

    let descriptor: Int32

    /// The ending of the names of temporary files.
    static let suffix = ".flowdrift-writing"

    /// Makes an empty temporary file to replace the file at a path, or returns `nil` with the reason in `errno`.
    init?(of path: String) {
        let stem = Self.stem(of: path) + String(getpid())
        for number in 0... {
            let draft = "\(stem)-\(number)\(Self.suffix)"
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { return nil }
            // On a file system without locks, no temporary file counts as left behind.
            flock(descriptor, LOCK_EX)
            if Self.isFile(descriptor, at: draft) {
                var present = stat()
                if stat(path, &present) == 0 { fchmod(descriptor, present.st_mode & 0o777) }
                self.path = draft
                self.descriptor = descriptor
                return
            }
            // Another run removed the temporary file before this run locked it, because an unlocked one looks left behind.
            Foundation.close(descriptor)
        }
        return nil
    }

    /// Makes the system write the bytes that it has delayed; returns the system's error code, or 0.
    ///
    /// On another machine's disk, a full disk may be reported only when the file is closed. The temporary file must stay
    /// open to stay locked, so a copy of its descriptor is closed.
    func flush() -> Int32 {
        let copy = dup(descriptor)
        guard copy >= 0 else { return errno }
        return Foundation.close(copy) == 0 ? 0 : errno
    }

    func close() {
        Foundation.close(descriptor)
    }

    /// The beginning of the names of a file's temporary files.
    ///
    /// It has a hash of the file's name, because the name itself may have the maximum length.
    static func stem(of path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<start] + "." + StableHash(of: String(path[start...])).hexadecimal + "-"
    }

    /// Whether an open file is the one that is at a path now.
    static func isFile(_ descriptor: Int32, at path: String) -> Bool {
        var (open, present) = (stat(), stat())
        return fstat(descriptor, &open) == 0 && lstat(path, &present) == 0
            && open.st_ino == present.st_ino && open.st_dev == present.st_dev
    }
}
