package import DriftCore

/// A repository as a run sees it: its files, where its contracts and snapshots are, and its settings.
package struct Workspace: Sendable {
    /// The files on disk; relative paths start at the working folder.
    package var files: any FileTree

    /// Opens the files of a git revision; reads those of the named folders in one go.
    package var revision: @Sendable (_ name: String, _ folders: [String]) throws(ReadingError) -> any FileTree

    /// Opens the contracts of other repositories that the settings name, or `nil` if the run reads none.
    package var repositories: RepositoryContracts?

    /// The folders of contracts, or single contracts, as messages show them.
    package var contractsPaths: [String]

    /// Whether the user named ``contractsPaths``, on the command line or in the settings.
    ///
    /// Named paths must exist; the default folder may be missing.
    package var namesContracts: Bool

    /// The paths that together contain every contract of the project.
    package var allContracts: [String]

    package var snapshotsPath: String
    package var settingsFile: String
    package var settings: Settings

    package static let defaultSettingsFile = "flowdrift.yaml"

    package init(
        files: any FileTree,
        revision: @escaping @Sendable (_ name: String, _ folders: [String]) throws(ReadingError) -> any FileTree,
        contractsPaths: [String] = [ContractFolder.defaultPath],
        namesContracts: Bool = false,
        allContracts: [String] = [ContractFolder.defaultPath],
        snapshotsPath: String = "snapshots",
        settingsFile: String = defaultSettingsFile,
        settings: Settings = Settings()
    ) {
        self.files = files
        self.revision = revision
        self.contractsPaths = contractsPaths
        self.namesContracts = namesContracts
        self.allContracts = allContracts
        self.snapshotsPath = snapshotsPath
        self.settingsFile = settingsFile
        self.settings = settings
    }

    /// The contracts that the user names, or those of the default folder.
    package var contracts: ContractFolder {
        var folder = ContractFolder(
            paths: contractsPaths,
            isNamed: namesContracts,
            whole: allContracts,
            tree: files,
            known: knownFlows
        )
        folder.repositories = repositories
        return folder
    }

    /// The flows of the project's snapshots.
    package var knownFlows: KnownFlows {
        KnownFlows(environments: knownEnvironments, ids: flowsByID, flows: flowsOfAllSnapshots)
    }

    package func contracts(at revision: String) throws(ReadingError) -> ContractFolder {
        let tree = try self.revision(revision, contractsPaths)
        let paths = contractsPaths.map { tree.root + $0 }
        let whole = allContracts.map { tree.root + $0 }
        return ContractFolder(
            paths: paths,
            isNamed: false,
            whole: whole,
            tree: tree,
            known: knownFlows
        )
    }

    /// The environments in the settings, and those with snapshots.
    private func knownEnvironments() -> [EnvironmentName] {
        let known = (settings.environments ?? []) + ((try? environmentsWithSnapshots()) ?? [])
        return Set(known).sorted()
    }

    /// The flows of all snapshots by id, without the environments that can't be read.
    private func flowsByID() -> [FlowID: FlowKey] {
        var flows: [FlowID: FlowKey] = [:]
        for environment in (try? environmentsWithSnapshots()) ?? [] {
            guard let index = try? snapshots(of: environment).index() else { continue }
            for (key, id) in index.ids { flows[id] = key }
            // If a flow has no id, `flowdrift stub` makes one from the flow's type and name, and code may launch it by
            // that id.
            for flow in index.flows where index.ids[flow.entry.key] == nil {
                flows[FlowID(madeFor: flow.entry.key)] = flow.entry.key
            }
        }
        return flows
    }

    /// The flows of all snapshots, without the environments that can't be read.
    private func flowsOfAllSnapshots() -> [Flow] {
        ((try? environmentsWithSnapshots()) ?? []).flatMap { (try? snapshots(of: $0).flowSet())?.flows ?? [] }
    }

    /// The flows that the contracts of an environment name.
    ///
    /// Contracts that can't be read are left out.
    package func namedFlows(in environment: EnvironmentName) async -> Set<FlowKey> {
        let contracts = await contracts.read().contracts
        return Set(contracts.filter { $0.holds(in: environment) }.compactMap { $0.flowKey(in: environment) })
    }

    /// The snapshots of an environment, which may have none.
    package func snapshots(of environment: EnvironmentName) -> SnapshotSource {
        SnapshotSource(folder: snapshotsPath + "/" + environment.text, of: files)
    }

    package func environmentsWithSnapshots() throws(ReadingError) -> [EnvironmentName] {
        try files.environments(in: snapshotsPath)
    }

    /// The environments in the settings, or else those with snapshots.
    package func environments() throws(ReadingError) -> [EnvironmentName] {
        if let environments = settings.environments { return environments }
        return try environmentsWithSnapshots()
    }
}

extension FileTree {
    /// The environments that have a subfolder in a folder of snapshots, in order of name.
    func environments(in folder: String) throws(ReadingError) -> [EnvironmentName] {
        try folders(in: folder).compactMap { EnvironmentName($0) }.sorted()
    }
}
