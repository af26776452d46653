import Foundation

/// The temporary files of runs that were killed while they wrote; no run has them locked any more.
struct Leftovers {
    private let folder: String
    private let isDraft: (String) -> Bool

    /// The temporary files for the file at a path.
    init(besides path: String) {
        let stem = DraftFile.stem(of: path)
        let start = stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex
        folder = String(stem[..<start])
        isDraft = { $0.hasPrefix(stem[start...]) && $0.hasSuffix(DraftFile.suffix) }
    }

    /// The temporary files for every file directly in a folder.
    init(in folder: String) {
        self.folder = folder + "/"
        isDraft = { $0.hasSuffix(DraftFile.suffix) && $0 != RunMark.name }
    }

    /// Removes the temporary files; if one can't be removed, the next run tries again.
    func remove() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where isDraft(name) { removeUnheld(folder + name) }
    }

    private func removeUnheld(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // The file is removed while this run has it locked. So a run that has just made it sees that it is gone.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, DraftFile.isFile(descriptor, at: path) else { return }
        unlink(path)
    }
}
