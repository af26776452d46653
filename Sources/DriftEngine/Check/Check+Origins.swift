import DriftCore

extension UnreadContracts {
    /// Whether one of the contracts may be about the flow of a launch.
    ///
    /// If only the flow's id is known, any of them may be.
    func covers(_ target: RecordedLaunch.Target) -> Bool {
        guard case .flow(let key) = target else { return !heads.isEmpty }
        return heads.contains { $0.covers(key) }
    }
}

extension Unknown {
    /// The question about a launch that may belong to several contracts.
    init(ofLaunchAt place: Place) {
        self.init(
            reason: "which flow a recorded launch starts: its id is missing or a placeholder",
            fix: "record the launch with the flow's id, or list the launch recording in only one contract",
            place: place
        )
    }
}

extension [Finding] {
    /// The findings, those on contracts of other repositories with the revision that was read.
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
