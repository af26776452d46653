import Foundation
import YAML

/// One case of the public YAML test suite.
struct SuiteCase: Sendable {
    /// The file's name, with the case's number if the file has several.
    let id: String

    let yaml: String

    /// The expected events, one per line.
    let tree: [String]

    /// Whether a parser must reject it.
    let mustFail: Bool

    /// The folder of the suite's cases, next to the package.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/suites/yaml-test-suite/src").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// All cases that the suite doesn't skip, in order of name.
    static func all() throws -> [SuiteCase] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { name in
            let bytes = try Data(contentsOf: folder.appending(path: name))
            return cases(in: try YAMLDocument(parsing: [UInt8](bytes)), name: String(name.dropLast(5)))
        }
    }

    /// The cases of one file; a case inherits missing values from the one before, except whether it must fail.
    private static func cases(in document: YAMLDocument, name: String) -> [SuiteCase] {
        let items = document.root?.elements.map { $0 } ?? []
        guard items.first?["skip"] == nil else { return [] }
        var (yaml, tree) = ("", "")
        return items.enumerated().map { number, item in
            yaml = item["yaml"]?.text ?? yaml
            tree = item["tree"]?.text ?? tree
            return SuiteCase(
                id: items.count == 1 ? name : "\(name)-\(number)",
                yaml: decoded(yaml),
                tree: tree.split(separator: "\n").map { decoded(String($0.drop { $0 == " " })) },
                mustFail: item["fail"]?.scalar == .boolean(true)
            )
        }
    }

    /// The text with the suite's visible signs replaced by the characters that they mean.
    private static func decoded(_ text: String) -> String {
        var decoded = text
        if decoded.hasSuffix("∎\n") { decoded.removeLast(2) }
        return
            decoded
            .replacing(#/—*»/#, with: "\t")
            .replacing("␣", with: " ")
            .replacing("↵", with: "")
            .replacing("←", with: "\r")
            .replacing("⇔", with: "\u{FEFF}")
    }
}
