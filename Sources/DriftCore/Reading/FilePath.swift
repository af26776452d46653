/// A path without `.` and `..` where possible, so that two paths of the same file are equal.
package struct FilePath {
    package let text: String

    /// Makes the path of a file.
    ///
    /// - Parameters:
    ///   - path: The path as written.
    ///   - other: The file to whose folder it's relative, or `nil` for a path that isn't relative to a file.
    package init(_ path: String, in other: String? = nil) {
        guard !path.hasPrefix("/"), let other, let slash = other.lastIndex(of: "/") else {
            text = Self.plain(path)
            return
        }
        text = Self.plain(other[...slash] + path)
    }

    private static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
