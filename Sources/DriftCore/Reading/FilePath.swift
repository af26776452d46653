/// A path with `.` and `..` resolved where possible, so that all spellings of the same path are equal.
package struct FilePath {
    package let text: String

    /// Makes the path of a file.
    ///
    /// - Parameters:
    ///   - path: The path as written.
    ///   - other: The file whose folder `path` is relative to, or `nil` if `path` isn't relative to a file.
    package init(_ path: String, in other: String? = nil) {
        guard !path.hasPrefix("/"), let other, let slash = other.lastIndex(of: "/") else {
            text = Self.plain(path)
            return
        }
        text = Self.plain(other[...slash] + path)
    }

    /// The path relative to the folder of another file.
    ///
    /// Both paths must be absolute, or both must be relative to the same folder.
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
