import Foundation
import PastedRequests
import SourceText
import TestSupport
import Testing

@testable import DriftCore

/// The public suite of JSON parsing, each file linted as a body: only files that aren't JSON give an error.
@Suite struct JSONSuiteLintTests {
    private static let folder = "suites/json-test-suite/test_parsing"

    @Test(.enabled(if: Folders.isShared(folder), "the JSON test suite is not next to the package"))
    func reportsABodyThatIsNoJSON() throws {
        let folder = Folders.shared.appending(path: Self.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count > 300)
        var wrong: [String] = []
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let findings = Self.errors(in: bytes)
            let hasFault = findings.rules.contains { ["payload-syntax", "request-body-missing"].contains($0) }
            if name.hasPrefix("y_") && hasFault || name.hasPrefix("n_") && !hasFault { wrong.append(name) }
            let left = Self.errors(in: Array((findings.corrected ?? "").utf8)).rules
            if findings.corrected != nil, left != [] { wrong.append("\(name) is corrected to what has \(left)") }
        }
        #expect(wrong == [])
    }

    private static func errors(in bytes: [UInt8]) -> (rules: [RuleID], corrected: String?) {
        let request = RequestComparison(RequestTextReader().read(bytes), file: "a.json", in: RequestSurroundings())
        let errors = Judge().judge(request).findings.filter { $0.severity == .error }
        return (errors.map(\.rule), CorrectedRequest(request)?.text)
    }
}
