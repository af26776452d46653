import Foundation
import TestSupport
import Testing

/// Each reader reads the fuzzer's seeds, and every input with which the fuzzer once found a fault.
struct FoundInputTests {
    /// The files below a folder of Tests/Fuzz, or empty if it doesn't exist.
    private static func files(_ folder: String) -> [URL] {
        let folder = Folders.package.appending(path: "Tests/Fuzz/\(folder)")
        return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    }

    @Test(arguments: FuzzedReader.allCases)
    func readsWhatAFuzzerFound(_ reader: FuzzedReader) throws {
        let files = Self.files("seeds/\(reader.rawValue)") + Self.files("found/\(reader.rawValue)")
        #expect(!files.isEmpty)
        for file in files { reader.read([UInt8](try Data(contentsOf: file))) }
    }
}
