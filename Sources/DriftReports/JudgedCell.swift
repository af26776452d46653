import DriftCore

/// A cell of the matrix with its results.
struct JudgedCell {
    var cell: Cell
    var findings: [Finding] = []

    /// The findings that were folded into one of another cell, each with that one.
    var folded: [(finding: Finding, head: Finding)] = []

    var unknowns: [Unknown] = []

    /// All findings on the cell, wherever they are shown.
    var allFindings: [Finding] { findings + folded.map(\.finding) }

    /// Where the findings that were folded into others are shown: `same cause as workflow/Outage Notice`; each once.
    func references(to verdict: Verdict) -> [String] {
        let names = folded.filter { verdict.isFailing($0.finding) }.map { "same cause as \(Wording.name($0.head))" }
        return names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    }

    /// The contract and its flow in words, or the subject of its findings if it has neither.
    var name: String {
        let names = [cell.contract, cell.flow?.description].compactMap(\.self)
        return names.isEmpty ? findings.first.map(Wording.name) ?? "triggers" : names.joined(separator: ": ")
    }

    var outcome: Outcome {
        if allFindings.contains(where: { $0.acceptance == nil }) { return .findings }
        if !findings.isEmpty { return .accepted }
        if !cell.isJudged, unknowns.isEmpty { return .notRead }
        return unknowns.isEmpty ? .inSync : .unknown
    }

    enum Outcome {
        /// Checked, with nothing to report.
        case inSync
        /// At least one finding that counts, of whatever severity.
        case findings
        /// Findings that are all accepted.
        case accepted
        /// No findings, but something is unknown.
        case unknown
        /// Not checked, because something couldn't be read.
        case notRead
    }

    /// The outcome in words: `in sync`, `2 errors, 1 note`, `unknown`.
    var phrase: String {
        switch outcome {
        case .inSync: "in sync"
        case .findings, .accepted:
            Wording.counts(allFindings) + (unknowns.isEmpty ? "" : ", \(unknowns.count) unknown")
        case .unknown: "unknown"
        case .notRead: "not read"
        }
    }
}

/// A verdict by cell; every finding is in a cell.
struct CellTable {
    /// The cells in order of environment, contract and flow.
    let cells: [JudgedCell]

    /// The unknowns that belong to no cell.
    let strayUnknowns: [Unknown]

    /// Sorts the results of a verdict into its cells; a finding without a cell gets one of its own.
    ///
    /// A result about a contract without an environment, such as a difference from the code, is in each cell of the
    /// contract.
    init(_ verdict: Verdict) {
        var cells: [JudgedCell] = []
        var index: [Key: Int] = [:]
        // A flow may be checked twice: against the events of its triggers, and against the live org.
        for cell in verdict.coverage.cells where index[Key(cell)] == nil {
            index[Key(cell)] = cells.count
            cells.append(JudgedCell(cell: cell))
        }
        let places = Dictionary(grouping: cells.indices.filter { cells[$0].cell.contract != nil }) {
            cells[$0].cell.contract
        }
        /// The cells for a result with a contract but without an environment; empty for any other result.
        func everywhere(_ contract: String?, _ environment: EnvironmentName?) -> [Int] {
            contract == nil || environment != nil ? [] : places[contract] ?? []
        }
        for finding in verdict.findings {
            let all = everywhere(finding.contract, finding.environment)
            for place in all { cells[place].findings.append(finding) }
            if all.isEmpty {
                let key = Key(finding)
                let place = index[key] ?? cells.count
                if place == cells.count {
                    index[key] = place
                    cells.append(JudgedCell(cell: Cell(finding)))
                }
                cells[place].findings.append(finding)
            }
            // A folded finding makes no cell of its own, but its contract isn't in sync.
            for other in finding.sameCause where Key(other) != Key(finding) {
                if let place = index[Key(other)] { cells[place].folded.append((other, finding)) }
            }
        }
        var stray: [Unknown] = []
        for unknown in verdict.coverage.unknowns {
            let all = everywhere(unknown.contract, unknown.environment)
            let own = Key(unknown).flatMap { index[$0] }.map { [$0] } ?? []
            for place in all.isEmpty ? own : all { cells[place].unknowns.append(unknown) }
            if all.isEmpty, own.isEmpty { stray.append(unknown) }
        }
        self.cells = cells.sorted { $0.cell < $1.cell }
        strayUnknowns = stray
    }

    /// Identifies a cell: the environment, and the contract or else the flow.
    private struct Key: Hashable {
        private let environment: EnvironmentName?
        private let contract: String?
        private let flow: FlowKey?

        init(_ cell: Cell) {
            (environment, contract) = (cell.environment, cell.contract)
            flow = cell.contract == nil ? cell.flow : nil
        }

        init(_ finding: Finding) {
            (environment, contract) = (finding.environment, finding.contract)
            flow = finding.contract == nil ? finding.flow : nil
        }

        init?(_ unknown: Unknown) {
            guard unknown.contract != nil || unknown.flow != nil else { return nil }
            (environment, contract) = (unknown.environment, unknown.contract)
            flow = unknown.contract == nil ? unknown.flow : nil
        }
    }
}

extension Cell {
    /// The cell of a finding; the finding shows that the cell was checked.
    fileprivate init(_ finding: Finding) {
        self.init(finding.flow, in: finding.environment, isJudged: true)
        contract = finding.contract
        owner = finding.owner
        place = finding.place
    }
}
