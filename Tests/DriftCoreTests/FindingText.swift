import SourceText
import StrictJSON
import YAML

@testable import DriftCore

extension Finding {
    /// The finding in golden files: its report text and its edit.
    var goldenText: String {
        let lines = [
            "\(place.map { "\($0): " } ?? "")\(severity): \(message) [\(rule)]",
            "  fix: \(fix.summary)",
            fix.edit.map { "  edit: \($0.start)-\($0.end) -> \(JSONValue.quoted($0.replacement))" },
        ]
        return lines.compactMap { $0.map { $0 + "\n" } }.joined()
    }
}

extension Fix.Edit {
    /// A text after the edit.
    func applied(to text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let (from, to) = (offset(of: start, in: scalars), offset(of: end, in: scalars))
        var result = String.UnicodeScalarView(scalars[..<from])
        result.append(contentsOf: replacement.unicodeScalars)
        result.append(contentsOf: scalars[to...])
        return String(result)
    }

    private func offset(of position: Position, in scalars: [Unicode.Scalar]) -> Int {
        var lineStart = 0
        for _ in 1..<position.line {
            lineStart = (scalars[lineStart...].firstIndex(of: "\n") ?? scalars.count - 1) + 1
        }
        return lineStart + position.column - 1
    }
}

extension Outcome {
    /// The part that a verdict reports if nothing is accepted.
    var reported: Outcome {
        let verdict = Verdict(findings: findings, coverage: coverage)
        return Outcome(findings: verdict.findings, coverage: verdict.coverage)
    }
}
