import Foundation
import TestSupport
import Testing

/// A Swift file under Sources/.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// The path below Sources/.
    let path: String

    /// How many lines the file has.
    let lineCount: Int

    /// The lines without blanks around them, comments, and what stands in quotes.
    private let code: [String]

    /// The target that the file is of.
    var target: String { path.prefix { $0 != "/" }.description }

    var testDescription: String { path }

    /// The modules that the file imports.
    var imports: [String] {
        // Made once: a literal inside of the closure would be for every line.
        let pattern = /^(?:@\w+ )?(?:\w+ )?import (?:struct |enum |class |func )?(\w+)/
        return code.compactMap { $0.firstMatch(of: pattern) }.map { String($0.1) }
    }

    /// The lines of code in which a pattern occurs.
    func lines(with pattern: some RegexComponent) -> [String] {
        code.filter { $0.contains(pattern) }
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

    private init(_ path: String, _ text: String) {
        self.path = path
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lineCount = lines.count - 1
        var isInText = false
        let (quoted, comment) = (/"(\\.|[^"\\])*"/, /\/\/.*/)
        code = lines.compactMap { line in
            let marks = line.ranges(of: "\"\"\"").count
            let wasInText = isInText
            if !marks.isMultiple(of: 2) { isInText.toggle() }
            guard !wasInText, marks == 0 else { return nil }
            let bare = line.replacing(quoted, with: "\"\"").replacing(comment, with: "")
            return bare.trimmingCharacters(in: .whitespaces)
        }
    }
}
