package import DriftCore

/// Finds who calls the flows of each environment.
package struct CallerSearch: Sendable {
    package let resolver: SourceResolver

    /// The flows, or `nil` for the snapshots.
    package let source: SourceName?

    /// The environments that the user names, or empty for all.
    package let environments: [EnvironmentName]

    package init(_ resolver: SourceResolver, from source: SourceName?, in environments: [EnvironmentName]) {
        self.resolver = resolver
        self.source = source
        self.environments = environments
    }

    /// What a search found.
    package struct Found: Sendable {
        package var graphs: [CallerGraph] = []
        package var problems: [ReadingError] = []
        package var notices: [FlowSet.Notice] = []
    }

    /// Reads the flows, and adds the callers of each.
    ///
    /// - Parameters:
    ///   - reading: The contracts of the project.
    ///   - launches: The launches in the project's source code.
    /// - Returns: The callers in each environment.
    /// - Throws: `ReadingError` or ``RunFailure`` if there is nothing to read.
    package func callers(_ reading: ContractFolder.Reading, launches: [SourceLaunch]) async throws -> Found {
        var found = Found()
        // A project that owns flows needs no contracts of its own.
        let own = Set(resolver.workspace.contractsPaths)
        found.problems = reading.problems.filter { !ContractFolder.isNothing($0) || !own.contains($0.place.file) }
        found.notices = reading.notices
        for (environment, set) in try await sets() {
            found.problems += set.problems
            found.notices += set.notices
            found.graphs.append(
                CallerGraph(
                    set,
                    in: environment,
                    contracts: reading.contracts.filter { $0.holds(in: environment) },
                    uncovered: reading.uncovered,
                    launches: launches
                )
            )
        }
        return found
    }

    private func sets() async throws -> [(EnvironmentName?, FlowSet)] {
        let workspace = resolver.workspace
        switch source {
        case .plan?:
            guard let source else { return [] }
            let environment = environments.first ?? resolver.environment(of: source)
            return [(environment, try await resolver.flows(of: source, in: environments.first))]
        case .named?, .git?, .live?:
            let selected = try await resolver.sources(of: source, environments, isLimited: false)
            var sets = try selected.all.map { environment, source in
                (environment, try (source as? LoadedSource)?.set ?? (source as? SnapshotSource)?.flowSet() ?? .empty)
            }
            if !sets.isEmpty {
                sets[0].1.problems += selected.problems.filter { !sets[0].1.problems.contains($0) }
                sets[0].1.notices += selected.notices.filter { !sets[0].1.notices.contains($0) }
            }
            return sets
        case nil: break
        }
        let known = try workspace.environmentsWithSnapshots()
        for name in environments where !known.contains(name) {
            throw SourceResolver.noSnapshots(of: name, in: workspace.snapshotsPath, known)
        }
        let selected = environments.isEmpty ? known : environments
        guard !selected.isEmpty else { throw SourceResolver.noSnapshots(in: workspace.snapshotsPath) }
        var sets: [(EnvironmentName?, FlowSet)] = []
        for name in selected {
            let source = workspace.snapshots(of: name)
            var set = try source.flowSet()
            if let notice = try Self.notice(on: source.index(), name) { set.notices.append(notice) }
            sets.append((name, set))
        }
        return sets
    }

    /// A notice if an earlier version of flowdrift, which read no calls, took some of the snapshots.
    private static func notice(on index: SnapshotIndex, _ environment: EnvironmentName) -> FlowSet.Notice? {
        let count = index.flows.count { $0.reader < SnapshotIndex.callsReaderNumber }
        guard count > 0 else { return nil }
        return FlowSet.Notice(
            "\(count) snapshots of '\(environment)' lack the calls of their flows, because an earlier version of flowdrift "
                + "took them; take them again with `flowdrift snapshot`"
        )
    }
}
