import DriftCore
import DriftEngine
import Foundation

/// The folders that a run may read: the repository, and what the command line names.
///
/// A contract, a plan or a symbolic link can name any path, so a file is refused if its real path is elsewhere.
struct Confinement: Sendable {
    /// The working directory without links; relative paths start there.
    private let home: String

    /// The folders and files that may be read, without links and without a slash at the end.
    private let roots: [String]

    /// The folders of the repository, which are the first of ``roots``.
    private let repository: [String]

    /// The git directory, or `nil` outside a repository.
    ///
    /// Contracts have no reason to name a file there, and CI jobs keep tokens in it.
    private let gitFolder: String?

    /// Finds the repository around the working directory, and adds the places that the command line names.
    init(_ places: NamedPlaces, in context: Context) {
        let home = Self.real(context.workingFolder) ?? context.workingFolder
        self.home = home
        let top = Self.topLevel(around: home)
        gitFolder = top.map { Self.joined($0, ".git") }
        var roots = [top ?? home]
        if top == nil {
            let file = places.settingsFile ?? context.upToProject + Workspace.defaultSettingsFile
            let settings = Self.absolute(file, from: home)
            if Self.exists(settings) { roots.append(Self.resolved(Self.parent(of: settings))) }
        }
        repository = roots
        for path in places.named {
            let path = Self.absolute(path, from: home)
            // A link inside the repository must not lead out of it, even if the command line names the link: a pull
            // request may have added the link.
            if !roots.contains(where: { Self.isInside(path, $0) }) { roots.append(Self.resolved(path)) }
        }
        self.roots = roots + places.allowed.map { Self.resolved(Self.absolute($0, from: home)) }
    }

    /// Whether a path that couldn't be opened is inside the allowed folders.
    ///
    /// Messages don't say whether a path outside these folders exists.
    func mayName(_ path: String) -> Bool {
        let path = Self.absolute(path, from: home)
        return admits(path) || admits(Self.resolved(path))
    }

    /// Whether a path is inside the repository but not inside its git directory, after links are resolved.
    func isInRepository(_ path: String) -> Bool {
        let path = Self.resolved(Self.absolute(path, from: home))
        if let gitFolder, Self.isInside(path, gitFolder) { return false }
        return repository.contains { Self.isInside(path, $0) }
    }

    /// Whether an open file is inside the allowed folders, after links are resolved.
    ///
    /// Checks the path of the open file: between the check and the reading, `path` might become a link to another file.
    func admits(_ descriptor: Int32, openedAs path: String) -> Bool {
        let isInside = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> Bool? in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink("/proc/self/fd/\(descriptor)", start, buffer.count)
            guard count > 0, count < buffer.count else { return nil }
            let bytes = UnsafeRawBufferPointer(start: start, count: count)
            // A pipe has no path; the caller reports that it isn't a file.
            guard bytes.first == UInt8(ascii: "/") else { return true }
            return admits(bytes)
        }
        if let isInside { return isInside }
        return Self.real(Self.absolute(path, from: home)).map { admits($0) } ?? false
    }

    /// The error for a folder whose real path is outside the allowed folders, or `nil` if the path is inside.
    func refusalOfFolder(_ folder: String) -> ReadingError? {
        guard let real = Self.real(Self.absolute(folder, from: home)), !admits(real) else { return nil }
        return refusal(of: folder)
    }

    /// The error for a file or folder outside the allowed folders.
    func refusal(of file: String) -> ReadingError {
        let path = Self.absolute(file, from: home)
        let isGits = [path, Self.resolved(path)].contains { path in gitFolder.map { Self.isInside(path, $0) } ?? false }
        let isLink = roots.contains { Self.isInside(path, $0) }
        let problem =
            isGits
            ? "The path is inside the repository's .git folder"
            : isLink ? "A link leads out of the repository" : "The path is outside the repository"
        return ReadingError(problem, at: Place(file: file), fix: ClosedFile.fix)
    }

    /// The error for a path in a git revision that leads out of the repository.
    static func refusalInRevision(of file: String) -> ReadingError {
        ReadingError("The path is outside the repository", at: Place(file: file), fix: ClosedFile.fixInRevision)
    }

    private func admits(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { admits(UnsafeRawBufferPointer($0)) }
    }

    private func admits(_ path: UnsafeRawBufferPointer) -> Bool {
        for (number, root) in roots.enumerated() where Self.isInside(path, root) {
            // The first root is the repository; another root may be the git directory itself.
            if number == 0, let gitFolder, Self.isInside(path, gitFolder) { continue }
            return true
        }
        return false
    }

    private static func isInside(_ path: String, _ root: String) -> Bool {
        var path = path
        return path.withUTF8 { isInside(UnsafeRawBufferPointer($0), root) }
    }

    private static func isInside(_ path: UnsafeRawBufferPointer, _ root: String) -> Bool {
        var root = root
        return root.withUTF8 { root in
            guard root.count > 1 else { return true }
            guard path.count >= root.count, path.prefix(root.count).elementsEqual(root) else { return false }
            return path.count == root.count || path[root.count] == UInt8(ascii: "/")
        }
    }
}

/// The files and folders that the command line names.
struct NamedPlaces {
    /// The settings file, or `nil` if the command line doesn't name one.
    ///
    /// Without git, the folder of the settings file may be read, too.
    var settingsFile: String?

    var allowed: [String] = []

    /// The files and folders that may be read because the command line names them.
    var named: [String] = []
}

extension Confinement {
    /// The nearest enclosing folder with `.git`, which is a file in worktrees and submodules.
    private static func topLevel(around path: String) -> String? {
        var folder = path
        while true {
            var status = stat()
            let git = joined(folder, ".git")
            if stat(git, &status) == 0, status.st_mode & S_IFMT == S_IFREG || exists(git + "/HEAD") { return folder }
            guard folder != "/", !folder.isEmpty else { return nil }
            folder = parent(of: folder)
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// A path with its links resolved, or `nil` if it doesn't exist.
    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A path with the links resolved in the part of it that exists.
    private static func resolved(_ path: String) -> String {
        var (folder, rest) = (path, [String]())
        while true {
            if let real = real(folder) { return rest.reversed().reduce(real) { joined($0, $1) } }
            guard folder != "/", !folder.isEmpty else { return path }
            rest.append(folder.split(separator: "/").last.map(String.init) ?? "")
            folder = parent(of: folder)
        }
    }

    /// An absolute path, without `.` and `..`.
    private static func absolute(_ path: String, from home: String) -> String {
        var parts: [Substring] = []
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        for part in (isAbsolute ? path : home + "/" + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder == "/" ? "/" + name : folder + "/" + name
    }
}
