package import DriftCore

/// The environments that a repository names, grouped by the place: the settings, the snapshots, or the contracts.
struct KnownEnvironments {
    private let settings: [EnvironmentName]
    private let snapshots: [EnvironmentName]
    private var contracts: Set<EnvironmentName> = []

    init(_ settings: Settings, snapshots: [EnvironmentName], contracts: [Contract]) {
        self.settings = settings.environments ?? []
        self.snapshots = snapshots
        for contract in contracts { self.contracts.formUnion((contract.environments ?? [:]).keys) }
    }

    var all: [EnvironmentName] { contracts.union(settings).union(snapshots).sorted() }

    /// Suggests known names for an unknown name.
    ///
    /// Returns `nil` if the name is known, or if no environment is known.
    func objection(to name: EnvironmentName, besides others: [EnvironmentName] = []) -> String? {
        let known = Set(all).union(others)
        guard !known.isEmpty, !known.contains(name) else { return nil }
        return name.nearest(among: known.sorted()).map { "did you mean '\($0)'?" }
            ?? "name one of these: \(known.sorted().map(\.text).joined(separator: ", "))"
    }
}

extension Workspace {
    /// Throws ``RunFailure`` with a suggestion if the user names an environment that the repository doesn't know.
    ///
    /// Live orgs, plans and exports may be of a new environment. If the caller passes a `reading`, the contracts aren't
    /// read again.
    package func requireKnown(
        _ names: [EnvironmentName],
        source: SourceName? = nil,
        _ reading: ContractFolder.Reading? = nil
    ) async throws {
        var snapshots: [EnvironmentName]
        switch source {
        case .live?, .plan?, .named?: return
        case .git?, nil:
            // If the folder can't be listed, the code that reads the snapshots reports that.
            guard let present = try? environmentsWithSnapshots() else { return }
            snapshots = present
        }
        let strangers = names.filter { !snapshots.contains($0) && settings.environments?.contains($0) != true }
        guard !strangers.isEmpty else { return }
        if let revision = source?.revision {
            let tree = try self.revision(revision, [])
            snapshots += try tree.environments(in: tree.root + snapshotsPath)
        }
        let contracts = if let reading { reading.contracts } else { await contracts.read().contracts }
        let known = KnownEnvironments(settings, snapshots: snapshots, contracts: contracts)
        for name in strangers {
            guard let objection = known.objection(to: name) else { continue }
            throw RunFailure.badUsage("--environment \(name): there is no such environment; \(objection)")
        }
    }
}
