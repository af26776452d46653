import DriftCore
import SourceText

extension CheckSelection {
    /// Judges contracts on snapshots, each as soon as it is read, while the folders of snapshots are listed.
    func checkSnapshots(
        _ folder: ContractFolder,
        _ settings: Settings,
        _ project: ProjectOptions,
        in context: Context
    ) async throws -> Check {
        let judge = Judge(severities: settings.severities)
        let disk = DiskFiles(context: context)
        let (sources, problems) = try snapshotSources(settings, disk, folder: project.snapshotsPath)
        async let listed = sources.map { ($0.0, $0.1.listed().held()) }
        let reading = await folder.read(EarlyCheck(sources, judge: judge))
        var check = Check(reading, judge: judge)
        for problem in problems { check.add(problem) }
        for (number, (environment, source)) in await listed.enumerated() {
            let early = folder.earlyJudgements(reading, in: number)
            await check.judge(in: environment, from: source, early: early)
        }
        return check
    }

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
        case .named(let path)?: return try await exportSources(settings, project, path, &check, in: context)
        case .live?, .plan?, nil:
            return try snapshotSources(settings, DiskFiles(context: context), folder: project.snapshotsPath, &check)
        }
    }

    private func exportSources(
        _ settings: Settings,
        _ project: ProjectOptions,
        _ path: String,
        _ check: inout Check,
        in context: Context
    ) async throws -> [(EnvironmentName?, any FlowSource)] {
        let exports = ExportFolder(path: path, context: context, substitutions: try substitutions?.values() ?? [:])
        var set = try await exports.flowSet()
        if set.flows.isEmpty, set.entries.isEmpty, set.problems.isEmpty {
            let wayOut = "is it a folder of flow exports?"
            set.problems.append(ReadingError("No flow was found there", at: Place(file: path), wayOut: wayOut))
        }
        check.add(set, isWhole: FolderWalk(context: context).isFolder(path))
        let names = options.environment.isEmpty ? settings.environments ?? [] : namedOnce
        guard !names.isEmpty else { return [(nil, LoadedSource(set, name: path))] }
        return try names.map { ($0, try source(of: set, path, in: $0, project, &check, context)) }
    }

    /// Exports as an environment would have them: what they do not tell of triggers and events, its snapshots do.
    private func source(
        of set: FlowSet,
        _ path: String,
        in environment: EnvironmentName,
        _ project: ProjectOptions,
        _ check: inout Check,
        _ context: Context
    ) throws -> LoadedSource {
        let snapshots = project.snapshots(of: environment, in: context)
        guard set.strayTriggers == nil, try FolderWalk(context: context).hasFolder(snapshots.name) else {
            return LoadedSource(set, name: path)
        }
        let known = try snapshots.flowSet()
        for problem in known.problems { check.add(problem) }
        return LoadedSource(set.withTriggers(of: known), name: path, events: try snapshots.events())
    }

    private func snapshotSources(
        _ settings: Settings,
        _ tree: any FileTree,
        folder: String,
        _ check: inout Check
    ) throws -> [(EnvironmentName?, any FlowSource)] {
        let (sources, problems) = try snapshotSources(settings, tree, folder: folder)
        for problem in problems { check.add(problem) }
        return sources
    }

    /// The snapshots in a folder of the disk, or of a revision, and what is selected and not there.
    private func snapshotSources(
        _ settings: Settings,
        _ tree: any FileTree,
        folder: String
    ) throws -> (sources: [(EnvironmentName?, SnapshotSource)], problems: [ReadingError]) {
        guard substitutions?.pairs.isEmpty ?? true else {
            throw CommandFailure.badUsage("--set fills the placeholders of exports; name them with --from")
        }
        let present: [EnvironmentName]
        do throws(ReadingError) {
            present = try tree.folders(in: folder).compactMap { EnvironmentName($0) }.sorted()
        } catch {
            return ([], [error])
        }
        let selected = options.environment.isEmpty ? settings.environments ?? present : namedOnce
        let isOfRevision = from?.revision != nil
        let when = isOfRevision ? " at that revision" : ""
        guard !selected.isEmpty else {
            let wayOut = isOfRevision ? nil : "take some with `flowdrift snapshot --from DIR --environment NAME`"
            return ([], [ReadingError("There are no snapshots" + when, at: Place(file: folder), wayOut: wayOut)])
        }
        let near = present.isEmpty ? "" : "; there is \(present.map(\.text).joined(separator: ", "))"
        let problems = selected.filter { !present.contains($0) }.map { name in
            ReadingError(
                "Environment '\(name)' has no snapshots" + when + near,
                at: Place(file: folder + "/" + name.text),
                wayOut: isOfRevision ? nil : "take them with `flowdrift snapshot --from DIR --environment \(name)`"
            )
        }
        let sources = selected.filter(present.contains).map { name in
            (EnvironmentName?.some(name), SnapshotSource(folder: folder + "/" + name.text, of: tree))
        }
        return (sources, problems)
    }
}
