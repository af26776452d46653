import DriftCore

/// The revision of git that a check compares with: its contracts and its snapshots.
struct BaseRevision {
    /// The revision as messages show it: `git:main`.
    let name: String

    let contracts: [Contract]
    let problems: [ReadingError]

    private let tree: any FileTree
    private let folder: String

    init(_ revision: String, of workspace: Workspace) async throws(ReadingError) {
        name = "git:" + revision
        let reading = await (try workspace.contracts(at: revision)).read()
        (contracts, problems) = (reading.contracts, reading.problems)
        tree = try workspace.revision(revision, [workspace.snapshotsPath])
        folder = tree.root + workspace.snapshotsPath
    }

    /// The snapshots of an environment at the revision, or `nil` if the revision has none.
    func snapshots(of environment: EnvironmentName) throws(ReadingError) -> SnapshotSource? {
        guard try tree.folders(in: folder).contains(environment.text) else { return nil }
        return SnapshotSource(folder: folder + "/" + environment.text, of: tree)
    }
}
