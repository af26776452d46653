package import DriftCore

/// The teams to whose contracts a run is limited.
package struct OwnerSelection: Sendable {
    /// The teams' names, or empty for no limit.
    package let names: [String]

    package init(_ names: [String] = []) {
        self.names = names
    }

    package func selects(_ contract: Contract) -> Bool {
        guard !names.isEmpty else { return true }
        guard let owner = contract.owner else { return false }
        // CODEOWNERS may name several owners.
        return names.contains(owner)
            || !names.filter(Set(owner.split(separator: ", ").map(String.init)).contains).isEmpty
    }

    /// Throws if no contract names a team: a typo must not look like a successful check.
    package func require(among contracts: [Contract]) throws {
        let known = Set(contracts.compactMap(\.owner)).sorted()
        for name in names where !contracts.contains(where: { OwnerSelection([name]).selects($0) }) {
            let list = known.isEmpty ? "no contract names an owner" : "there is \(known.joined(separator: ", "))"
            throw RunFailure.couldNotCheck("no contract is owned by '\(name)'; \(list)")
        }
    }

    /// The remark for the coverage, or `nil` if there is no limit.
    package func remark(on contracts: [Contract]) -> Remark? {
        guard !names.isEmpty else { return nil }
        let count = contracts.count(where: selects)
        let list = names.joined(separator: ", ")
        return Remark(
            "limited to what \(list) answers for: \(count) of \(contracts.count) contracts, and the flows that they name"
        )
    }
}
