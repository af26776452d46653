package import DriftCore

/// The owners to whose contracts a run is limited.
package struct OwnerSelection: Sendable {
    /// The owners' names, or empty for no limit.
    package let names: [String]

    package init(_ names: [String] = []) {
        self.names = names
    }

    package func selects(_ contract: Contract) -> Bool {
        guard !names.isEmpty else { return true }
        guard let owner = contract.owner else { return false }
        // CODEOWNERS may name several owners.
        return names.contains(owner) || contract.owners.contains(where: names.contains)
    }

    /// The same owners with their full names.
    ///
    /// A part of a name, in any letter case, selects every owner whose name contains that part.
    ///
    /// - Throws: ``RunFailure`` if no contract names such an owner: a typo must not look like a successful check.
    package func resolved(among contracts: [Contract]) throws -> OwnerSelection {
        let known = Set(contracts.flatMap(\.owners)).sorted()
        let whole = try names.flatMap { name in
            if known.contains(name) || contracts.contains(where: { $0.owner == name }) { return [name] }
            let alike = known.filter { $0.lowercased().contains(name.lowercased()) }
            guard alike.isEmpty else { return alike }
            let near = NearName.best(for: name, among: known).map { "did you mean '\($0)'?" }
            let list =
                known.isEmpty ? "no contract names an owner" : "name one of these: \(known.joined(separator: ", "))"
            throw RunFailure.couldNotCheck("no contract is owned by '\(name)'; \(near ?? list)")
        }
        return OwnerSelection(whole)
    }

    /// The remark for the coverage, or `nil` if there is no limit.
    package func remark(on contracts: [Contract]) -> Remark? {
        guard !names.isEmpty else { return nil }
        let count = contracts.count(where: selects)
        let list = names.joined(separator: ", ")
        return Remark(
            "this run checked only the contracts of \(list) (\(count) of \(contracts.count)), and the flows that these "
                + "contracts name"
        )
    }
}

extension Contract {
    /// The owners, of which CODEOWNERS may name several.
    package var owners: [String] { owner?.split(separator: ", ").map(String.init) ?? [] }
}
