import DriftCore
import Foundation

/// The file that a text is written to before it takes the place of another.
///
/// Its name is its own, so that two runs never write to one draft, and it is locked as long as its run lives: a draft
/// that nobody holds was left behind by a run that was killed.
struct DraftFile {
    /// The draft's path, in the folder of the file that it is to become.
    let path: String

    /// The open draft.
    let descriptor: Int32

    /// What the name of a draft ends with.
    static let suffix = ".flowdrift-writing"

    /// Makes an empty draft; nil where that fails, and `errno` says why.
    ///
    /// - Parameter path: The path of the file that it is to become.
    init?(of path: String) {
        let stem = Self.stem(of: path) + String(getpid())
        for number in 0... {
            let draft = "\(stem)-\(number)\(Self.suffix)"
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { return nil }
            // A file system that knows no locks has no drafts that are known to be left behind.
            flock(descriptor, LOCK_EX)
            if Self.isFile(descriptor, at: draft) {
                self.path = draft
                self.descriptor = descriptor
                return
            }
            // Somebody took it for left behind, in the moment before it was locked.
            Foundation.close(descriptor)
        }
        return nil
    }

    /// Has the system write what it put off; its code for what went wrong, or 0.
    ///
    /// A full disk of another machine may show only where a file is closed, and this one must stay open to stay locked.
    func flush() -> Int32 {
        let copy = dup(descriptor)
        guard copy >= 0 else { return errno }
        return Foundation.close(copy) == 0 ? 0 : errno
    }

    /// Lets go of the draft.
    func close() {
        Foundation.close(descriptor)
    }

    /// What the names of all drafts of a file begin with; of one length, because the file's own may be the longest.
    static func stem(of path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<start] + "." + StableHash(of: String(path[start...])).hexadecimal + "-"
    }

    /// Whether an open file is the one that stands at a path.
    static func isFile(_ descriptor: Int32, at path: String) -> Bool {
        var (open, present) = (stat(), stat())
        return fstat(descriptor, &open) == 0 && lstat(path, &present) == 0
            && open.st_ino == present.st_ino && open.st_dev == present.st_dev
    }
}
