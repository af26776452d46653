import DriftCore

/// The sources of the flows of each selected environment.
struct SelectedSources: Sendable {
    /// The sources, each with its environment, or with `nil` for exports that belong to no named environment.
    var all: [(environment: EnvironmentName?, source: any FlowSource)] = []

    var problems: [ReadingError] = []
    var notices: [FlowSet.Notice] = []

    /// The flows to which the run is limited because the user named one export, or `nil` for all.
    var onlyFlows: Set<FlowKey>?
}

extension SourceResolver {
    /// Finds the source of each selected environment's flows.
    ///
    /// - Parameters:
    ///   - name: Exports or a revision, or `nil` for the snapshots of the working folder.
    ///   - environments: The environments that the user names, or empty for all.
    ///   - isLimited: Whether the run needs only some flows. If so, the snapshots aren't verified against their index,
    ///     so that the run only reads its flows.
    /// - Returns: The sources.
    /// - Throws: `ReadingError` or ``RunFailure`` if nothing can be checked.
    func sources(
        of name: SourceName?,
        _ environments: [EnvironmentName],
        isLimited: Bool
    ) async throws -> SelectedSources {
        switch name {
        case .named(let path)?: return try await exportSources(path, environments)
        case .git(let revision)?:
            return try snapshotSources(in: tree(of: revision), environments, isOfRevision: true, isLimited: isLimited)
        case .live?, .plan?, nil:
            return try snapshotSources(in: files, environments, isOfRevision: false, isLimited: isLimited)
        }
    }

    private func exportSources(_ path: String, _ environments: [EnvironmentName]) async throws -> SelectedSources {
        let exports = exports(at: path)
        var set = try await exports.flowSet()
        if set.flows.isEmpty, set.entries.isEmpty, set.problems.isEmpty {
            set.problems.append(Self.nothing(in: path, "name a folder of flow exports, or one export"))
        }
        var sources = SelectedSources(problems: set.problems, notices: set.notices)
        // One export doesn't represent an environment, so contracts of other flows are skipped.
        if !exports.isFolder { sources.onlyFlows = Set(set.flows.map(\.key)) }
        let names = environments.isEmpty ? workspace.settings.environments ?? [] : environments
        sources.all = [(nil, LoadedSource(set, name: path))]
        guard !names.isEmpty else { return sources }
        sources.all = try names.map { ($0, try source(of: set, path, in: $0, &sources.problems)) }
        return sources
    }

    /// Exports as the flows of an environment.
    ///
    /// If the exports lack triggers, the triggers and events come from the environment's snapshots.
    private func source(
        of set: FlowSet,
        _ path: String,
        in environment: EnvironmentName,
        _ problems: inout [ReadingError]
    ) throws(ReadingError) -> LoadedSource {
        let snapshots = workspace.snapshots(of: environment)
        guard set.strayTriggers == nil || set.actions == nil, try files.hasFolder(snapshots.name) else {
            return LoadedSource(set, name: path)
        }
        let known = try snapshots.flowSet()
        problems += known.problems
        var completed = set.strayTriggers == nil ? set.withTriggers(of: known) : set
        // Exports often have no data actions, which call the flows all the same.
        if completed.actions == nil { completed.actions = known.actions }
        guard set.strayTriggers == nil else { return LoadedSource(completed, name: path) }
        return LoadedSource(completed, name: path, events: try snapshots.events())
    }

    private func snapshotSources(
        in tree: any FileTree,
        _ environments: [EnvironmentName],
        isOfRevision: Bool,
        isLimited: Bool
    ) throws -> SelectedSources {
        guard substitutions.isEmpty else {
            throw RunFailure.badUsage("--set fills placeholders, which only exports have; name the exports with --from")
        }
        let folder = tree.root + workspace.snapshotsPath
        let present: [EnvironmentName]
        do throws(ReadingError) {
            present = try tree.environments(in: folder)
        } catch {
            return SelectedSources(problems: [error])
        }
        let selected = environments.isEmpty ? workspace.settings.environments ?? present : environments
        guard !selected.isEmpty else {
            return SelectedSources(problems: [Self.noSnapshots(in: folder, isOfRevision: isOfRevision)])
        }
        var sources = SelectedSources()
        for name in selected {
            guard present.contains(name) else {
                sources.problems.append(Self.noSnapshots(of: name, in: folder, present, isOfRevision: isOfRevision))
                continue
            }
            let source = SnapshotSource(folder: folder + "/" + name.text, of: tree)
            sources.all.append((name, isLimited ? source : source.lookedThrough()))
        }
        return sources
    }
}
