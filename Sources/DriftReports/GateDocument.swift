import DriftCore

/// The members of a gate's JSON report in addition to the verdict.
struct GateDocument: Encodable {
    var environments: [Environment]
    var rows: [Row]
    var since: Since?

    init(_ verdict: Verdict, _ facts: GateFacts) {
        let matrix = GateMatrix(verdict, environments: Array(facts.states.keys))
        environments = matrix.environments.map { name in
            let state = facts.states[name]
            var day: String?
            if case .snapshots(let date)? = state { day = date.description }
            return Environment(environment: name.text, live: state == .live, committed: day)
        }
        rows = matrix.rows.map { row in
            let cells = zip(matrix.environments, row.cells).map { name, cell in
                Cell(environment: name.text, answer: cell.answer.word, reasons: cell.reasons)
            }
            return Row(
                contract: row.isOfContract ? row.name : nil,
                flow: row.isOfContract ? nil : row.name,
                cells: cells
            )
        }
        since = facts.history.map(Since.init)
    }

    struct Environment: Encodable {
        var environment: String
        var live: Bool
        var committed: String?
    }

    struct Row: Encodable {
        var contract: String?
        var flow: String?
        var cells: [Cell]
    }

    struct Cell: Encodable {
        var environment: String
        var answer: String
        var reasons: [String]
    }

    struct Since: Encodable {
        var revision: String
        var stricter: [Stricter]

        init(_ history: GateFacts.History) {
            revision = history.revision
            stricter = history.contracts.map { contract in
                Stricter(
                    contract: contract.name,
                    changes: contract.changes,
                    order: contract.order.map { Order(environment: $0.environment.text, first: $0.first.rawValue) }
                )
            }
        }
    }

    struct Stricter: Encodable {
        var contract: String
        var changes: [String]
        var order: [Order]
    }

    struct Order: Encodable {
        var environment: String
        var first: String
    }
}

extension GateMatrix.Answer {
    fileprivate var word: String {
        switch self {
        case .inSync: "in-sync"
        case .drift: "drift"
        case .unknown: "unknown"
        case .notExpected: "not-expected"
        }
    }
}
