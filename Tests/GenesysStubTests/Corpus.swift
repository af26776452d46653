import Foundation
import TestSupport
import YAML

/// The real exports next to the checkout.
enum Corpus {
    /// The paths in the index, or empty if there is no corpus.
    static let files: [String] = {
        let index = Folders.shared.appending(path: "corpus/INDEX.tsv")
        guard let text = try? String(contentsOf: index, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 1, let folder = fields[0].split(separator: "/").last else { return nil }
            return "\(folder)/\(fields[1])"
        }
    }()

    /// The expressions in the steps of an Archy file.
    static func expressions(in node: YAMLNode) -> [String] {
        let own = node["exp"].map { $0.kind == .scalar ? [$0.text] : [] } ?? []
        let inner = node.entries.flatMap { expressions(in: $0.value) } + node.elements.flatMap(expressions)
        return (own + inner).filter { !$0.unicodeScalars.contains("\u{E0F0}") }
    }
}
