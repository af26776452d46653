import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// The public suite of JSON parsing: a reader must accept files `y_*`, must reject files `n_*`, and may do either with
/// files `i_*`.
@Suite struct JSONSuiteTests {
    private static let folder = "suites/json-test-suite/test_parsing"

    @Test(.enabled(if: Folders.isShared(folder), "the JSON test suite is not next to the package"))
    func readsWhatIsJSONAndRefusesWhatIsNot() throws {
        let folder = Folders.shared.appending(path: Self.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var counts: [Character: Int] = [:]
        var wrong: [String] = []
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let kind = try #require(name.first)
            let isSound = JSONDocument(reading: bytes).isSound
            if kind == "y" && !isSound || kind == "n" && isSound { wrong.append(name) }
            let written = JSONDocument(reading: bytes, JSONReading(allowingPlaceholders: true))
            if kind == "y" && !written.isSound { wrong.append(name + " (as a template)") }
            counts[kind, default: 0] += 1
        }
        let summary = counts.sorted { $0.key < $1.key }.map { "\($0.key)_ \($0.value)" }.joined(separator: ", ")
        print("json-test-suite: \(names.count) files: \(summary); wrong: \(wrong.count)")
        #expect(wrong == [])
    }
}
