import DriftCore
import SourceText

/// The revision of git that a check compares with: its contracts and its snapshots.
struct BaseRevision {
    /// The revision as messages name it: `git:main`.
    let name: String

    /// Its contracts.
    let contracts: [Contract]

    /// What of its contracts can't be read.
    let problems: [ReadingError]

    private let tree: GitTree
    private let folder: String

    /// Reads the contracts of a revision.
    init(_ revision: String, of project: ProjectOptions, in context: Context) async throws {
        name = "git:" + revision
        let reading = try await project.contracts(at: revision, in: context).read()
        (contracts, problems) = (reading.contracts, reading.problems)
        tree = try GitTree(of: revision, reading: [project.snapshotsPath], in: context)
        folder = tree.root + project.snapshotsPath
    }

    /// The snapshots of an environment there; `nil` where it had none.
    func snapshots(of environment: EnvironmentName) throws(ReadingError) -> SnapshotSource? {
        guard try tree.folders(in: folder).contains(environment.text) else { return nil }
        return SnapshotSource(folder: folder + "/" + environment.text, of: tree)
    }
}
