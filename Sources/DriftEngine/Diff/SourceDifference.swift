package import DriftCore

/// What differs between two sources, and what couldn't be read or compared.
package struct SourceDifference<Difference: Sendable>: Sendable {
    package var difference: Difference
    package var problems: [ReadingError]
    package var notices: [FlowSet.Notice] = []
}

extension SourceResolver {
    /// Compares the flows of two sources.
    ///
    /// `environment` selects the environment of sources that have several, or is `nil` if the user names none.
    ///
    /// - Throws: `ReadingError` or ``RunFailure`` if a source can't be read.
    package func difference(
        from: SourceName,
        to: SourceName,
        in environment: EnvironmentName?
    ) async throws -> SourceDifference<FlowSetDifference> {
        let needsSnapshots = ![from, to].contains { source in
            switch source {
            case .live, .plan: true
            case .git, .named: false
            }
        }
        if let environment, needsSnapshots {
            try await workspace.requireKnown([environment], source: [from, to].first { $0.revision != nil })
        }
        let shared = environment ?? self.environment(of: to) ?? self.environment(of: from)
        let old = try await flows(of: from, in: shared)
        let new = try await flows(of: to, in: shared)
        let difference = FlowSetDifference(from: old, to: new)
        let open = old.problemsOfOpenVariables + new.problemsOfOpenVariables
        return SourceDifference(
            difference: difference,
            problems: old.problems + new.problems + open + Self.undecided(difference, from, old, to, new),
            notices: old.notices + new.notices
        )
    }

    /// The errors of the flows that couldn't be compared completely.
    private static func undecided(
        _ difference: FlowSetDifference,
        _ from: SourceName,
        _ old: FlowSet,
        _ to: SourceName,
        _ new: FlowSet
    ) -> [ReadingError] {
        let sides = [old, new].map { set in Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first } }
        return difference.undecided.map { key in
            let (left, right) = (sides[0][key], sides[1][key])
            if let stale = left?.staleness ?? right?.staleness, left != nil, right != nil { return stale }
            return ReadingError(
                "'\(key)' was not compared: a listing has the flow, but the flow's inputs and outputs could not be "
                    + "read",
                at: Place(file: (left == nil ? from : to).description),
                fix: "put the flow's export into the folder that has the listing"
            )
        }
    }

    /// Compares the contracts of two sources: folders, single contracts, or revisions.
    ///
    /// - Throws: `ReadingError` or ``RunFailure`` if a source has no contracts.
    package func contractDifference(
        from: SourceName,
        to: SourceName
    ) async throws -> SourceDifference<ContractSetDifference> {
        let old = try await contracts(of: from)
        let new = try await contracts(of: to)
        return SourceDifference(
            difference: ContractSetDifference(from: old.contracts, to: new.contracts),
            problems: old.problems + new.problems
        )
    }

    private func contracts(of source: SourceName) async throws -> ContractFolder.Reading {
        let reading: ContractFolder.Reading
        switch source {
        case .git(let revision): reading = await (try workspace.contracts(at: revision)).read()
        case .named(let path):
            var place = workspace
            (place.contractsPaths, place.namesContracts) = ([path], true)
            reading = await place.contracts.read()
        case .live, .plan: throw RunFailure.badUsage("\(source): the source has no contracts; name a folder or git:REV")
        }
        let isUnread = reading.problems.contains { !ContractFolder.isNothing($0) }
        guard reading.contracts.isEmpty, !isUnread else { return reading }
        throw RunFailure.couldNotCheck("\(source): no contract was found in this source")
    }
}
