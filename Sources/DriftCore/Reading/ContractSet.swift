/// The contracts of a repository, with unique names.
public struct ContractSet: Sendable {
    /// The contracts, in order of name.
    public let contracts: [Contract]

    /// The errors of the set: contracts that have the name of another one.
    public let problems: [ReadingError]

    /// The contracts that were left out because another contract has the same name.
    public let leftOut: [Contract]

    /// Sorts contracts by name, and reports each duplicate name.
    public init(_ contracts: [Contract]) {
        var problems: [ReadingError] = []
        var (unique, leftOut): ([Contract], [Contract]) = ([], [])
        unique.reserveCapacity(contracts.count)
        for contract in Self.inOrder(contracts) {
            if let first = unique.last, first.name == contract.name {
                leftOut.append(contract)
                problems.append(
                    ReadingError(
                        "Contract '\(contract.name)' has the same name as the contract at "
                            + "\(first.place(first.position))",
                        at: contract.place(contract.position),
                        fix: "give each contract its own name, or delete one of the two"
                    )
                )
            } else {
                unique.append(contract)
            }
        }
        self.contracts = unique
        self.problems = problems
        self.leftOut = leftOut
    }

    /// The contracts sorted by name, then by file.
    ///
    /// Usually the contracts are already in order, since most files are named after their contracts.
    private static func inOrder(_ contracts: [Contract]) -> [Contract] {
        func areInOrder(_ left: Int, _ right: Int) -> Bool {
            let (left, right) = (contracts[left], contracts[right])
            return left.name == right.name ? left.file < right.file : left.name < right.name
        }
        let isOrdered = contracts.indices.dropFirst().allSatisfy { !areInOrder($0, $0 - 1) }
        return isOrdered ? contracts : contracts.indices.sorted(by: areInOrder).map { contracts[$0] }
    }
}
