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
        guard flows.count < 2 else {
            let list = flows.map { "'\($0)'" }.joined(separator: ", ")
            throw RunFailure.badUsage("'\(text)' is one of \(list); name it with its type")
        }
        guard let (place, key) = hits.first else { throw notFound(text, places) }
        return try flow(key, in: place)
    }

    package func flow(_ key: FlowKey, in environment: EnvironmentName) throws -> Found {
        let source = resolver.workspace.snapshots(of: environment)
        let file = source.name + "/" + SnapshotPath(key).text
        guard let flow = try source.flow(key) else {
            throw ReadingError(
                "The snapshot of '\(key)' is in the index, and not in the folder",
                at: Place(file: file),
                wayOut: "take the snapshots again with `flowdrift snapshot`"
            )
        }
        return Found(flow: flow, environment: environment, events: try source.events(), file: flow.file ?? file)
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

    private func notFound(_ text: String, _ places: [EnvironmentName]) -> RunFailure {
        let all = Set(places.flatMap { known[$0] ?? [] }).sorted()
        let near = FlowKey.nearest(to: text, among: all).map { "did you mean '\($0)'?" }
        let scope = places.map(\.text).joined(separator: ", ")
        let shown = all.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (all.count > 10 ? ", …" : "")
        let wayOut = near ?? (all.isEmpty ? "no flow has one" : "there is \(shown)")
        return .couldNotCheck("no flow '\(text)' has a snapshot in \(scope); \(wayOut)")
    }
}
