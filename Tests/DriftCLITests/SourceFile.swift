import Foundation
import TestSupport
import Testing

/// A Swift file under Sources/.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// The path below Sources/.
    let path: String

    let lineCount: Int

    /// The lines without comments and quoted texts; lines of multi-line texts are empty.
    let code: [String]

    var target: String { path.prefix { $0 != "/" }.description }

    var testDescription: String { path }

    var imports: [String] {
        // Created once; inside the closure it would be created for every line.
        let pattern = /^(?:@\w+ )?(?:\w+ )?import (?:struct |enum |class |func )?(\w+)/
        return code.compactMap { $0.trimmingCharacters(in: .whitespaces).firstMatch(of: pattern) }.map { String($0.1) }
    }

    /// The lines of code in which a pattern occurs.
    func lines(with pattern: some RegexComponent) -> [String] {
        // Usually there is none, and one search is faster than one per line.
        guard code.joined(separator: "\n").contains(pattern) else { return [] }
        return code.map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.contains(pattern) }
    }

    /// Every Swift file, in order of path.
    static func all() throws -> [SourceFile] { try files.get() }

    private static let files = Result { try read() }

    private static func read() throws -> [SourceFile] {
        let folder = Folders.package.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.sorted().map { path in
            SourceFile(path, try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
    }

    init(_ path: String, _ text: String) {
        self.path = path
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lineCount = lines.count - 1
        var isInText = false
        let (quoted, comment) = (/"(\\.|[^"\\])*"/, /\/\/.*/)
        code = lines.map { line in
            let hasQuotes = line.utf8.contains(UInt8(ascii: "\""))
            let marks = hasQuotes ? line.ranges(of: "\"\"\"").count : 0
            let wasInText = isInText
            if !marks.isMultiple(of: 2) { isInText.toggle() }
            guard !wasInText, marks == 0 else { return "" }
            var bare = hasQuotes ? line.replacing(quoted, with: "\"\"") : line
            if bare.utf8.contains(UInt8(ascii: "/")) { bare = bare.replacing(comment, with: "") }
            return String(bare)
        }
    }
}
