package import DriftCore

/// The flows that a request may start: those of a folder of exports, or of the snapshots of each environment.
package struct LaunchTargets {
    private let settings: Settings
    private let targets: [TargetEnvironment]

    /// Errors from reading the exports; empty for snapshots.
    package var problems: [ReadingError] = []

    package var notices: [FlowSet.Notice] = []

    /// One environment, with its known flows and a closure that reads one of them.
    private struct TargetEnvironment {
        let name: EnvironmentName?
        let entries: [FlowEntry]

        /// Why the environment may have flows that `entries` lacks, or `nil` if `entries` is complete.
        let incompleteness: ReadingError?
        let flow: @Sendable (FlowKey) throws(ReadingError) -> Flow?

        /// The flows of the environment, also those that no index lists.
        let keys: @Sendable () throws(ReadingError) -> [FlowKey]
    }

    /// Reads the index of the snapshots of each environment that requests may be sent to.
    package init(
        _ snapshots: [(environment: EnvironmentName, source: SnapshotSource)],
        settings: Settings
    ) throws(ReadingError) {
        self.settings = settings
        var targets: [TargetEnvironment] = []
        for (name, source) in snapshots {
            let index = try source.index()
            let entries = index.flows.map(\.entry) + index.listed
            targets.append(
                TargetEnvironment(name: name, entries: entries, incompleteness: try source.incompleteness()) {
                    (key) throws(ReadingError) in
                    let flow = try source.flow(key)
                    if let problem = flow?.staleness { throw problem }
                    return flow
                } keys: { () throws(ReadingError) in
                    entries.isEmpty ? try source.flowSet().flows.map(\.key) : entries.map(\.key)
                }
            )
        }
        self.targets = targets
    }

    /// Uses the flows of a source; this may read the whole environment.
    package init(_ source: any FlowSource, settings: Settings, environment: EnvironmentName?) throws(ReadingError) {
        self.settings = settings
        let surroundings = try source.surroundings()
        let entries = surroundings.entries
        targets = [
            TargetEnvironment(name: environment, entries: entries, incompleteness: try source.incompleteness()) {
                (key) throws(ReadingError) in
                try source.flow(key)
            } keys: {
                entries.map(\.key)
            }
        ]
    }

    /// Uses the flows of a folder of exports, which needn't belong to an environment.
    package init(exports set: FlowSet, settings: Settings, environment: EnvironmentName?) {
        self.settings = settings
        let own = Set(set.entries.map(\.key))
        let entries = set.entries + set.flows.filter { !own.contains($0.key) }.map(\.entry)
        let flows = Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first }
        targets = [
            TargetEnvironment(name: environment, entries: entries, incompleteness: nil) {
                flows[$0]
            } keys: {
                entries.map(\.key)
            }
        ]
        problems = set.problems
        notices = set.notices
    }

    /// Finds the flow that a user names.
    ///
    /// - Parameter text: `workflow/Callback Request`, or the name alone if only one flow has it.
    /// - Returns: The flow's key, or `nil` if it isn't found and some exports couldn't be read.
    /// - Throws: ``RunFailure`` if no flow or several flows match, ``ReadingError`` if a flow can't be read.
    package func key(of text: String) throws -> FlowKey? {
        if let key = FlowKey(text) {
            for target in targets where try target.flow(key) != nil { return key }
        }
        let keys = Set(try targets.flatMap { target throws(ReadingError) in try target.keys() }).sorted()
        let named = keys.filter { $0.name == text || $0.description == text }
        guard named.count < 2 else {
            let list = named.map { "'\($0)'" }.joined(separator: ", ")
            throw RunFailure.badUsage("'\(text)' may be any of the flows \(list); name one by its type and name")
        }
        if let key = named.first {
            for target in targets where try target.flow(key) != nil { return key }
        }
        guard problems.isEmpty else { return nil }
        throw notFound(text, isListed: !named.isEmpty, among: keys)
    }

    private func notFound(_ text: String, isListed: Bool, among keys: [FlowKey]) -> RunFailure {
        let fix = "take a snapshot of the flow with `flowdrift snapshot`, or name the flow's export with --from"
        guard !isListed else {
            return .couldNotCheck("'\(text)' is in an index or a listing, but its inputs could not be read; \(fix)")
        }
        let near = FlowKey.nearest(to: text, among: keys).map { "did you mean '\($0)'?" }
        let all = keys.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (keys.count > 10 ? ", …" : "")
        return .couldNotCheck(
            "no flow '\(text)' is known; " + (near ?? (keys.isEmpty ? fix : "name one of these: \(all)"))
        )
    }

    /// What a request is compared with: the flow that the user names, or else the flow with the request's flow id, or
    /// else the flow that the request names.
    ///
    /// If several environments have the flow, the environment that has the flow id counts, or else the first one.
    package func surroundings(
        flow key: FlowKey?,
        for sent: RequestComparison
    ) throws(ReadingError) -> RequestSurroundings {
        let id = sent.flowIDSent
        let knowing = targets.filter { target in id != nil && target.entries.contains { $0.id == id } }
        for target in knowing + targets {
            let meant = target.entries.first { id != nil && $0.id == id } ?? sent.namedFlow(among: target.entries)
            guard let wanted = key ?? meant?.key, let flow = try target.flow(wanted) else { continue }
            return surroundings(flow: flow, target.entries, target.name)
        }
        // Only a complete index shows that a flow doesn't exist.
        if id != nil, knowing.isEmpty, let problem = targets.compactMap(\.incompleteness).first { throw problem }
        let only = targets.count == 1 ? targets.first?.name : nil
        return surroundings(flow: nil, targets.flatMap(\.entries), only)
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

extension SourceResolver {
    /// Reads the flows that requests may start.
    ///
    /// - Parameters:
    ///   - path: A folder of exports or one export, or `nil` for snapshots.
    ///   - environment: The environment, or `nil` for all that have snapshots.
    /// - Returns: The flows.
    /// - Throws: `ReadingError` or ``RunFailure`` if they can't be read.
    package func launchTargets(from path: String?, in environment: EnvironmentName?) async throws -> LaunchTargets {
        if let path {
            let set = try await exports(at: path).flowSet()
            return LaunchTargets(exports: set, settings: workspace.settings, environment: environment)
        }
        try await workspace.requireKnown([environment].compactMap(\.self))
        return try LaunchTargets(snapshots(of: environment), settings: workspace.settings)
    }
}
