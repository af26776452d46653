package import DriftCore

/// Finds one flow among the snapshots of all environments, by type and name, by name alone, or by id.
package struct FlowFinder {
    /// The flows of each environment that has snapshots.
    package let known: [EnvironmentName: Set<FlowKey>]

    private let ids: [EnvironmentName: [FlowKey: FlowID]]
    private let resolver: SourceResolver

    /// Reads the index of each environment.
    package init(_ resolver: SourceResolver) throws(ReadingError) {
        self.resolver = resolver
        var known: [EnvironmentName: Set<FlowKey>] = [:]
        var ids: [EnvironmentName: [FlowKey: FlowID]] = [:]
        for (environment, source) in try resolver.snapshots(of: nil) {
            let index = try source.index()
            let listed = index.flows.map(\.entry.key)
            known[environment] = Set(listed.isEmpty ? try source.flowSet().flows.map(\.key) : listed)
            ids[environment] = index.ids
        }
        self.known = known
        self.ids = ids
    }

    /// A flow, with the environment whose snapshot it's from.
    package struct Found {
        package let flow: Flow
        package let environment: EnvironmentName
        package let events: EventCatalogue
        /// The snapshot's file.
        package let file: String
    }

    /// Finds the flow that a user means.
    ///
    /// - Parameters:
    ///   - text: `workflow/Callback Request`, `Callback Request`, or an id.
    ///   - environment: The environment, or `nil` for the first that has the flow.
    /// - Returns: The flow.
    /// - Throws: ``RunFailure`` if no flow or several flows match, ``ReadingError`` if the flow can't be read.
    package func flow(_ text: String, in environment: EnvironmentName?) throws -> Found {
        let places = try places(environment)
        let hits = places.flatMap { place in keys(text, in: place).map { (place, $0) } }
        let flows = Set(hits.map(\.1)).sorted()
        guard flows.count < 2 else { throw Self.ambiguous(text, flows) }
        guard let (place, key) = hits.first else { throw notFound(text, places) }
        return try flow(key, in: place)
    }

    package func flow(_ key: FlowKey, in environment: EnvironmentName) throws -> Found {
        let source = resolver.workspace.snapshots(of: environment)
        let file = source.name + "/" + SnapshotPath(key).text
        guard let flow = try source.flow(key) else {
            throw ReadingError(
                "The index lists the snapshot of '\(key)', but the snapshot's file does not exist",
                at: Place(file: file),
                fix: "take the snapshots again with `flowdrift snapshot`"
            )
        }
        return Found(flow: flow, environment: environment, events: try source.events(), file: flow.file ?? file)
    }

    /// Finds a flow by its key, or returns `nil` if no environment has a snapshot of it.
    package func flow(_ key: FlowKey, inAny environment: EnvironmentName?) throws -> Found? {
        let places = try resolver.snapshots(of: environment).map(\.environment)
        guard let place = places.first(where: { known[$0]?.contains(key) ?? false }) else { return nil }
        return try flow(key, in: place)
    }

    /// The flows that have an id, in one environment or in all.
    ///
    /// A flow for which the index has no id counts with the id that `flowdrift stub` makes for it.
    package func keys(of id: FlowID, in environment: EnvironmentName?) -> Set<FlowKey> {
        var keys: Set<FlowKey> = []
        for (place, flows) in known where environment == nil || environment == place {
            let ids = ids[place] ?? [:]
            keys.formUnion(flows.filter { (ids[$0] ?? FlowID(madeFor: $0)) == id })
        }
        return keys
    }

    /// Finds the key that a user means, among the flows with snapshots and those in `others`.
    ///
    /// - Throws: ``RunFailure`` if no flow or several flows match.
    package func key(
        _ text: String,
        in environment: EnvironmentName?,
        besides others: Set<FlowKey>
    ) throws -> FlowKey {
        let places = try resolver.snapshots(of: environment).map(\.environment)
        let all = others.union(places.flatMap { known[$0] ?? [] })
        if let key = FlowKey(text), all.contains(key) { return key }
        let flows = Set(all.filter { $0.name == text } + places.flatMap { keys(text, in: $0) }).sorted()
        guard flows.count < 2 else { throw Self.ambiguous(text, flows) }
        guard let key = flows.first else { throw notFound(text, places, besides: others) }
        return key
    }

    private static func ambiguous(_ text: String, _ flows: [FlowKey]) -> RunFailure {
        let list = flows.map { "'\($0)'" }.joined(separator: ", ")
        return RunFailure.badUsage("'\(text)' may be any of the flows \(list); name one by its type and name")
    }

    private func places(_ environment: EnvironmentName?) throws(ReadingError) -> [EnvironmentName] {
        let places = try resolver.snapshots(of: environment).map(\.environment)
        guard places.isEmpty else { return places }
        throw SourceResolver.noSnapshots(in: resolver.workspace.snapshotsPath)
    }

    private func keys(_ text: String, in place: EnvironmentName) -> [FlowKey] {
        let flows = known[place] ?? []
        if let key = FlowKey(text), flows.contains(key) { return [key] }
        let named = flows.filter { $0.name == text }
        guard named.isEmpty, let id = FlowID(text) else { return named.sorted() }
        return (ids[place] ?? [:]).filter { $0.value == id }.map(\.key)
    }

    private func notFound(
        _ text: String,
        _ places: [EnvironmentName],
        besides others: Set<FlowKey> = []
    ) -> RunFailure {
        let all = others.union(places.flatMap { known[$0] ?? [] }).sorted()
        let near = FlowKey.nearest(to: text, among: all).map { "did you mean '\($0)'?" }
        let scope = places.map(\.text).joined(separator: ", ")
        let shown = all.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (all.count > 10 ? ", …" : "")
        let fix = near ?? (all.isEmpty ? "no flow has a snapshot" : "name one of these: \(shown)")
        guard !places.isEmpty else { return .couldNotCheck("no flow '\(text)' is known; \(fix)") }
        return .couldNotCheck("no flow '\(text)' has a snapshot in \(scope); \(fix)")
    }
}
