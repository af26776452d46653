import DriftEngine
import Foundation
import SourceText

/// Finds the files below a folder.
struct FolderWalk {
    let context: Context

    /// The files below a folder in order of path, without hidden ones; links to folders are followed once.
    ///
    /// The files' paths begin with the folder's.
    func files(below folder: String) throws(ReadingError) -> [String] {
        let found = try all(below: folder)
        if let problem = found.problems.first { throw problem }
        return found.files
    }

    /// The files and links below a folder in order of path, without hidden ones; links aren't followed.
    func filesAndLinks(below folder: String) throws(ReadingError) -> [String] {
        var (found, seen) = (FolderContents(), Set<FolderIdentity>())
        try walk(folder, isLinked: true, followsLinks: false, without: [], into: &found, &seen)
        if let problem = found.problems.first { throw problem }
        return found.files.sorted()
    }

    /// What is below a folder, as ``files(below:)`` finds it, except in folders of the given names.
    func all(below folder: String, without names: Set<String> = []) throws(ReadingError) -> FolderContents {
        var (found, seen) = (FolderContents(), Set<FolderIdentity>())
        try walk(folder, isLinked: true, followsLinks: true, without: names, into: &found, &seen)
        found.files.sort()
        found.leftOut.sort()
        found.hidden.sort()
        found.problems.sort { $0.place < $1.place }
        return found
    }

    /// The files below hidden paths that can be listed, in order; links to folders aren't followed.
    func filesInSight(below hidden: [String]) -> [String] {
        var files: [String] = []
        var paths = hidden
        while let path = paths.popLast() {
            guard isFolder(path) else {
                files.append(path)
                continue
            }
            let isForeign = [".git", "node_modules"].contains { path.endsInBytes("/" + $0) }
            guard !isForeign, let entries = try? entries(of: path, withHidden: true) else { continue }
            paths += entries.filter { !$0.isLinked || !isFolder(path + "/" + $0.name) }.map { path + "/" + $0.name }
        }
        return files.sorted()
    }

    /// The names of the folders directly in a folder, in order and without hidden ones, or empty if it doesn't exist.
    ///
    /// - Throws: ``ReadingError`` if the path isn't a folder's, or if the folder or its contents can't be examined.
    func folders(in folder: String) throws(ReadingError) -> [String] {
        guard try hasFolder(folder) else { return [] }
        if let refusal = context.confinement?.refusalOfFolder(folder) { throw refusal }
        var folders: [String] = []
        for entry in try entries(of: folder) where entry.mayBeFolder {
            if try kind(of: folder + "/" + entry.name) == S_IFDIR { folders.append(entry.name) }
        }
        return folders.sorted()
    }

    /// The names of the folders directly in a folder that can be listed, for callers that may miss some.
    func foldersInSight(in folder: String) -> [String] {
        names(in: folder).filter { isFolder(folder + "/" + $0) }
    }

    /// The names of everything directly in a folder, in order and without hidden ones, or empty if it can't be listed.
    func names(in folder: String) -> [String] {
        ((try? entries(of: folder)) ?? []).map(\.name).sorted()
    }

    /// Whether a folder exists; throws if the path is something else, or if the system refuses to say.
    func hasFolder(_ path: String) throws(ReadingError) -> Bool {
        guard let kind = try kind(of: path) else { return false }
        guard kind != S_IFDIR else { return true }
        let found = kind == S_IFREG ? "a file" : "a pipe, a socket or a device"
        throw ReadingError("Expected a folder, found \(found)", at: Place(file: path))
    }

    /// Whether anything exists at a path, readable or not.
    func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(context.path(path), &status) == 0 || (errno != ENOENT && errno != ENOTDIR)
    }

    func isFolder(_ path: String) -> Bool {
        FolderIdentity(context.path(path)) != nil
    }

    private func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(context.path(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether two paths lead to the same folder.
    func isOneFolder(_ path: String, _ other: String) -> Bool {
        guard let identity = FolderIdentity(context.path(path)) else { return false }
        return identity == FolderIdentity(context.path(other))
    }

    private func walk(
        _ folder: String,
        isLinked: Bool,
        followsLinks: Bool,
        without names: Set<String>,
        into found: inout FolderContents,
        _ seen: inout Set<FolderIdentity>
    ) throws(ReadingError) {
        guard let identity = FolderIdentity(context.path(folder)) else {
            _ = try hasFolder(folder)
            throw FileReader.error(ENOENT, "list the folder", folder)
        }
        guard seen.insert(identity).inserted else { return }
        if isLinked, let refusal = context.confinement?.refusalOfFolder(folder) {
            found.problems.append(refusal)
            return
        }
        for entry in try entries(of: folder, withHidden: true) {
            let path = folder + "/" + entry.name
            guard !entry.isHidden else {
                found.hidden.append(path)
                continue
            }
            if !followsLinks, entry.isLinked, isLink(path) {
                found.files.append(path)
                continue
            }
            // A broken link may have led to a folder, whose files must not be skipped silently.
            let isNamedAsFile = entry.name.contains(".")
            if entry.mayBeFolder, try isNamedAsFile ? isFolder(path) : kind(of: path) == S_IFDIR {
                if names.contains(entry.name) {
                    found.leftOut.append(path)
                } else {
                    try walk(
                        path,
                        isLinked: entry.isLinked,
                        followsLinks: followsLinks,
                        without: names,
                        into: &found,
                        &seen
                    )
                }
            } else {
                found.files.append(path)
            }
        }
    }

    private struct Entry {
        let name: String
        let mayBeFolder: Bool
        /// Whether the entry may be a link, which may lead anywhere.
        let isLinked: Bool

        var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
    }

    /// Everything directly in a folder, unsorted.
    private func entries(of folder: String, withHidden: Bool = false) throws(ReadingError) -> [Entry] {
        guard let stream = opendir(context.path(folder)) else {
            throw FileReader.error(errno, "list the folder", folder)
        }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let type = Int32(entry.pointee.d_type)
            let isLinked = type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN)
            let entry = Entry(name: name, mayBeFolder: isLinked || type == Int32(DT_DIR), isLinked: isLinked)
            if !entry.isHidden || withHidden && name != "." && name != ".." { entries.append(entry) }
        }
        return entries
    }

    /// The type of a path's file, with links followed, or `nil` if the path doesn't exist.
    private func kind(of path: String) throws(ReadingError) -> mode_t? {
        var status = stat()
        if stat(context.path(path), &status) == 0 { return status.st_mode & S_IFMT }
        let code = errno
        guard code == ENOENT else { throw FileReader.error(code, "list the path", path) }
        guard lstat(context.path(path), &status) == 0 else { return nil }
        throw ReadingError("The symbolic link is broken", at: Place(file: path))
    }
}

/// Identifies a folder, whatever path leads to it.
fileprivate struct FolderIdentity: Hashable {
    private let device: UInt64
    private let number: UInt64

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}
