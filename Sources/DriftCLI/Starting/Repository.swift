import DriftCore
import DriftEngine

/// What a repository already has, to decide the first steps.
struct Repository {
    let project: ProjectOptions
    let context: Context

    /// The workspace, with default settings.
    var workspace: Workspace { project.workspace(Settings(), in: context) }

    /// Whether a file or a folder exists.
    func has(_ path: String) -> Bool { walk.exists(path) }

    /// Whether there are any files in the contracts' folders.
    var hasContracts: Bool {
        project.contractsPaths(in: context).contains { path in !((try? walk.files(below: path)) ?? []).isEmpty }
    }

    /// The environments that have snapshots, in order of name.
    func environments() throws(ReadingError) -> [EnvironmentName] { try workspace.environmentsWithSnapshots() }

    /// A folder of flow exports, or `nil` if the repository's first two levels have none.
    func exports() -> String? {
        let own = project.contractsPaths(in: context) + [project.snapshotsPath(in: context)]
        for folder in walk.foldersInSight(in: ".").filter({ !own.contains($0) }).prefix(Self.mostFolders) {
            if holdsExports(folder) { return folder }
            let inner = walk.foldersInSight(in: folder).prefix(Self.mostFolders).map { folder + "/" + $0 }
            let hits = inner.filter(holdsExports)
            if let first = hits.first { return hits.count == 1 ? first : folder }
        }
        return nil
    }

    private var walk: FolderWalk { FolderWalk(context: context) }

    /// How many folders, and files in each, are searched for exports, so that the search is fast in any repository.
    private static let (mostFolders, mostFiles) = (60, 40)

    private func holdsExports(_ folder: String) -> Bool {
        let names = walk.files(in: folder).filter { name in
            [".yaml", ".yml"].contains { name.hasSuffix($0) } || name.contains(".i3")
        }
        return names.prefix(Self.mostFiles).contains { name in
            let file = folder + "/" + name
            guard let bytes = try? FileReader(context: context).bytes(of: file) else { return false }
            guard case .flow? = try? FlowFileReader(substitutions: [:]).read(bytes, file: file) else { return false }
            return true
        }
    }
}

extension FolderWalk {
    /// The names of the files directly in a folder, in order, or empty if it can't be listed.
    fileprivate func files(in folder: String) -> [String] {
        names(in: folder).filter { !isFolder(folder + "/" + $0) }
    }
}
