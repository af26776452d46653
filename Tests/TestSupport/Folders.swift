public import Foundation

/// The folders that tests read from.
public enum Folders {
    /// The package's own folder.
    public static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What lies beside the checkout for tests to read; absent on most machines.
    public static let shared = package.deletingLastPathComponent().appending(path: "shared")

    /// Whether something lies in ``shared``.
    public static func isShared(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: shared.appending(path: path).path)
    }
}

/// A folder that is gone when the tests are over.
///
/// All of them go at once: Linux takes long to find room for a new file where many have just been removed.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes an empty folder.
    public init() throws {
        // Short, because a socket's path may take no more than 107 bytes.
        path = Self.root + "/" + UUID().uuidString.prefix(13)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Where they all are.
    private static let root: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.root) }
        return FileManager.default.temporaryDirectory.path + "/flowdrift-test-" + UUID().uuidString.prefix(8)
    }()

    /// Writes a file, and makes its folder.
    public func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Takes a file away.
    public func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    /// What a file holds; nil where there is none.
    public func read(_ file: String) -> String? {
        try? String(contentsOf: URL(filePath: path).appending(path: file), encoding: .utf8)
    }

    /// The files below the folder with what they hold, by path.
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
