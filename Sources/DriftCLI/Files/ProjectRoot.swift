import DriftCore
import Foundation

extension Context {
    /// The way up from the working folder to the project, such as `../../`; empty if the working folder is the project.
    ///
    /// The project is the first of these folders:
    ///
    /// - The working folder, if it has `flowdrift.yaml` or snapshots.
    /// - The nearest folder above with `flowdrift.yaml`, at most the top of the git repository. Its `contracts` may
    ///   name folders such as `services/*/specs`. Outside a repository, the file must have the owner of the working
    ///   folder, because anybody can put a file into `/tmp`.
    /// - The working folder, if it has contracts.
    /// - The top of the repository, if it has contracts or snapshots.
    /// - The working folder.
    var upToProject: String {
        func holds(_ folder: String, _ names: String...) -> Bool { names.contains { exists(folder + "/" + $0) } }
        guard !holds(workingFolder, "flowdrift.yaml", "snapshots") else { return "" }
        let folders = enclosingFolders
        let isRepository = folders.contains { exists($0 + "/.git") }
        let settings = folders.firstIndex { folder in
            holds(folder, "flowdrift.yaml") && (isRepository || isOwn(folder + "/flowdrift.yaml"))
        }
        if settings == nil, holds(workingFolder, "specs") { return "" }
        let depth = settings ?? folders.firstIndex { holds($0, ".git") && holds($0, "specs", "snapshots") }
        return String(repeating: "../", count: depth ?? 0)
    }

    /// The path of the working folder from the top of the git repository, such as `services/web`; empty if it is the
    /// top, or if there is no repository and the working folder is the project.
    var folderFromTop: String {
        let folders = enclosingFolders
        let top = folders.firstIndex { exists($0 + "/.git") }
        let depth = top ?? upToProject.split(separator: "/").count
        return FilePath(workingFolder).text.split(separator: "/").suffix(depth).joined(separator: "/")
    }

    /// A path from the top of the git repository; an absolute path, and one of a revision, stays as it is.
    func pathFromTop(_ file: String) -> String {
        let folder = folderFromTop
        guard !folder.isEmpty, !file.hasPrefix("/"), !file.contains(":") else { return file }
        return FilePath(folder + "/" + file).text
    }

    /// The working folder and the folders around it, up to the top of the git repository.
    private var enclosingFolders: [String] {
        var folders = [FilePath(workingFolder).text]
        while let last = folders.last, !exists(last + "/.git"), let slash = last.lastIndex(of: "/"), last.count > 1 {
            folders.append(slash == last.startIndex ? "/" : String(last[..<slash]))
        }
        return folders
    }

    /// Whether a file has the owner of the working folder.
    private func isOwn(_ path: String) -> Bool {
        var (file, folder) = (stat(), stat())
        return stat(path, &file) == 0 && stat(workingFolder, &folder) == 0 && file.st_uid == folder.st_uid
    }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }
}
