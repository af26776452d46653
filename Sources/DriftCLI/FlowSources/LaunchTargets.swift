import DriftCore
import DriftReports

/// The flows that a request may start, as the snapshots of each environment know them.
struct LaunchTargets {
    private let settings: Settings
    private let environments: [Target]

    /// One environment with its snapshots, and the flows that its index lists.
    private struct Target {
        let name: EnvironmentName
        let source: SnapshotSource
        let entries: [FlowEntry]
    }

    /// Reads the indexes of the environments that have snapshots.
    ///
    /// - Parameters:
    ///   - project: Where the snapshots are.
    ///   - settings: The settings.
    ///   - environment: The one to look at; nil for all.
    ///   - context: The world.
    /// - Throws: `ReadingError` where there are no snapshots of it, or an index cannot be read.
    init(
        _ project: ProjectOptions,
        settings: Settings,
        environment: EnvironmentName?,
        in context: Context
    ) throws(ReadingError) {
        self.settings = settings
        let present = FolderWalk(context: context).folders(in: project.snapshotsPath)
            .compactMap { EnvironmentName($0) }.sorted()
        if let environment, !present.contains(environment) {
            throw ReadingError(
                "Environment '\(environment)' has no snapshots",
                at: Place(file: project.snapshotsPath),
                wayOut: "take them with `flowdrift snapshot --from DIR --environment \(environment)`"
            )
        }
        var targets: [Target] = []
        for name in present where environment == nil || name == environment {
            let source = SnapshotSource(folder: project.snapshotsPath + "/" + name.text, context: context)
            targets.append(Target(name: name, source: source, entries: try source.index().flows.map(\.entry)))
        }
        environments = targets
    }

    /// Checks that some environment has a flow that the user names.
    func require(_ key: FlowKey) throws {
        for target in environments where try target.source.flow(key) != nil { return }
        let near = environments.flatMap(\.entries).map(\.key).first { $0.name.lowercased() == key.name.lowercased() }
        throw CommandFailure.couldNotCheck(
            "there is no snapshot of '\(Printable.text(key.description))'"
                + (near.map { "; did you mean '\(Printable.text($0.description))'?" }
                    ?? "; take one with `flowdrift snapshot`")
        )
    }

    /// What a request is judged by: the flow that the user names, or else the one that has the id.
    ///
    /// Where several environments have the flow, the one that knows the id counts, or else the first.
    func surroundings(flow key: FlowKey?, id: FlowID?) throws(ReadingError) -> RequestSurroundings {
        let knowing = environments.filter { target in target.entries.contains { $0.id == id && id != nil } }
        for target in knowing + environments {
            let wanted = key ?? target.entries.first { $0.id == id && id != nil }?.key
            guard let wanted, let flow = try target.source.flow(wanted) else { continue }
            return surroundings(flow: flow, target.entries, target.name)
        }
        let only = environments.count == 1 ? environments.first?.name : nil
        return surroundings(flow: nil, environments.flatMap(\.entries), only)
    }

    private func surroundings(
        flow: Flow?,
        _ entries: [FlowEntry],
        _ environment: EnvironmentName?
    ) -> RequestSurroundings {
        let region = environment.flatMap { settings.orgs[$0]?.region }
        return RequestSurroundings(
            flow: flow,
            entries: entries,
            hosts: settings.hosts,
            ownHost: region.flatMap(RegionDomains.apiHost),
            environment: environment
        )
    }
}
