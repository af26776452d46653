import DriftCore
import DriftEngine
import DriftReports

/// The number of contracts of each owner.
struct OwnerCounts {
    private let contracts: [Contract]

    init(of contracts: [Contract]) {
        self.contracts = contracts
    }

    /// A line for each owner in order of name, and one for the contracts without an owner.
    var text: String {
        var counts: [String: Int] = [:]
        for contract in contracts { for owner in contract.owners { counts[owner, default: 0] += 1 } }
        let nobody = contracts.count(where: \.owners.isEmpty)
        let rows = counts.sorted { $0.key < $1.key } + (nobody == 0 ? [] : [(key: "no owner", value: nobody)])
        let width = rows.map(\.key.count).max() ?? 0
        return rows.map { name, count in
            let blanks = String(repeating: " ", count: width - name.count)
            return "\(Printable.text(name))\(blanks)  \(count) contract\(count == 1 ? "" : "s")\n"
        }
        .joined()
    }
}
