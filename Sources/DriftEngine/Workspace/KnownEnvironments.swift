package import DriftCore

/// The environments that a repository knows, by the places that name them.
struct KnownEnvironments {
    /// The environments of the settings, in order of writing.
    private let settings: [EnvironmentName]

    /// The environments with snapshots.
    private let snapshots: [EnvironmentName]

    /// The environments that contracts name.
    private var contracts: Set<EnvironmentName> = []

    /// Collects the names.
    init(_ settings: Settings, snapshots: [EnvironmentName], contracts: [Contract]) {
        self.settings = settings.environments ?? []
        self.snapshots = snapshots
        for contract in contracts { self.contracts.formUnion((contract.environments ?? [:]).keys) }
    }

    /// All of them, in order.
    var all: [EnvironmentName] { contracts.union(settings).union(snapshots).sorted() }

    /// What there is to say of a name that is none of them, nor of the others; `nil` if no environment is known.
    func objection(to name: EnvironmentName, besides others: [EnvironmentName] = []) -> String? {
        let known = Set(all).union(others)
        guard !known.isEmpty, !known.contains(name) else { return nil }
        return name.nearest(among: known.sorted()).map { "did you mean '\($0)'?" }
            ?? "there is \(known.sorted().map(\.text).joined(separator: ", "))"
    }
}

extension Workspace {
    /// Refuses an environment that nobody knows, where a run reads its snapshots and other environments exist.
    ///
    /// - Parameters:
    ///   - names: The environments that the user names.
    ///   - source: Where the flows come from; exports may be of a new environment.
    ///   - reading: The contracts, where they are read already.
    /// - Throws: ``RunFailure`` with the near name.
    package func requireKnown(
        _ names: [EnvironmentName],
        source: SourceName? = nil,
        _ reading: ContractFolder.Reading? = nil
    ) async throws {
        var snapshots: [EnvironmentName]
        switch source {
        case .live?, .plan?, .named?: return
        case .git?, nil:
            // Whoever reads the folder says what is wrong with it.
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
