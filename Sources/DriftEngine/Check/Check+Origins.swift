package import DriftCore

extension UnreadContracts {
    /// Whether one of the contracts may be about the flow of a launch.
    ///
    /// If only the flow's id is known, any of the contracts may be about the flow.
    func covers(_ target: RecordedLaunch.Target) -> Bool {
        guard case .flow(let key) = target else { return !heads.isEmpty }
        return heads.contains { $0.covers(key) }
    }
}

extension Unknown {
    /// Makes the unknown for a launch that may belong to several contracts.
    init(ofLaunchAt place: Place) {
        self.init(
            reason: "it is unknown which flow the recorded launch starts: the flow's id is missing or a placeholder",
            fix: "record the launch with the flow's id; or list the launch recording in one contract only, if all its "
                + "launches start that contract's flow",
            place: place
        )
    }
}

extension [Finding] {
    /// The findings; those on contracts of other repositories get the revision that the contract was read from.
    func naming(sourcesOf contracts: [Contract]) -> [Finding] {
        let sources = Dictionary(contracts.compactMap { contract in contract.source.map { (contract.name, $0) } }) {
            first,
            _ in first
        }
        guard !sources.isEmpty else { return self }
        return map { finding in
            var finding = finding
            finding.source = finding.contract.flatMap { sources[$0] }
            return finding
        }
    }
}

extension Check {
    /// For each environment that was checked, who calls the environment's flows, according to its snapshots.
    ///
    /// An environment whose snapshots can't be read is left out.
    package func callers(of workspace: Workspace) -> [CallerGraph] {
        judgedEnvironments.compactMap { environment in
            guard let set = try? workspace.snapshots(of: environment).flowSet() else { return nil }
            return CallerGraph(set, in: environment, contracts: contracts(in: environment))
        }
    }
}
