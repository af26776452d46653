public import DriftCore

/// What `flowdrift gate` says: contract by environment, and the reason for each cell that is not in sync.
public struct GateText: Sendable {
    private let style: TextStyle

    /// What stands beside an environment's name: the date of its snapshots, or `live`.
    private let notes: [EnvironmentName: String]

    /// Makes a report.
    public init(notes: [EnvironmentName: String], style: TextStyle = TextStyle()) {
        self.notes = notes
        self.style = style
    }

    /// What came of a cell.
    private enum Answer: String {
        case inSync = "in sync"
        case drift
        case unknown
        case notExpected = "not expected"
    }

    /// The matrix of a verdict, with reasons and a closing line.
    public func text(of verdict: Verdict) -> String {
        let matrix = Matrix(CellTable(verdict))
        // An org may have thousands of flows that no contract is about, and most have nothing to say.
        let shown = matrix.rows.filter { $0.isOfContract || !$0.isInSync }
        // A column for each environment that was asked for, even where no contract need hold.
        let columns = notes.keys.sorted()
        let places = columns.map { matrix.environments.firstIndex(of: $0) }
        let head = [Matrix.heading(shown)] + columns.map(title)
        let rows = shown.compactMap { row -> [String]? in
            let cells = places.map { place in place.flatMap { row.cells[$0] } }
            guard row.isOfContract || cells.contains(where: { $0 != nil }) else { return nil }
            return [Printable.text(row.name)] + cells.map { answer($0, verdict).rawValue }
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0 }
        let lines = ([head] + rows).enumerated().map { number, cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
                return colored(cell.0, isHead: number == 0 || column == 0) + blanks
            }
            return padded.joined(separator: "  ").trimmingBlanks
        }
        let whys = shown.flatMap { row in
            row.cells.compactMap(\.self).flatMap { reasons($0, row.name, verdict) }
        }
        let stray = CellTable(verdict).strayUnknowns.map { "  unknown: \(Wording.sentence($0))" }
        let details = whys + stray
        return (lines + (details.isEmpty ? [] : [""] + details) + ["", Wording.verdict(verdict)])
            .joined(separator: "\n") + "\n"
    }

    private func title(_ environment: EnvironmentName) -> String {
        environment.text + (notes[environment].map { " (\($0))" } ?? "")
    }

    private func answer(_ judged: JudgedCell?, _ verdict: Verdict) -> Answer {
        guard let judged else { return .notExpected }
        if judged.findings.contains(where: verdict.isFailing) { return .drift }
        return judged.cell.isJudged && judged.unknowns.isEmpty ? .inSync : .unknown
    }

    private func reasons(_ judged: JudgedCell, _ name: String, _ verdict: Verdict) -> [String] {
        let findings = judged.findings.filter(verdict.isFailing).map(Wording.sentence)
        let unknowns = judged.unknowns.map(Wording.sentence)
        let unread = judged.outcome == .notRead ? ["What it needs could not be read."] : []
        return (findings + unknowns + unread).map { "  \(Printable.text(name)): \($0)" }
    }

    private func colored(_ text: String, isHead: Bool) -> String {
        guard !isHead, let answer = Answer(rawValue: text) else { return style.text(text, as: .heading) }
        switch answer {
        case .inSync: return style.text(text, as: .good)
        case .drift: return style.text(text, as: .error)
        case .unknown: return style.text(text, as: .warning)
        case .notExpected: return style.text(text, as: .aside)
        }
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
