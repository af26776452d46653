import DriftCore

extension Check {
    /// The flows by id in each environment, also those that are gone: what contracts and earlier states say.
    ///
    /// Empty unless a finding knows the flow by its id only.
    var formerKeys: [EnvironmentName?: [FlowID: FlowKey]] {
        let nameless = outcome.findings.filter { $0.flowCause?.id != nil }
        return Dictionary(grouping: nameless, by: \.environment).reduce(into: [:]) { keys, group in
            let (environment, findings) = group
            var known = earlier[environment]?.keysByID ?? [:]
            for contract in contracts(in: environment) {
                guard let key = contract.flowKey(in: environment) else { continue }
                if let id = contract.promisedID(in: environment)?.value { known[id] = key }
                // A trigger of the contract starts the contract's flow, whatever id it still has.
                let triggers = Set(contract.triggers.compactMap { $0.name(in: environment) })
                for finding in findings where finding.trigger.map(triggers.contains) ?? false {
                    if let id = finding.flowCause?.id, known[id] == nil { known[id] = key }
                }
            }
            keys[environment] = known
        }
    }

    /// Adds to each finding which side moved: the flow or the contract.
    ///
    /// `source` has the earlier snapshots. `base` are the contracts of the base revision, or `nil` if there is none.
    mutating func tellMovers(
        in environment: EnvironmentName,
        from source: any FlowSource,
        base: [Contract]?
    ) async {
        guard outcome.findings.contains(where: { $0.environment == environment }) else { return }
        let now = await fingerprints(of: contracts, in: environment, from: source)
        var before: Set<String>?
        if let base { before = await fingerprints(of: base, in: environment, from: source) }
        for index in outcome.findings.indices where outcome.findings[index].environment == environment {
            outcome.findings[index].mover = Mover(of: outcome.findings[index], onSnapshot: now, before: before)
        }
    }

    /// Adds to the findings on changed flows, also those of contracts, which version of the flow made the change.
    mutating func tell(_ origins: [FlowKey: [FlowChange: ChangeOrigin]], in environment: EnvironmentName) {
        for index in outcome.findings.indices where outcome.findings[index].environment == environment {
            let finding = outcome.findings[index]
            guard let own = finding.flow.flatMap({ origins[$0] }) else { continue }
            outcome.findings[index].origin = own.first { finding.isAbout($0.key) }?.value
        }
    }

    private func fingerprints(
        of contracts: [Contract],
        in environment: EnvironmentName,
        from source: any FlowSource
    ) async -> Set<String> {
        let outcome = await EnvironmentCheck(
            environment: environment,
            source: source,
            contracts: contracts.filter { $0.holds(in: environment) },
            owners: OwnerSelection(),
            onlyFlows: nil,
            judge: judge
        ).outcome()
        return Set(outcome.findings.map(\.fingerprint))
    }
}
