package import DriftCore
import GenesysCloud

/// Finds the flows of the sources that a user names, and makes the errors for sources without flows.
package struct SourceResolver: Sendable {
    package let workspace: Workspace

    /// Values for the placeholders of exports.
    package let substitutions: [String: String]

    /// For a plan: the folder where Terraform ran, or `nil` for the working folder.
    package let chdir: String?

    /// Opens the org of an environment.
    package let org: @Sendable (EnvironmentName) throws -> any OrgSession

    /// Makes a resolver; without `org` it can't read live orgs.
    package init(
        _ workspace: Workspace,
        substitutions: [String: String] = [:],
        chdir: String? = nil,
        org: @escaping @Sendable (EnvironmentName) throws -> any OrgSession = { environment in
            throw RunFailure.badUsage("this command can't read the org of '\(environment)'")
        }
    ) {
        self.workspace = workspace
        self.substitutions = substitutions
        self.chdir = chdir
        self.org = org
    }

    var files: any FileTree { workspace.files }

    package func exports(at path: String) -> ExportFolder {
        ExportFolder(path: path.withoutTrailingSlash, of: files, substitutions: substitutions)
    }

    package func plan(_ file: String, in environment: EnvironmentName) -> PlanSource {
        PlanSource(file: file, environment: environment, chdir: chdir, workspace: workspace)
    }

    /// The snapshots of each environment that has some, or of one named environment.
    ///
    /// - Parameter environment: The environment, or `nil` for all.
    /// - Returns: The snapshots in order of name; empty if there are none and no environment is named.
    /// - Throws: `ReadingError` if the named environment has no snapshots.
    package func snapshots(
        of environment: EnvironmentName?
    ) throws(ReadingError) -> [(environment: EnvironmentName, source: SnapshotSource)] {
        let present = try workspace.environmentsWithSnapshots()
        if let environment, !present.contains(environment) {
            throw Self.noSnapshots(of: environment, in: workspace.snapshotsPath, present)
        }
        return present.filter { environment == nil || environment == $0 }.map { ($0, workspace.snapshots(of: $0)) }
    }
}

extension SourceResolver {
    /// Reads every flow of a source.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - environment: The environment of a source that has several, or `nil` if the user names none.
    /// - Returns: The flows, and what could not be read.
    /// - Throws: `ReadingError` or ``RunFailure`` if there is nothing to read.
    package func flows(of source: SourceName, in environment: EnvironmentName?) async throws -> FlowSet {
        switch source {
        case .named(let text): return try await flows(named: text)
        case .live: return try await live(try required(environment, for: source))
        case .git(let revision): return try flows(at: revision, environment)
        case .plan(let file): return try await flows(ofPlan: file, try required(environment, for: source))
        }
    }

    /// The environment that a source's name means, or `nil` if it means none or several.
    package func environment(of source: SourceName) -> EnvironmentName? {
        guard case .named(let text) = source else { return nil }
        if isEnvironment(text) { return EnvironmentName(text) }
        return files.name(of: text, in: workspace.snapshotsPath).flatMap { EnvironmentName($0) }
    }

    private func isEnvironment(_ text: String) -> Bool {
        EnvironmentName(text) != nil && files.isFolder(workspace.snapshotsPath + "/" + text)
    }

    private func flows(named text: String) async throws -> FlowSet {
        let isPath = text.contains("/") || !isEnvironment(text) && files.exists(text)
        let folder = isPath ? text : workspace.snapshotsPath + "/" + text
        if !isPath { try requireEnvironment(text) }
        guard files.exists(folder) else {
            throw ReadingError("There is no such file or folder", at: Place(file: text))
        }
        if files.isFolder(folder), environment(of: .named(text)) != nil {
            return try filled(SnapshotSource(folder: folder, of: files).flowSet(), folder)
        }
        return try filled(await exports(at: folder).flowSet(), folder)
    }

    private func requireEnvironment(_ name: String) throws(ReadingError) {
        let known = try workspace.environmentsWithSnapshots().map(\.text)
        guard !known.contains(name) else { return }
        throw ReadingError(
            "'\(name)' is neither a file nor an environment with snapshots",
            at: Place(file: name),
            fix: EnvironmentName(name)?.nearest(among: known.compactMap { EnvironmentName($0) })
                .map { "did you mean '\($0)'?" }
                ?? (known.isEmpty
                    ? "take snapshots with `flowdrift snapshot`: no environment has any yet"
                    : "name one of these: \(known.joined(separator: ", "))")
        )
    }

    private func flows(at revision: String, _ environment: EnvironmentName?) throws -> FlowSet {
        let tree = try tree(of: revision)
        let folder = tree.root + workspace.snapshotsPath
        let present = try tree.environments(in: folder)
        guard !present.isEmpty else { throw Self.noSnapshots(in: folder, isOfRevision: true) }
        guard let named = environment ?? (present.count == 1 ? present[0] : nil) else {
            let names = present.map(\.text).joined(separator: ", ")
            throw RunFailure.badUsage("git:\(revision) has several environments; name one with --environment: \(names)")
        }
        guard present.contains(named) else {
            throw Self.noSnapshots(of: named, in: folder, present, isOfRevision: true)
        }
        return try filled(SnapshotSource(folder: folder + "/" + named.text, of: tree).flowSet(), folder)
    }

    private func live(_ environment: EnvironmentName) async throws -> FlowSet {
        let session = try org(environment)
        let named = await workspace.namedFlows(in: environment)
        let snapshots = workspace.snapshots(of: environment)
        return try await session.recorded {
            let (_, reading) = try await session.read(beside: snapshots, workspace.settings.flows, named: named)
            var set = reading.flows
            set.gone = Set(reading.gone)
            set.notices += reading.renameNotices
            return set
        }
    }

    /// The environment after a plan, with a problem for everything that is unknown until the plan is applied.
    private func flows(ofPlan file: String, _ environment: EnvironmentName) async throws -> FlowSet {
        let (planned, _) = try await plan(file, in: environment).read(contracts: [])
        var set = planned.flows
        set.problems =
            planned.problems
            + planned.unknowns.map { unknown in
                ReadingError("Unknown: " + unknown.reason, at: Place(file: file), fix: unknown.fix)
            }
        return set
    }

    private func required(_ environment: EnvironmentName?, for source: SourceName) throws -> EnvironmentName {
        if let environment { return environment }
        throw RunFailure.badUsage("\(source): name the environment with --environment")
    }

    /// The set; throws if it is empty, because a mistyped name would make every flow look new or deleted.
    private func filled(_ set: FlowSet, _ folder: String) throws(ReadingError) -> FlowSet {
        guard set.flows.isEmpty, set.problems.isEmpty else { return set }
        throw Self.nothing(in: folder)
    }

    /// The files of a revision; reads the snapshots among them in one go.
    func tree(of revision: String) throws(ReadingError) -> any FileTree {
        try workspace.revision(revision, [workspace.snapshotsPath])
    }
}

extension SourceResolver {
    /// The error for a folder without snapshots of any environment.
    static func noSnapshots(in folder: String, isOfRevision: Bool = false, fix: String? = nil) -> ReadingError {
        let usual = isOfRevision ? nil : "take some with `flowdrift snapshot --from DIR --environment NAME`"
        return ReadingError(
            "There are no snapshots" + (isOfRevision ? " at that revision" : ""),
            at: Place(file: folder),
            fix: fix ?? usual
        )
    }

    /// The error for an environment without a folder of snapshots.
    static func noSnapshots(
        of environment: EnvironmentName,
        in folder: String,
        _ present: [EnvironmentName],
        isOfRevision: Bool = false
    ) -> ReadingError {
        let list = present.map(\.text).joined(separator: ", ")
        let others = present.isEmpty ? "" : "; environments with snapshots: \(list)"
        return ReadingError(
            "Environment '\(environment)' has no snapshots" + (isOfRevision ? " at that revision" : "") + others,
            at: Place(file: folder + "/" + environment.text),
            fix: isOfRevision
                ? nil : "take its snapshots with `flowdrift snapshot --from DIR --environment \(environment)`"
        )
    }

    /// The error for a path without flows.
    static func nothing(in path: String, _ fix: String? = nil) -> ReadingError {
        ReadingError("No flow was found at this path", at: Place(file: path), fix: fix)
    }
}
