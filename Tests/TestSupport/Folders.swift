public import Foundation

/// The folders that tests read from.
public enum Folders {
    /// The package's root folder.
    public static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder with further test data, next to the checkout; most machines don't have it.
    public static let shared = package.deletingLastPathComponent().appending(path: "shared")

    /// Whether a file or folder exists in ``shared``.
    public static func isShared(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: shared.appending(path: path).path)
    }
}

/// A folder that is deleted when the tests end.
///
/// All such folders are deleted at once, because Linux takes long to create a new file after many deletions.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes an empty folder.
    public init() throws {
        // Short, because a socket's path may have at most 107 bytes.
        path = Self.root + "/" + UUID().uuidString.prefix(13)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    private static let root: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.root) }
        return FileManager.default.temporaryDirectory.path + "/flowdrift-test-" + UUID().uuidString.prefix(8)
    }()

    /// Writes a file, and creates its folder.
    public func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Deletes a file.
    public func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    /// The content of a file, or `nil` if it doesn't exist.
    public func read(_ file: String) -> String? {
        try? String(contentsOf: URL(filePath: path).appending(path: file), encoding: .utf8)
    }

    /// The contents of the files below the folder, by path.
    public func tree() throws -> [String: String] {
        var tree: [String: String] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder), !isFolder.boolValue
            else {
                continue
            }
            tree[file] = read(file) ?? ""
        }
        return tree
    }
}
