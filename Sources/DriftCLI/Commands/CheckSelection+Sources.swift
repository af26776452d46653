import DriftCore
import SourceText

extension CheckSelection {
    /// Where the flows of each selected environment come from.
    struct Sources {
        /// The sources, each with its environment; nil where exports are of no named one.
        var all: [(environment: EnvironmentName?, source: any FlowSource)] = []

        /// What was selected and can't be read.
        var problems: [ReadingError] = []

        /// What a user should know of how the flows came about.
        var notices: [FlowSet.Notice] = []

        /// The flows to which the run is limited, because one export was named; nil for all.
        var onlyFlows: Set<FlowKey>?
    }

    /// Finds out where the flows of each selected environment come from.
    ///
    /// - Parameters:
    ///   - settings: What flowdrift.yaml says.
    ///   - project: Where snapshots are.
    ///   - isLimited: Whether only some flows are asked for; the snapshots are then not held against their index, so that
    ///     the run costs no more than its flows.
    ///   - context: The world.
    /// - Returns: The sources.
    /// - Throws: `ReadingError` or ``CommandFailure`` where nothing can be judged.
    func sources(
        _ settings: Settings,
        _ project: ProjectOptions,
        isLimited: Bool,
        in context: Context
    ) async throws -> Sources {
        switch from {
        case .named(let path)?: return try await exportSources(settings, project, path, in: context)
        case .git(let revision)?:
            let tree = try GitTree(of: revision, reading: [project.snapshotsPath], in: context)
            return try snapshotSources(settings, tree, folder: tree.root + project.snapshotsPath, isLimited)
        case .live?, .plan?, nil:
            return try snapshotSources(settings, DiskFiles(context: context), folder: project.snapshotsPath, isLimited)
        }
    }

    private func exportSources(
        _ settings: Settings,
        _ project: ProjectOptions,
        _ path: String,
        in context: Context
    ) async throws -> Sources {
        let exports = ExportFolder(path: path, context: context, substitutions: try substitutions?.values() ?? [:])
        var set = try await exports.flowSet()
        if set.flows.isEmpty, set.entries.isEmpty, set.problems.isEmpty {
            let wayOut = "is it a folder of flow exports?"
            set.problems.append(ReadingError("No flow was found there", at: Place(file: path), wayOut: wayOut))
        }
        var sources = Sources(problems: set.problems, notices: set.notices)
        // One export alone does not stand for an environment: contracts of other flows are left out.
        if !FolderWalk(context: context).isFolder(path) { sources.onlyFlows = Set(set.flows.map(\.key)) }
        let names = options.environment.isEmpty ? settings.environments ?? [] : namedOnce
        sources.all = [(nil, LoadedSource(set, name: path))]
        guard !names.isEmpty else { return sources }
        sources.all = try names.map { ($0, try source(of: set, path, in: $0, project, &sources.problems, context)) }
        return sources
    }

    /// Exports as an environment would have them: what they do not tell of triggers and events, its snapshots do.
    private func source(
        of set: FlowSet,
        _ path: String,
        in environment: EnvironmentName,
        _ project: ProjectOptions,
        _ problems: inout [ReadingError],
        _ context: Context
    ) throws -> LoadedSource {
        let snapshots = project.snapshots(of: environment, in: context)
        guard set.strayTriggers == nil, try FolderWalk(context: context).hasFolder(snapshots.name) else {
            return LoadedSource(set, name: path)
        }
        let known = try snapshots.flowSet()
        problems += known.problems
        return LoadedSource(set.withTriggers(of: known), name: path, events: try snapshots.events())
    }

    /// The snapshots in a folder of the disk, or of a revision.
    private func snapshotSources(
        _ settings: Settings,
        _ tree: any FileTree,
        folder: String,
        _ isLimited: Bool
    ) throws -> Sources {
        guard substitutions?.pairs.isEmpty ?? true else {
            throw CommandFailure.badUsage("--set fills the placeholders of exports; name them with --from")
        }
        let present: [EnvironmentName]
        do throws(ReadingError) {
            present = try tree.folders(in: folder).compactMap { EnvironmentName($0) }.sorted()
        } catch {
            return Sources(problems: [error])
        }
        let selected = options.environment.isEmpty ? settings.environments ?? present : namedOnce
        let isOfRevision = from?.revision != nil
        let when = isOfRevision ? " at that revision" : ""
        guard !selected.isEmpty else {
            let wayOut = isOfRevision ? nil : "take some with `flowdrift snapshot --from DIR --environment NAME`"
            let problem = ReadingError("There are no snapshots" + when, at: Place(file: folder), wayOut: wayOut)
            return Sources(problems: [problem])
        }
        let near = present.isEmpty ? "" : "; there is \(present.map(\.text).joined(separator: ", "))"
        let problems = selected.filter { !present.contains($0) }.map { name in
            ReadingError(
                "Environment '\(name)' has no snapshots" + when + near,
                at: Place(file: folder + "/" + name.text),
                wayOut: isOfRevision ? nil : "take them with `flowdrift snapshot --from DIR --environment \(name)`"
            )
        }
        let sources = selected.filter(present.contains).map { name -> (EnvironmentName?, any FlowSource) in
            let source = SnapshotSource(folder: folder + "/" + name.text, of: tree)
            return (name, isLimited ? source : source.verified())
        }
        return Sources(all: sources, problems: problems)
    }
}
