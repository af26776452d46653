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
    ///   - launches: The launches in its source code.
    /// - Returns: The callers in each environment.
    /// - Throws: `ReadingError` or ``RunFailure`` if there is nothing to read.
    package func callers(_ reading: ContractFolder.Reading, launches: [SourceLaunch]) async throws -> Found {
        var found = Found()
        found.problems = reading.problems.filter { !ContractFolder.isNothing($0) }
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
        if let source {
            let environment = environments.first ?? resolver.environment(of: source)
            return [(environment, try await resolver.flows(of: source, in: environments.first))]
        }
        let known = try resolver.workspace.environmentsWithSnapshots()
        for name in environments where !known.contains(name) {
            throw SourceResolver.noSnapshots(of: name, in: resolver.workspace.snapshotsPath, known)
        }
        let selected = environments.isEmpty ? known : environments
        guard !selected.isEmpty else { throw SourceResolver.noSnapshots(in: resolver.workspace.snapshotsPath) }
        var sets: [(EnvironmentName?, FlowSet)] = []
        for name in selected { sets.append((name, try resolver.workspace.snapshots(of: name).flowSet())) }
        return sets
    }
}
