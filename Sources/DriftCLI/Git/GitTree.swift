import DriftCore
import DriftEngine

/// The files of a git revision, read without a checkout; paths are as git writes them, `main:specs/a.yaml`.
struct GitTree: FileTree {
    /// The beginning of each path: `main:`.
    let root: String

    var folderFromTop: String { String(prefix.dropLast()) }

    private let git: Git
    private let name: String

    /// The path from the repository's root to the working folder, with a slash at its end, or empty.
    private let prefix: String

    /// The objects of all files by path from the repository's root, including those behind links.
    private let objects: [String: String]

    /// Links that lead to nothing in the revision, and submodules.
    private let strays: [String: GitLinks.Stray]

    /// The contents that were already read, by object.
    private var contents: [String: [UInt8]] = [:]

    /// Fetches an object that a cache lacks, or `nil` if the repository has all objects.
    private let missing: (@Sendable (String) throws(ReadingError) -> Void)?

    /// Lists the files of a revision, and reads those of the given folders in one go.
    ///
    /// - Throws: ``ReadingError`` if there is no such revision, or no repository.
    init(of revision: String, reading folders: [String], in context: Context) throws(ReadingError) {
        let (git, name) = (Git(context: context), "git:" + revision)
        let commit = try git.commit(of: revision)
        let prefix = try git.run(["rev-parse", "--show-prefix"], about: name).text
        try self.init(git, commit: commit, root: revision + ":", name: name, prefix: prefix, reading: folders)
    }

    /// Lists the files of a commit, and reads those of the given folders in one go.
    ///
    /// - Parameters:
    ///   - git: Runs git in the repository.
    ///   - commit: The commit.
    ///   - root: The beginning of each path.
    ///   - name: The name of the revision in messages about failures of git.
    ///   - prefix: The path from the repository's root to the folder where relative paths start, or empty.
    ///   - folders: The folders whose files are read, with relative paths.
    ///   - missing: Fetches an object that the repository lacks, or `nil` if the repository has all objects.
    /// - Throws: ``ReadingError`` if git can't read the commit.
    init(
        _ git: Git,
        commit: String,
        root: String,
        name: String,
        prefix: String = "",
        reading folders: [String],
        missing: (@Sendable (String) throws(ReadingError) -> Void)? = nil
    ) throws(ReadingError) {
        (self.git, self.root, self.name, self.prefix, self.missing) = (git, root, name, prefix, missing)
        let listed = try git.run(["ls-tree", "-r", "-z", "--full-tree", commit], about: name)
        guard listed.status == 0 else {
            throw ReadingError("git can't read the revision: \(listed.errors)", at: Place(file: name))
        }
        var links = GitLinks(listed.output)
        if !links.targets.isEmpty {
            links.follow(try Self.contents(of: Set(links.targets.values).sorted(), git, about: name))
        }
        (objects, strays) = (links.objects, links.strays)
        let keys = folders.map { Self.folderKey(Self.key(of: $0, prefix)) }
        let files = Set(folders.map { Self.key(of: $0, prefix) })
        let wanted = objects.filter { path, _ in files.contains(path) || keys.contains { path.hasPrefix($0) } }
        contents = try Self.contents(of: Set(wanted.values).sorted(), git, about: name)
    }

    /// Reads a file of any size, because whoever committed it could read it.
    func bytesIfPresent(of file: String, upTo largest: Int?) throws(ReadingError) -> [UInt8]? {
        let key = key(of: file)
        guard !file.hasPrefix("/"), !key.hasPrefix("../") else { throw Confinement.refusalInRevision(of: file) }
        guard let object = objects[key] else {
            try refuse(key, file)
            return nil
        }
        if let known = contents[object] { return try checked(known, file) }
        try missing?(object)
        return try Self.contents(of: [object], git, about: name)[object].map { (bytes) throws(ReadingError) in
            try checked(bytes, file)
        }
    }

    /// The bytes of a file; throws if another repository keeps the file in Git LFS, so that git has only a pointer.
    private func checked(_ bytes: [UInt8], _ file: String) throws(ReadingError) -> [UInt8] {
        guard missing != nil, bytes.starts(with: "version https://git-lfs.github.com/".utf8) else { return bytes }
        throw ReadingError(
            "The file is in Git LFS, and flowdrift reads only files that git itself has",
            at: Place(file: file),
            fix: "keep the file in git, without LFS"
        )
    }

    func contents(below folder: String, without names: Set<String>) throws(ReadingError) -> FolderContents {
        try refuse(self.key(of: folder), folder)
        let key = Self.folderKey(key(of: folder))
        let inside = strays.keys.filter { $0.hasPrefix(key) && !("/" + $0.dropFirst(key.count)).contains("/.") }
        // A link whose name isn't that of a definition would not be read anyway.
        let stray = inside.filter {
            strays[$0] == .module || $0.isNamedAsYAML || !$0.split(separator: "/").isNamedAsFile
        }
        if let first = stray.min() { try refuse(first, folder + "/" + first.dropFirst(key.count)) }
        let below = objects.keys.filter { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }.sorted()
        let isHidden = { (path: String) in path.hasPrefix(".") || path.contains("/.") }
        let isLeftOut = { (path: String) in
            path.split(separator: "/").dropLast().contains { names.contains(String($0)) }
        }
        return FolderContents(
            files: below.filter { !isHidden($0) && !isLeftOut($0) }.map { folder + "/" + $0 },
            hidden: below.filter(isHidden).map { folder + "/" + $0 }
        )
    }

    func filesInSight(below hidden: [String]) -> [String] { hidden }

    func oddity(of file: String) -> FileOddity? { nil }

    func folders(in folder: String) throws(ReadingError) -> [String] {
        guard objects[key(of: folder)] == nil else {
            throw ReadingError("Expected a folder, found a file", at: Place(file: folder))
        }
        try refuse(self.key(of: folder), folder)
        let key = Self.folderKey(key(of: folder))
        let stray = strays.keys.filter { path in
            path.hasPrefix(key) && !path.dropFirst(key.count).contains("/") && path.dropFirst(key.count).first != "."
        }
        if let first = stray.min() { try refuse(first, folder + "/" + first.dropFirst(key.count)) }
        let names = objects.keys.filter { $0.hasPrefix(key) }.compactMap { path -> String? in
            let parts = path.dropFirst(key.count).split(separator: "/", maxSplits: 1)
            return parts.count == 2 && !parts[0].hasPrefix(".") ? String(parts[0]) : nil
        }
        return Set(names).sorted()
    }

    /// Throws if a path is a broken link or a submodule, because such a path is neither missing nor empty.
    private func refuse(_ key: String, _ path: String) throws(ReadingError) {
        guard let kind = strays[key] else { return }
        throw ReadingError(kind.problem, at: Place(file: path), fix: kind.fix)
    }

    func isFolder(_ path: String) -> Bool {
        let key = Self.folderKey(key(of: path))
        return objects.keys.contains { $0.hasPrefix(key) }
    }

    func exists(_ path: String) -> Bool { objects[key(of: path)] != nil || isFolder(path) }

    func hasFolder(_ path: String) throws(ReadingError) -> Bool {
        guard objects[key(of: path)] == nil else {
            throw ReadingError("Expected a folder, found a file", at: Place(file: path))
        }
        return isFolder(path)
    }

    func name(of path: String, in folder: String) -> String? {
        let (path, folder) = (key(of: path), Self.folderKey(key(of: folder)))
        let rest = path.dropFirst(folder.count)
        return path.hasPrefix(folder) && !rest.isEmpty && !rest.contains("/") ? String(rest) : nil
    }

    private func key(of path: String) -> String {
        Self.key(of: path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path, prefix)
    }

    /// The beginning of all paths below a folder.
    private static func folderKey(_ key: String) -> String { key.isEmpty ? "" : key + "/" }

    /// A path relative to the working folder as one from the repository's root, without `.` and `..`.
    ///
    /// A path above the root begins with `../`, which no path of the revision does.
    private static func key(of path: String, _ prefix: String) -> String {
        var parts: [Substring] = []
        for part in (prefix + path).split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The contents of objects, from one run of git.
    private static func contents(
        of objects: [String],
        _ git: Git,
        about name: String
    ) throws(ReadingError) -> [String: [UInt8]] {
        guard !objects.isEmpty else { return [:] }
        let input = Array((objects.joined(separator: "\n") + "\n").utf8)
        let answer = try git.run(["cat-file", "--batch"], input: input, about: name)
        var contents: [String: [UInt8]] = [:]
        var rest = answer.output[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            guard words.count == 3, let size = Int(words[2]), rest.endIndex - end > size else { break }
            contents[String(words[0])] = Array(rest[(end + 1)..<(end + 1 + size)])
            rest = rest[min(end + size + 2, rest.endIndex)...]
        }
        guard contents.count == Set(objects).count else {
            throw ReadingError("git could not read all files of the revision: \(answer.errors)", at: Place(file: name))
        }
        return contents
    }
}

extension [Substring] {
    /// Whether the last part of a path has an extension, as files have.
    fileprivate var isNamedAsFile: Bool { last?.contains(".") ?? false }
}
