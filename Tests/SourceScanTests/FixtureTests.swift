import Foundation
import SourceScan
import TestSupport
import Testing

/// Scans each file below Fixtures and compares the result with the file of the same name that ends in `.expected`.
@Suite struct FixtureTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let files: [String] = {
        let found = FileManager.default.enumerator(atPath: root.path) ?? FileManager.DirectoryEnumerator()
        return found.compactMap { $0 as? String }
            .filter { $0.contains(".") && !$0.hasSuffix(".expected") && !isFolder($0) }
            .sorted()
    }()

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    @Test(arguments: files)
    func findsTheLaunches(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.root.appending(path: file)))
        try expectGolden(
            ScannedSource(bytes, file: file).description,
            at: Self.root.appending(path: file + ".expected")
        )
    }

    @Test(arguments: files)
    func marksEachFileWithALaunch(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.root.appending(path: file)))
        guard !ScannedSource(bytes, file: file).launches.isEmpty else { return }
        #expect(bytes.withUnsafeBytes(LaunchMarkers.mayLaunch))
    }
}
