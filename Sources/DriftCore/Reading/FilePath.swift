/// A path with neither `.` nor `..` in it where that can be helped, so that two paths of one file are the same text.
package struct FilePath {
    /// The path.
    package let text: String

    /// Makes the path of a file.
    ///
    /// - Parameters:
    ///   - path: The path as it is written.
    ///   - other: The file whose folder it is relative to; nil for a path that stands for itself.
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
