import DriftCore

/// A path that may have wildcards: `*` and `?` within a name, and `**` for any number of folders.
///
/// As in a shell, a wildcard matches no name that begins with a dot. It doesn't look into `node_modules`.
package struct FilePattern {
    /// The path before the first name with a wildcard, or the whole path; empty for the working folder.
    private let start: String

    /// The names from the first one with a wildcard on; empty for a plain path.
    private let names: [Substring]

    /// Reads a pattern.
    package init(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let plain = parts.prefix { !$0.contains("*") && !$0.contains("?") }
        start = plain.joined(separator: "/")
        names = Array(parts[plain.count...])
    }

    /// Whether the path has a wildcard.
    var hasWildcard: Bool { !names.isEmpty }

    /// Whether a file would be among ``files(in:)``, judged by its path alone.
    package func matches(_ file: String) -> Bool {
        guard hasWildcard else { return file == start }
        guard start.isEmpty || file.hasPrefix(start + "/") else { return false }
        let rest = file.dropFirst(start.isEmpty ? 0 : start.count + 1).split(separator: "/")
        return !rest.contains { $0.hasPrefix(".") || $0 == "node_modules" } && Self.matches(rest[...], names[...])
    }

    /// The files that match, in order of path; a plain path matches itself, whether it exists or not.
    ///
    /// - Throws: `ReadingError` if the folder can't be listed.
    func files(in tree: any FileTree) throws(ReadingError) -> [String] {
        guard hasWildcard else { return [start] }
        let folder = start.isEmpty ? "." : start
        guard tree.isFolder(folder) else { return [] }
        let found = try tree.contents(below: folder, without: ["node_modules"])
        if let problem = found.problems.first { throw problem }
        return found.files.filter { file in
            let rest = file.dropFirst(folder.count + 1).split(separator: "/")
            return Self.matches(rest[...], names[...])
        }.map { start.isEmpty ? String($0.dropFirst(2)) : $0 }
    }

    /// The folders that match, in order of path; a plain path matches itself, whether it exists or not.
    ///
    /// - Throws: `ReadingError` if a folder can't be listed.
    func folders(in tree: any FileTree) throws(ReadingError) -> [String] {
        var found = [start]
        for name in names {
            var next: [String] = []
            for folder in found { next += try Self.folders(in: folder, named: name, tree) }
            found = next
        }
        return Set(found).sorted()
    }

    /// The folders directly in a folder that match a name; for `**`, the folder and all folders below it.
    private static func folders(
        in folder: String,
        named name: Substring,
        _ tree: any FileTree
    ) throws(ReadingError) -> [String] {
        let inner = try tree.folders(in: folder.isEmpty ? "." : folder).filter {
            !$0.hasPrefix(".") && $0 != "node_modules"
        }
        let pattern = Pattern(String(name))
        let paths = inner.filter { name == "**" || pattern.matches($0) }.map { folder.isEmpty ? $0 : folder + "/" + $0 }
        guard name == "**" else { return paths }
        var all = [folder]
        for path in paths { all += try folders(in: path, named: name, tree) }
        return all
    }

    private static func matches(_ path: ArraySlice<Substring>, _ names: ArraySlice<Substring>) -> Bool {
        guard let name = names.first else { return path.isEmpty }
        let (rest, others) = (names.dropFirst(), path.dropFirst())
        if name == "**" { return matches(path, rest) || !path.isEmpty && matches(others, names) }
        guard let first = path.first, Pattern(String(name)).matches(String(first)) else { return false }
        return matches(others, rest)
    }
}
