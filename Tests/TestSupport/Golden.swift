public import Foundation
public import Testing

/// Expects that text equals a golden file, or rewrites the file when `RECORD_GOLDEN` is set.
///
/// Recording fails the test on purpose, so that a recorded run never passes unread.
public func expectGolden(
    _ actual: String,
    at file: URL,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
        guard actual != expected else { return }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try actual.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("Recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
        return
    }
    #expect(actual == expected, "Set RECORD_GOLDEN=1 to accept", sourceLocation: sourceLocation)
}
