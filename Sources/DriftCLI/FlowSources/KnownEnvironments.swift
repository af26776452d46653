import DriftCore
import SourceText

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

extension ProjectOptions {
    /// Refuses an environment that nobody knows, where a command reads its snapshots and other environments exist.
    ///
    /// - Parameters:
    ///   - names: The environments that the command line names.
    ///   - settings: What flowdrift.yaml says.
    ///   - source: Where the flows come from; exports may be of a new environment.
    ///   - reading: The contracts, where they are read already.
    ///   - context: The execution environment.
    /// - Throws: ``CommandFailure`` with the near name.
    func requireKnown(
        _ names: [EnvironmentName],
        _ settings: Settings,
        source: SourceName? = nil,
        _ reading: ContractFolder.Reading? = nil,
        in context: Context
    ) async throws {
        var snapshots: [EnvironmentName]
        switch source {
        case .live?, .plan?, .named?: return
        case .git?, nil:
            // Whoever reads the folder says what is wrong with it.
            guard let present = try? environmentsWithSnapshots(in: context) else { return }
            snapshots = present
        }
        let strangers = names.filter { !snapshots.contains($0) && settings.environments?.contains($0) != true }
        guard !strangers.isEmpty else { return }
        if let revision = source?.revision {
            let tree = try GitTree(of: revision, reading: [], in: context)
            snapshots += try tree.folders(in: tree.root + snapshotsPath).compactMap { EnvironmentName($0) }
        }
        let contracts = if let reading { reading.contracts } else { await contractFolder(in: context).read().contracts }
        let known = KnownEnvironments(settings, snapshots: snapshots, contracts: contracts)
        for name in strangers {
            guard let objection = known.objection(to: name) else { continue }
            throw CommandFailure.badUsage("--environment \(name): there is no such environment; \(objection)")
        }
    }
}
