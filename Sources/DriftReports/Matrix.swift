import DriftCore

/// The contracts of a run, with a cell for each environment in which they were checked.
struct Matrix {
    /// The environments in order; `nil` for flows without a named environment.
    let environments: [EnvironmentName?]

    /// The contracts in order of name, then the flows without a contract.
    let rows: [Row]

    /// A contract or flow in every environment.
    struct Row {
        /// The contract's name, or the flow's if there is no contract.
        var name: String

        /// The owner, or `nil` if nothing names an owner.
        var owner: String?

        /// A cell for each environment, in the matrix's order, or `nil` if there is nothing to check.
        var cells: [JudgedCell?]

        /// The text for an environment without a cell.
        var absence: String {
            isOfContract ? "not expected" : "not checked"
        }

        var isOfContract: Bool { cells.contains { $0?.cell.contract != nil } }

        var isInSync: Bool {
            cells.allSatisfy { $0 == nil || $0?.outcome == .inSync }
        }
    }

    init(_ table: CellTable) {
        let environments = Set(table.cells.map(\.cell.environment)).sorted { ($0?.text ?? "") < ($1?.text ?? "") }
        let columns = Dictionary(uniqueKeysWithValues: environments.enumerated().map { ($1, $0) })
        var rows: [Name: Row] = [:]
        for judged in table.cells {
            let (cell, name) = (judged.cell, Name(judged))
            guard let column = columns[cell.environment] else { continue }
            let empty = Row(name: name.text, owner: cell.owner, cells: environments.map { _ in nil })
            rows[name, default: empty].cells[column] = judged
        }
        self.environments = environments
        self.rows = rows.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The heading of the first column, for these rows.
    static func heading(_ rows: [Row]) -> String {
        guard rows.contains(where: \.isOfContract) else { return "Flow" }
        return rows.allSatisfy(\.isOfContract) ? "Contract" : "Contract or flow"
    }

    /// The heading of an environment's column.
    static func title(_ environment: EnvironmentName?) -> String {
        environment?.text ?? "flows"
    }

    /// What a row is about; contracts come first.
    private struct Name: Hashable, Comparable {
        private let isFlow: Bool
        let text: String

        init(_ judged: JudgedCell) {
            isFlow = judged.cell.contract == nil
            text = judged.cell.contract ?? judged.name
        }

        static func < (lhs: Name, rhs: Name) -> Bool {
            lhs.isFlow == rhs.isFlow ? lhs.text < rhs.text : rhs.isFlow
        }
    }
}
