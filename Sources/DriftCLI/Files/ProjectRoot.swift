import DriftCore
import Foundation

extension Context {
    /// The way up from the working folder to the project, such as `../../`; empty if the working folder is the project.
    ///
    /// The project is the nearest folder with `flowdrift.yaml`, at most the top of the git repository. Without such a
    /// file it's the top of the repository if that has contracts or snapshots. A working folder with contracts or
    /// snapshots of its own is always a project.
    var upToProject: String {
        let marks = ["flowdrift.yaml", "specs", "snapshots"]
        func holds(_ folder: String, _ names: [String]) -> Bool { names.contains { exists(folder + "/" + $0) } }
        guard !holds(workingFolder, marks) else { return "" }
        let folders = enclosingFolders
        let depth =
            folders.firstIndex { holds($0, ["flowdrift.yaml"]) }
            ?? folders.firstIndex { holds($0, [".git"]) && holds($0, marks) }
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

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }
}
