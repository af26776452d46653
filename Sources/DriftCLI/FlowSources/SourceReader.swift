import DriftCore
import GenesysCloud
import SourceText

/// Reads every flow of a source, whatever kind of source it is.
struct SourceReader {
    /// Where snapshots and contracts are.
    let project: ProjectOptions

    /// What flowdrift.yaml says.
    let settings: Settings

    /// How a live org is reached.
    let liveOptions: LiveOptions

    /// Values for the placeholders of exports.
    let substitutions: [String: String]

    /// The folder where Terraform ran, for a plan; nil for the working folder.
    var chdir: String?

    /// The world.
    let context: Context

    /// Reads every flow of a source.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - environment: The environment, for sources that hold several; nil where nobody named one.
    /// - Returns: The flows, and what could not be read.
    /// - Throws: `ReadingError` or ``CommandFailure`` where there is nothing to read.
    func flows(of source: SourceName, in environment: EnvironmentName?) async throws -> FlowSet {
        switch source {
        case .named(let text): return try await flows(named: text)
        case .live: return try await live(try required(environment, for: source))
        case .git(let revision): return try snapshots(at: revision, environment)
        case .plan(let file): return try await plan(file, try required(environment, for: source))
        }
    }

    /// The environment that a source stands for by itself; nil for one that stands for none, or for several.
    func environment(of source: SourceName) -> EnvironmentName? {
        guard case .named(let text) = source else { return nil }
        if isEnvironment(text) { return EnvironmentName(text) }
        let path = FilePath(context.path(text)).text
        guard let slash = path.lastIndex(of: "/"),
            FolderWalk(context: context).isOneFolder(String(path[..<slash]), project.snapshotsPath)
        else { return nil }
        return EnvironmentName(String(path[path.index(after: slash)...]))
    }

    private func isEnvironment(_ text: String) -> Bool {
        EnvironmentName(text) != nil && FolderWalk(context: context).isFolder(project.snapshotsPath + "/" + text)
    }

    private func isPath(_ text: String) -> Bool {
        if text.contains("/") { return true }
        return !isEnvironment(text) && FolderWalk(context: context).exists(text)
    }

    private func flows(named text: String) async throws -> FlowSet {
        let isPath = isPath(text)
        let folder = isPath ? text : project.snapshotsPath + "/" + text
        let walk = FolderWalk(context: context)
        if !isPath { try requireEnvironment(text) }
        guard walk.exists(folder) else {
            throw ReadingError("There is no such file or folder", at: Place(file: text))
        }
        let isOfSnapshots = walk.isFolder(folder) && environment(of: .named(text)) != nil
        let set: FlowSet
        if isOfSnapshots {
            set = try SnapshotSource(folder: folder, context: context).flowSet()
        } else {
            set = try await ExportFolder(path: folder, context: context, substitutions: substitutions).flowSet()
        }
        return try filled(set, folder)
    }

    private func requireEnvironment(_ name: String) throws(ReadingError) {
        let known = try project.environmentsWithSnapshots(in: context).map(\.text)
        guard !known.contains(name) else { return }
        throw ReadingError(
            "'\(name)' is neither a file nor an environment with snapshots",
            at: Place(file: name),
            wayOut: EnvironmentName(name)?.nearest(among: known.compactMap { EnvironmentName($0) })
                .map { "did you mean '\($0)'?" }
                ?? (known.isEmpty ? "no environment has snapshots" : "there is \(known.joined(separator: ", "))")
        )
    }

    private func snapshots(at revision: String, _ environment: EnvironmentName?) throws -> FlowSet {
        let tree = try GitTree(of: revision, reading: [project.snapshotsPath], in: context)
        let folder = tree.root + project.snapshotsPath
        let present = try tree.folders(in: folder)
        let named = environment?.text ?? (present.count == 1 ? present[0] : nil)
        guard !present.isEmpty else {
            throw ReadingError("There are no snapshots at that revision", at: Place(file: folder))
        }
        guard let named else {
            throw CommandFailure.badUsage(
                "name the environment with --environment, one of \(present.joined(separator: ", "))"
            )
        }
        guard present.contains(named) else {
            throw ReadingError("'\(named)' has no snapshots at that revision", at: Place(file: folder))
        }
        return try filled(SnapshotSource(folder: folder + "/" + named, of: tree).flowSet(), folder)
    }

    private func live(_ environment: EnvironmentName) async throws -> FlowSet {
        let session = try LiveSession(of: environment, options: liveOptions, settings: settings, context: context)
        let snapshots = project.snapshots(of: environment, in: context)
        let named = await project.namedFlows(in: environment, in: context)
        return try await session.recorded {
            let known = try await KnownSnapshots(of: snapshots, context: context)
            let reading = try await session.read(known.request(settings.flows, named: named))
            var set = reading.flows
            set.gone = Set(reading.gone)
            return set
        }
    }

    /// What a plan would leave; what nobody can tell before apply is a problem.
    private func plan(_ file: String, _ environment: EnvironmentName) async throws -> FlowSet {
        let source = PlanSource(
            file: file,
            environment: environment,
            chdir: chdir,
            project: project,
            filter: settings.flows,
            context: context
        )
        let (planned, _) = try await source.read(contracts: [])
        var set = planned.flows
        set.problems =
            planned.problems
            + planned.unknowns.map { unknown in
                ReadingError("Not known is " + unknown.reason, at: Place(file: file), wayOut: unknown.wayOut)
            }
        return set
    }

    private func required(_ environment: EnvironmentName?, for source: SourceName) throws -> EnvironmentName {
        if let environment { return environment }
        throw CommandFailure.badUsage("\(source): name the environment with --environment")
    }

    /// A set that holds anything: from nothing every flow would be new, and a typo would look like a difference.
    private func filled(_ set: FlowSet, _ folder: String) throws -> FlowSet {
        guard set.flows.isEmpty, set.problems.isEmpty else { return set }
        throw ReadingError("No flow was found there", at: Place(file: folder))
    }
}
