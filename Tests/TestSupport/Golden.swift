public import Foundation
public import Testing

/// Expects that text equals one section of a page, or rewrites the section when `RECORD_GOLDEN` is set.
///
/// A section is between `<!-- NAME -->` and `<!-- end of NAME -->`, each on its own line.
public func expectGolden(
    _ actual: String,
    at file: URL,
    section: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let page = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(page.range(of: "<!-- \(section) -->\n"), sourceLocation: sourceLocation)
    let end = try #require(page.range(of: "\n<!-- end of \(section) -->"), sourceLocation: sourceLocation)
    let whole = page[..<start.upperBound] + actual + page[end.lowerBound...]
    try expectGolden(String(whole), at: file, sourceLocation: sourceLocation)
}

/// Expects that text equals a golden file, or rewrites the file when `RECORD_GOLDEN` is set.
///
/// Recording fails the test on purpose, so that recorded results are always reviewed.
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
