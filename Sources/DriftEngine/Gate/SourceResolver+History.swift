package import DriftCore

extension SourceResolver {
    /// Finds which contracts became stricter since a revision, and who must ship first.
    ///
    /// `old` are the contracts of the revision, `new` those of the release; `verdict` is the verdict on `new`.
    ///
    /// - Throws: `ReadingError` or ``RunFailure`` if the old contracts can't be checked.
    package func history(
        since revision: String,
        _ old: ContractFolder.Reading,
        _ new: ContractFolder.Reading,
        _ verdict: Verdict,
        _ request: CheckRequest,
        _ terms: VerdictTerms
    ) async throws -> GateFacts.History {
        let difference = ContractSetDifference(from: old.contracts, to: new.contracts)
        // A contract that couldn't be read in the old revision only looks new.
        let stricter = difference.contracts.filter { $0.isStricter && ($0.old != nil || old.problems.isEmpty) }
        guard !stricter.isEmpty else { return GateFacts.History(since: revision, contracts: []) }
        var request = request
        request.live?.write = nil
        request.live?.versions = nil
        request.base = nil
        let past = try await check(request, old).verdict(terms, known: [])
        let contracts = stricter.map { contract in
            GateFacts.StricterContract(
                name: contract.name,
                changes: contract.changes.filter { $0.demand == .stricter }.map(\.phrase),
                order: request.environments.map { ($0, Self.order(contract, in: $0, past, verdict)) }
            )
        }
        return GateFacts.History(since: revision, contracts: contracts)
    }

    /// Who must ship first after a contract became stricter.
    private static func order(
        _ contract: ContractDifference,
        in environment: EnvironmentName,
        _ past: Verdict,
        _ present: Verdict
    ) -> ShippingOrder {
        guard contract.new?.holds(in: environment) == true else { return .notExpected }
        guard present.judges(contract.name, in: environment),
            contract.old?.holds(in: environment) != true || past.judges(contract.name, in: environment)
        else { return .unknown }
        if !present.fails(contract.name, in: environment) {
            return past.fails(contract.name, in: environment) ? .codeMustShip : .codeMayShip
        }
        let heldBefore = contract.old == nil || !past.fails(contract.name, in: environment)
        return heldBefore ? .flowFirst : .both
    }
}

extension Verdict {
    fileprivate func fails(_ contract: String, in environment: EnvironmentName) -> Bool {
        // A finding about the code has no environment, and counts in each environment.
        everyShown.contains {
            $0.contract == contract && ($0.environment == nil || $0.environment == environment) && isFailing($0)
        }
    }

    fileprivate func judges(_ contract: String, in environment: EnvironmentName) -> Bool {
        coverage.cells.contains { $0.contract == contract && $0.environment == environment && $0.isJudged }
    }
}
