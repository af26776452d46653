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

    /// The path as seen from the folder of another file; both are absolute, or start at the same folder.
    package func relative(toFolderOf other: FilePath) -> String {
        let parts = text.split(separator: "/")
        let folder = other.text.split(separator: "/").dropLast()
        var shared = 0
        while shared < folder.count, shared < parts.count - 1, folder[shared] == parts[shared] { shared += 1 }
        return (Array(repeating: "..", count: folder.count - shared) + parts[shared...]).joined(separator: "/")
    }

    private static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
