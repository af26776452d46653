import DriftCore

/// A path that may have wildcards: `*` and `?` within a name, and `**` for any number of folders.
///
/// As in a shell, a wildcard matches no name that begins with a dot. A wildcard never matches files in `node_modules`.
package struct FilePattern {
    /// What the paths of the tree begin with, as ``FileTree/root``.
    private let root: String

    /// The path before the first name with a wildcard, or the whole path; empty for the working folder.
    private let start: String

    /// The names in the path, beginning with the first one that has a wildcard; empty for a plain path.
    private let names: [Substring]

    /// Reads a pattern; `root` is the root of the tree whose files the pattern selects.
    package init(_ path: String, in root: String = "") {
        self.root = path.hasPrefix(root) ? root : ""
        let parts = path.dropFirst(self.root.count).split(separator: "/", omittingEmptySubsequences: false)
        let plain = parts.prefix { !$0.contains("*") && !$0.contains("?") }
        start = plain.joined(separator: "/")
        names = Array(parts[plain.count...])
    }

    /// Whether the path has a wildcard.
    var hasWildcard: Bool { !names.isEmpty }

    /// Whether a file's path matches the pattern, as in ``files(in:)``; the file needn't exist.
    package func matches(_ file: String) -> Bool {
        guard hasWildcard else { return file == root + start }
        let file = file.dropFirst(root.count)
        guard start.isEmpty || file.hasPrefix(start + "/") else { return false }
        let rest = file.dropFirst(start.isEmpty ? 0 : start.count + 1).split(separator: "/")
        return !rest.contains { $0.hasPrefix(".") || $0 == "node_modules" } && Self.matches(rest[...], names[...])
    }

    /// The files that match, in order of path; a plain path matches itself, whether it exists or not.
    ///
    /// - Throws: `ReadingError` if the folder can't be listed.
    func files(in tree: any FileTree) throws(ReadingError) -> [String] {
        guard hasWildcard else { return [root + start] }
        return try Self.files(below: start, root, tree)
            .filter { Self.matches($0.split(separator: "/")[...], names[...]) }
            .map { root + Self.path($0, in: start) }
    }

    /// The folders that match, in order of path; a plain path matches itself, whether it exists or not.
    ///
    /// `**` doesn't match folders without a file.
    ///
    /// - Throws: `ReadingError` if a folder can't be listed.
    func folders(in tree: any FileTree) throws(ReadingError) -> [String] {
        var found = [start]
        for name in names {
            var next: [String] = []
            for folder in found { next += try Self.folders(in: folder, named: name, root, tree) }
            found = next
        }
        return Set(found).sorted().map { root + $0 }
    }

    /// The folders directly in a folder that match a name; for `**`, the folder and all folders below it.
    private static func folders(
        in folder: String,
        named name: Substring,
        _ root: String,
        _ tree: any FileTree
    ) throws(ReadingError) -> [String] {
        guard name == "**" else {
            let pattern = Pattern(String(name))
            return try tree.folders(in: root + (folder.isEmpty ? "." : folder))
                .filter { !$0.hasPrefix(".") && $0 != "node_modules" && pattern.matches($0) }
                .map { path($0, in: folder) }
        }
        var folders: Set = [folder]
        for file in try files(below: folder, root, tree) {
            let parts = file.split(separator: "/").dropLast()
            for count in 0..<parts.count {
                folders.insert(path(parts.prefix(count + 1).joined(separator: "/"), in: folder))
            }
        }
        return folders.sorted()
    }

    /// The paths of the files below a folder, relative to it.
    private static func files(
        below start: String,
        _ root: String,
        _ tree: any FileTree
    ) throws(ReadingError) -> [String] {
        let folder = root + (start.isEmpty ? "." : start)
        guard tree.isFolder(folder) else { return [] }
        let found = try tree.contents(below: folder, without: ["node_modules"])
        if let problem = found.problems.first { throw problem }
        return found.files.map { String($0.dropFirst(folder.count + 1)) }
    }

    private static func path(_ name: String, in folder: String) -> String {
        folder.isEmpty ? name : folder + "/" + name
    }

    private static func matches(_ path: ArraySlice<Substring>, _ names: ArraySlice<Substring>) -> Bool {
        guard let name = names.first else { return path.isEmpty }
        let (rest, others) = (names.dropFirst(), path.dropFirst())
        if name == "**" { return matches(path, rest) || !path.isEmpty && matches(others, names) }
        guard let first = path.first, Pattern(String(name)).matches(String(first)) else { return false }
        return matches(others, rest)
    }
}
