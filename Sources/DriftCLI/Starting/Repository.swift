import DriftCore
import DriftEngine

/// What a repository has already, as far as the first steps depend on it.
struct Repository {
    /// Where settings, contracts and snapshots are.
    let project: ProjectOptions

    /// The world.
    let context: Context

    /// The same, whatever the settings say.
    var workspace: Workspace { project.workspace(Settings(), in: context) }

    /// Whether there is a file or a folder of that name.
    func has(_ path: String) -> Bool { walk.exists(path) }

    /// Whether any file lies where contracts do.
    var hasContracts: Bool {
        project.contractsPaths.contains { path in !((try? walk.files(below: path)) ?? []).isEmpty }
    }

    /// The environments that have snapshots, in order of name.
    ///
    /// - Throws: ``ReadingError`` where they cannot be listed.
    func environments() throws(ReadingError) -> [EnvironmentName] { try workspace.environmentsWithSnapshots() }

    /// A folder of flow exports; nil where none is found in the repository's first two levels.
    func exports() -> String? {
        let own = project.contractsPaths + [project.snapshotsPath]
        for folder in walk.foldersInSight(in: ".").filter({ !own.contains($0) }).prefix(Self.mostFolders) {
            if holdsExports(folder) { return folder }
            let inner = walk.foldersInSight(in: folder).prefix(Self.mostFolders).map { folder + "/" + $0 }
            let hits = inner.filter(holdsExports)
            if let first = hits.first { return hits.count == 1 ? first : folder }
        }
        return nil
    }

    private var walk: FolderWalk { FolderWalk(context: context) }

    /// How far is looked before a folder counts as one without exports: a look must not take long in any repository.
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
    /// The names of the files directly in a folder, in order; none where it cannot be listed.
    fileprivate func files(in folder: String) -> [String] {
        names(in: folder).filter { !isFolder(folder + "/" + $0) }
    }
}
