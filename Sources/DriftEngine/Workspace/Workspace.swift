package import DriftCore

/// A repository as a run sees it: its files, where its contracts and snapshots are, and its settings.
package struct Workspace: Sendable {
    /// The files on disk; relative paths start at the working folder.
    package var files: any FileTree

    /// Opens the files of a git revision; reads those of the named folders in one go.
    package var revision: @Sendable (_ name: String, _ folders: [String]) throws(ReadingError) -> any FileTree

    /// The folders of contracts, or single contracts, as messages show them.
    package var contractsPaths: [String]

    /// Whether the user named those, on the command line or in the settings; the default folder may be missing.
    package var namesContracts: Bool

    /// The paths that together hold every contract of the project.
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
        ContractFolder(
            paths: contractsPaths,
            isNamed: namesContracts,
            whole: allContracts,
            tree: files,
            known: knownFlows
        )
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

    /// The flows of all snapshots by id; those of an environment that can't be read are left out.
    private func flowsByID() -> [FlowID: FlowKey] {
        var flows: [FlowID: FlowKey] = [:]
        for environment in (try? environmentsWithSnapshots()) ?? [] {
            guard let index = try? snapshots(of: environment).index() else { continue }
            for (key, id) in index.ids { flows[id] = key }
            // A stand-in makes an id from the name of a flow that has none.
            for flow in index.flows where index.ids[flow.entry.key] == nil {
                flows[FlowID(madeFor: flow.entry.key)] = flow.entry.key
            }
        }
        return flows
    }

    /// The flows of all snapshots; those of an environment that can't be read are left out.
    private func flowsOfAllSnapshots() -> [Flow] {
        ((try? environmentsWithSnapshots()) ?? []).flatMap { (try? snapshots(of: $0).flowSet())?.flows ?? [] }
    }

    /// The flows that contracts name in an environment, without those of contracts that can't be read.
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
    /// The environments that have a folder in a folder of snapshots, in order of name.
    func environments(in folder: String) throws(ReadingError) -> [EnvironmentName] {
        try folders(in: folder).compactMap { EnvironmentName($0) }.sorted()
    }
}
