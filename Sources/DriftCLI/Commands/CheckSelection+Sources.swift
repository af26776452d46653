import DriftCore

extension CheckSelection {
    /// Where the flows of each selected environment come from.
    func sources(
        _ settings: Settings,
        _ project: ProjectOptions,
        _ check: inout Check,
        in context: Context
    ) async throws -> [(EnvironmentName?, any FlowSource)] {
        switch from {
        case .git(let revision)?:
            let tree = try GitTree(of: revision, reading: [project.snapshotsPath], in: context)
            return try snapshotSources(settings, tree, folder: tree.root + project.snapshotsPath, &check)
        case .named(let path)?: return try await exportSources(settings, path, &check, in: context)
        case .live?, .plan?, nil:
            return try snapshotSources(settings, DiskFiles(context: context), folder: project.snapshotsPath, &check)
        }
    }

    private func exportSources(
        _ settings: Settings,
        _ path: String,
        _ check: inout Check,
        in context: Context
    ) async throws -> [(EnvironmentName?, any FlowSource)] {
        let exports = ExportFolder(path: path, context: context, substitutions: try substitutions.values())
        let set = try await exports.flowSet()
        check.add(set, isWhole: FolderWalk(context: context).isFolder(path))
        let source = LoadedSource(set, name: path)
        let names = environment.isEmpty ? settings.environments ?? [] : namedOnce
        return names.isEmpty ? [(nil, source)] : names.map { ($0, source) }
    }

    /// The snapshots in a folder of the disk, or of a revision.
    private func snapshotSources(
        _ settings: Settings,
        _ tree: any FileTree,
        folder: String,
        _ check: inout Check
    ) throws -> [(EnvironmentName?, any FlowSource)] {
        guard substitutions.pairs.isEmpty else {
            throw CommandFailure.badUsage("--set fills the placeholders of exports; name them with --from")
        }
        let present = tree.folders(in: folder).compactMap { EnvironmentName($0) }.sorted()
        let selected = environment.isEmpty ? settings.environments ?? present : namedOnce
        let isOfRevision = from?.revision != nil
        if selected.isEmpty {
            check.add(
                ReadingError(
                    isOfRevision ? "There are no snapshots at that revision" : "There are no snapshots",
                    at: Place(file: folder),
                    wayOut: isOfRevision ? nil : "take some with `flowdrift snapshot --from DIR --environment NAME`"
                )
            )
        }
        return selected.compactMap { name in
            let own = folder + "/" + name.text
            guard present.contains(name) else {
                let near = present.isEmpty ? "" : "; there is \(present.map(\.text).joined(separator: ", "))"
                let when = isOfRevision ? " at that revision" : ""
                let wayOut = "take them with `flowdrift snapshot --from DIR --environment \(name)`"
                check.add(
                    ReadingError(
                        "Environment '\(name)' has no snapshots" + when + near,
                        at: Place(file: own),
                        wayOut: isOfRevision ? nil : wayOut
                    )
                )
                return nil
            }
            return (name, SnapshotSource(folder: own, of: tree))
        }
    }
}
