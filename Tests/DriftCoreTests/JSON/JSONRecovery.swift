import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

/// A text, its faults, and its probable meaning.
struct JSONRecovery: Sendable, CustomTestStringConvertible {
    let text: String
    let faults: [String]
    let meaning: String

    init(_ text: String, _ faults: [String], _ meaning: String) {
        self.text = text
        self.faults = faults
        self.meaning = meaning
    }

    var testDescription: String { text.debugDescription }

    /// Expects the faults and the tree, and that the faults' edits give a text with the same meaning.
    func expect(asTemplate isTemplate: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
        let options = JSONReading(allowingPlaceholders: isTemplate)
        let document = JSONDocument(reading: Array(text.utf8), options)
        let found = document.faults.map { "\($0.position)-\($0.end) \($0.kind)" }
        #expect(found == faults, sourceLocation: sourceLocation)
        let meant = document.root.map { JSONWriter(onOneLine: true).text(OrderedJSON($0)) } ?? "nothing"
        #expect(meant == meaning, sourceLocation: sourceLocation)
        let errors = document.faults.filter { $0.severity == .error }
        guard errors.allSatisfy({ $0.edit != nil }) else { return }
        let corrected = JSONDocument(reading: Array(text.edited(errors.compactMap(\.edit)).utf8), options)
        #expect(corrected.isSound, "\(text.edited(errors.compactMap(\.edit)))", sourceLocation: sourceLocation)
        let now = corrected.root.map { JSONWriter(onOneLine: true).text(OrderedJSON($0)) }
        #expect(now == meaning, sourceLocation: sourceLocation)
    }
}

extension String {
    /// The text after edits that don't overlap.
    func edited(_ edits: [Fix.Edit]) -> String {
        var scalars = Array(unicodeScalars)
        var lines = [0]
        for (index, scalar) in scalars.enumerated() where scalar == "\n" { lines.append(index + 1) }
        for edit in edits.enumerated().sorted(by: { ($0.element.start, $0.offset) > ($1.element.start, $1.offset) }) {
            let start = lines[edit.element.start.line - 1] + edit.element.start.column - 1
            let end = lines[edit.element.end.line - 1] + edit.element.end.column - 1
            scalars.replaceSubrange(start..<end, with: edit.element.replacement.unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
