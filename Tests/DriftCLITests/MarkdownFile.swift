import Foundation
import TestSupport
import Testing

/// A Markdown file of the repository, with its links.
struct MarkdownFile: Sendable, CustomTestStringConvertible {
    let file: URL

    /// The text without code blocks.
    let prose: String

    var testDescription: String { String(file.path.dropFirst(Folders.package.path.count + 1)) }

    init(_ file: URL) throws {
        self.file = file
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.split(separator: /^```/.anchorsMatchLineEndings(), omittingEmptySubsequences: false)
        prose = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    }

    /// Every Markdown file that isn't hidden, built or fetched.
    static func all() throws -> [MarkdownFile] {
        let walk = FileManager.default.enumerator(
            at: Folders.package,
            includingPropertiesForKeys: nil,
            options: .skipsHiddenFiles
        )
        var files: [URL] = []
        while let file = walk?.nextObject() as? URL {
            if file.lastPathComponent == "dist" { walk?.skipDescendants() }
            if file.pathExtension == "md" { files.append(file) }
        }
        return try files.sorted { $0.path < $1.path }.map(MarkdownFile.init)
    }

    /// The links of the file, except those to other hosts.
    var links: [String] {
        let inline = prose.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
        let markup = prose.matches(of: /(?:href|src)="([^"]+)"/).map { String($0.1) }
        return (inline + markup).filter { !$0.contains(":") }
    }

    /// The anchors of the page: its own, and those that GitHub and GitLab generate for headings.
    var anchors: Set<String> {
        var anchors = Set(prose.matches(of: /<a id="([^"]+)">/).map { String($0.1) })
        for heading in prose.matches(of: /^#{1,6} +(.+?) *$/.anchorsMatchLineEndings()) {
            let text = heading.1.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }.lowercased()
            let kept = text.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
            let anchor = kept.replacing(" ", with: "-")
            let free = [anchor] + (1...9).map { "\(anchor)-\($0)" }
            if let first = free.first(where: { !anchors.contains($0) }) { anchors.insert(first) }
        }
        return anchors
    }
}
