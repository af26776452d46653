public import DriftCore

/// The output of `flowdrift gate`: contract by environment, with the reasons for each cell that isn't in sync.
public struct GateText: Sendable {
    private let style: TextStyle
    private let facts: GateFacts

    /// Makes a report.
    public init(_ facts: GateFacts, style: TextStyle = TextStyle()) {
        self.facts = facts
        self.style = style
    }

    /// The matrix of a verdict, the reasons for its cells, the stricter contracts, and the verdict on the last line.
    public func text(of verdict: Verdict) -> String {
        let matrix = GateMatrix(verdict, environments: Array(facts.states.keys))
        let reasons = matrix.rows.flatMap { row -> [String] in
            // A difference from the code has the same reason in each environment.
            var seen: Set<String> = []
            return row.cells.flatMap(\.reasons).filter { seen.insert($0).inserted }
                .map { "  \(Printable.text(row.name)): \($0)" }
        }
        let details = reasons + matrix.strayUnknowns.map { "  unknown: \($0)" }
        // The matrix isn't wrapped: broken rows couldn't be read down a column.
        let repositories = verdict.coverage.remarks.filter { $0.kind == .repository }.map { Printable.text($0.text) }
        let closing = repositories + [Wording.code(verdict.coverage.code), Wording.verdict(verdict)].compactMap(\.self)
        let below = (details.isEmpty ? [] : [""] + details) + [""] + history + closing
        return (table(matrix) + below.map(style.wrapped)).joined(separator: "\n") + "\n"
    }

    private func table(_ matrix: GateMatrix) -> [String] {
        let head = [matrix.heading] + matrix.environments.map(title)
        let rows = matrix.rows.map { row in [Printable.text(row.name)] + row.cells.map(\.answer.rawValue) }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return ([head] + rows).enumerated().map { number, cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
                return colored(cell.0, isHead: number == 0 || column == 0) + blanks
            }
            return padded.joined(separator: "  ").trimmingBlanks
        }
    }

    private func title(_ environment: EnvironmentName) -> String {
        environment.text + (facts.states[environment].map { " (\($0.note))" } ?? "")
    }

    private var history: [String] {
        guard let history = facts.history else { return [] }
        guard !history.contracts.isEmpty else { return ["since \(history.revision): no contract became stricter"] }
        let lines = history.contracts.flatMap { contract in
            ["  \(contract.name): " + contract.changes.joined(separator: "; ")]
                + contract.order.map { "    \($0.environment): \($0.first.phrase)" }
        }
        return (["since \(history.revision), these contracts became stricter:"] + lines).map(Printable.text)
    }

    private func colored(_ text: String, isHead: Bool) -> String {
        guard !isHead, let answer = GateMatrix.Answer(rawValue: text) else { return style.text(text, as: .heading) }
        switch answer {
        case .inSync: return style.text(text, as: .good)
        case .drift: return style.text(text, as: .error)
        case .unknown: return style.text(text, as: .warning)
        case .notExpected: return style.text(text, as: .aside)
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
