/// The contracts of a repository, no two of the same name.
public struct ContractSet: Sendable {
    /// The contracts, in order of name.
    public let contracts: [Contract]

    /// What is wrong with the set as a whole: contracts of the same name.
    public let problems: [ReadingError]

    /// Puts contracts in order of name, and reports each name that occurs twice.
    public init(_ contracts: [Contract]) {
        var problems: [ReadingError] = []
        var unique: [Contract] = []
        for contract in contracts.sorted(by: { ($0.name, $0.file) < ($1.name, $1.file) }) {
            if let first = unique.last, first.name == contract.name {
                problems.append(
                    ReadingError(
                        "Contract '\(contract.name)' stands at \(first.place(first.position)) already",
                        at: contract.place(contract.position),
                        wayOut: "give each contract a name of its own, or keep one of the two"
                    )
                )
            } else {
                unique.append(contract)
            }
        }
        self.contracts = unique
        self.problems = problems
    }
}
