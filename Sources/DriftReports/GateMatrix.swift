import DriftCore

/// A verdict as a release gate shows it: contract by environment, with the reasons for each cell that isn't in sync.
struct GateMatrix {
    let environments: [EnvironmentName]

    /// The contracts in order of name, then the flows without a contract that have something to report.
    let rows: [Row]

    let heading: String

    /// The unknowns that belong to no cell, each as a sentence.
    let strayUnknowns: [String]

    enum Answer: String {
        case inSync = "in sync"
        case drift
        case unknown
        case notExpected = "not expected"
    }

    /// A contract, or a flow without one.
    struct Row {
        let name: String
        let isOfContract: Bool
        let cells: [Cell]
    }

    struct Cell {
        let answer: Answer
        let reasons: [String]
    }

    /// Arranges a verdict with a column for each selected environment, even if no contract applies to it.
    init(_ verdict: Verdict, environments: [EnvironmentName]) {
        self.environments = environments.sorted()
        let table = CellTable(verdict)
        let matrix = Matrix(table)
        let places = self.environments.map { matrix.environments.firstIndex(of: $0) }
        // An org may have thousands of flows without a contract, and most have nothing to report.
        let shown = matrix.rows.filter { $0.isOfContract || !$0.isInSync }
        heading = Matrix.heading(shown)
        strayUnknowns = table.strayUnknowns.map { Wording.sentence($0) }
        rows = shown.compactMap { row in
            let cells = places.map { place in place.flatMap { row.cells[$0] } }
            guard row.isOfContract || cells.contains(where: { $0 != nil }) else { return nil }
            return Row(name: row.name, isOfContract: row.isOfContract, cells: cells.map { Cell($0, verdict) })
        }
    }
}

extension GateMatrix.Cell {
    fileprivate init(_ judged: JudgedCell?, _ verdict: Verdict) {
        guard let judged else {
            (answer, reasons) = (.notExpected, [])
            return
        }
        let failing = judged.findings.filter(verdict.isFailing)
        let others = judged.references(to: verdict)
        let isInSync = judged.cell.isJudged && judged.unknowns.isEmpty
        answer = failing.isEmpty && others.isEmpty ? isInSync ? .inSync : .unknown : .drift
        let unread = judged.outcome == .notRead ? ["Something that it depends on could not be read."] : []
        reasons =
            failing.map { Wording.sentence($0) } + others.map { Printable.text(Wording.capitalized($0)) + "." }
            + judged.unknowns.map { Wording.sentence($0) } + unread
    }
}
