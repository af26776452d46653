import DriftCore

/// Findings under one heading, as reports for people show them.
struct FindingSection {
    /// What the findings are about: a contract, a flow, waivers, or triggers.
    let name: String

    /// The owner, or `nil` if nothing names an owner, or if the findings have several owners.
    let owner: String?

    /// The findings in order of place.
    var items: [Item]

    /// A finding, or the same finding of several contracts.
    struct Item {
        var finding: Finding

        /// The environments in order, or empty if the finding has no environment with a name.
        var environments: [String]

        /// The contracts that have the finding if there are several, in order of place; otherwise empty.
        var contracts: [Source] = []
    }

    /// A contract that has a finding.
    struct Source {
        let contract: String
        let owner: String?
        let place: Place?
    }

    /// Arranges findings: what fails first, then by owner and name.
    ///
    /// If several contracts of a flow have the same finding, it appears once, under the flow's name.
    static func all(_ findings: [Finding]) -> [FindingSection] {
        var sections: [FindingSection] = []
        var index: [Heading: Int] = [:]
        for item in folded(MergedFinding.merged(findings)) {
            let heading = Heading(item)
            if let place = index[heading] {
                sections[place].items.append(item)
            } else {
                index[heading] = sections.count
                sections.append(FindingSection(name: heading.name, owner: heading.owner, items: [item]))
            }
        }
        return sections.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// What a section is about.
    private struct Heading: Hashable {
        let contract: String?
        let name: String
        let owner: String?

        init(_ item: Item) {
            let (finding, isFolded) = (item.finding, !item.contracts.isEmpty)
            contract = isFolded ? nil : finding.contract
            name = isFolded ? finding.flow?.description ?? "" : Wording.name(finding)
            // Each waiver has its own owner, so their common heading names none.
            owner = isFolded || finding.contract == nil && finding.flow == nil ? nil : finding.owner
        }
    }

    /// Replaces findings that are the same in several contracts by one, at the place of the first.
    private static func folded(_ findings: [MergedFinding]) -> [Item] {
        var (items, index): ([Item], [Folded: Int]) = ([], [:])
        for merged in findings {
            let finding = merged.finding
            let source = finding.contract.map { Source(contract: $0, owner: finding.owner, place: finding.place) }
            let item = Item(finding: finding, environments: merged.environments, contracts: source.map { [$0] } ?? [])
            guard let source, finding.flow != nil else {
                items.append(item)
                continue
            }
            if let place = index[Folded(merged)] {
                items[place].contracts.append(source)
            } else {
                index[Folded(merged)] = items.count
                items.append(item)
            }
        }
        for index in items.indices {
            if Set(items[index].contracts.map(\.contract)).count < 2 { items[index].contracts = [] }
            items[index].contracts.sort { ($0.place, $0.contract) < ($1.place, $1.contract) }
        }
        return items
    }

    /// What findings of several contracts must have in common to be shown as one.
    private struct Folded: Hashable {
        private let finding: Finding
        private let environments: [String]

        init(_ merged: MergedFinding) {
            var finding = merged.finding
            (finding.contract, finding.owner, finding.place) = (nil, nil, nil)
            finding.fix = Fix(finding.fix.summary)
            self.finding = finding
            environments = merged.environments
        }
    }

    /// Sorts sections: by the highest severity that counts, then those without an owner last, then by owner.
    private var rank: Rank {
        let severities = items.map(\.finding).filter { $0.acceptance == nil }.map(\.severity)
        return Rank(severity: severities.max(), owner: owner)
    }

    private struct Rank: Comparable {
        let severity: Severity?
        let owner: String?

        static func < (lhs: Rank, rhs: Rank) -> Bool {
            guard lhs.severity == rhs.severity else {
                guard let left = lhs.severity else { return false }
                return rhs.severity.map { left > $0 } ?? true
            }
            guard lhs.owner != rhs.owner else { return false }
            guard let left = lhs.owner else { return false }
            return rhs.owner.map { left < $0 } ?? true
        }
    }
}

private func < (lhs: (Place?, String), rhs: (Place?, String)) -> Bool {
    guard lhs.0 != rhs.0 else { return lhs.1 < rhs.1 }
    guard let left = lhs.0 else { return true }
    return rhs.0.map { left < $0 } ?? false
}
