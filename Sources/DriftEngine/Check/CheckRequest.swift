package import DriftCore

/// What is to be checked: contracts against which flows, and of which environments.
package struct CheckRequest: Sendable {
    /// The environments that the user names, each once; none for all.
    package var environments: [EnvironmentName] = []

    /// Exports, or a revision whose snapshots are judged; nil for the snapshots of the working folder.
    package var source: SourceName?

    /// The revision of git that tells what is new, and which side moved; nil where none is given.
    package var base: String?

    /// The teams to whose contracts the run is limited.
    package var owners = OwnerSelection()

    /// What is wanted of live orgs; nil where snapshots or exports are judged.
    package var live: LiveTerms?

    /// Makes a request to check every contract against the snapshots of every environment.
    package init() {}

    /// How the run chooses the environments that it judges.
    package var choice: EnvironmentChoice {
        if live != nil || source?.file != nil { return .mayBeNew(environments) }
        return environments.isEmpty && source == nil ? .all : .named(environments)
    }
}

extension SourceResolver {
    /// Checks the contracts of the repository.
    ///
    /// - Parameter request: What is to be checked.
    /// - Returns: What came of it; the verdict is drawn by ``Check/verdict(_:known:)``.
    /// - Throws: `ReadingError` or ``RunFailure`` where the run ends before it could give a verdict.
    package func check(_ request: CheckRequest) async throws -> Check {
        let folder = workspace.contracts
        guard request.live == nil else { return try await check(request, folder.read(), of: nil) }
        // Said before anything is read, so that a typo doesn't wait for a large repository.
        try await workspace.requireKnown(request.environments, source: request.source)
        async let reading = folder.read()
        // The folders of snapshots are listed while the contracts are read; what else may fail has its turn after them.
        let isOfSnapshots = request.source == nil && request.base == nil && request.owners.names.isEmpty
        let sources =
            isOfSnapshots ? try await sources(of: nil, request.environments, isLimited: folder.isOneFile) : nil
        return try await check(request, await reading, of: sources)
    }

    /// Checks contracts that are read already.
    ///
    /// - Parameters:
    ///   - request: What is to be checked.
    ///   - reading: The contracts.
    /// - Returns: What came of it.
    /// - Throws: `ReadingError` or ``RunFailure`` where the run ends before it could give a verdict.
    package func check(_ request: CheckRequest, _ reading: ContractFolder.Reading) async throws -> Check {
        if request.live == nil {
            try await workspace.requireKnown(request.environments, source: request.source, reading)
        }
        return try await check(request, reading, of: nil)
    }

    private func check(
        _ request: CheckRequest,
        _ reading: ContractFolder.Reading,
        of sources: SelectedSources?
    ) async throws -> Check {
        try request.owners.require(among: reading.contracts)
        var check = Check(reading, judge: Judge(severities: workspace.settings.severities), owners: request.owners)
        var base: BaseRevision?
        if let revision = request.base { base = try await BaseRevision(revision, of: workspace) }
        for problem in base?.problems ?? [] { check.add(problem) }
        if let terms = request.live {
            try await checkLive(request.environments, terms, base, &check)
            return check
        }
        if reading.isOfOneFile { check.limitToNamedFlows() }
        let isLimited = reading.isOfOneFile || !request.owners.names.isEmpty
        let sources =
            if let sources { sources } else {
                try await self.sources(of: request.source, request.environments, isLimited: isLimited)
            }
        check.add(sources)
        for (environment, source) in sources.all { try await judge(source, in: environment, since: base, &check) }
        return check
    }

    /// Judges the flows of one environment, and says what moved since a revision.
    private func judge(
        _ source: any FlowSource,
        in environment: EnvironmentName?,
        since base: BaseRevision?,
        _ check: inout Check
    ) async throws {
        guard let base else { return await check.judge(in: environment, from: source) }
        guard let environment else {
            throw RunFailure.badUsage("--base: name the environment of the exports with --environment")
        }
        guard let old = try base.snapshots(of: environment) else {
            check.add(remarks: ["\(base.name) has no snapshots of '\(environment)', so nothing tells what moved"])
            return await check.judge(in: environment, from: source)
        }
        var earlier = EarlierFlows()
        earlier.add(old, name: base.name)
        await check.judge(in: environment, from: source, earlier: earlier)
        await check.tellMovers(in: environment, from: old, base: base.contracts)
    }

    /// Judges the org of each environment; what one org refuses keeps nobody from hearing of the others.
    private func checkLive(
        _ environments: [EnvironmentName],
        _ terms: LiveTerms,
        _ base: BaseRevision?,
        _ check: inout Check
    ) async throws {
        let environments = try environments.isEmpty ? workspace.environments() : environments
        guard !environments.isEmpty else {
            throw RunFailure.badUsage("name the environment whose org is to be checked with --environment")
        }
        guard environments.count == 1 || terms.optionsOfOneOrg.isEmpty else {
            throw RunFailure.badUsage(
                "\(terms.optionsOfOneOrg.joined(separator: ", ")): goes with one environment; name it with --environment"
            )
        }
        for environment in environments {
            do {
                let session = try org(environment)
                let live = LiveCheck(
                    environment: environment,
                    workspace: workspace,
                    session: session,
                    terms: terms,
                    base: base
                )
                // Taken over inside: a recording that cannot be kept takes no finding along.
                try await session.recorded { check = try await live.checked(check) }
            } catch let problem as ReadingError {
                check.add(problem)
            }
        }
    }

    /// Checks what a Terraform plan would leave.
    ///
    /// - Parameters:
    ///   - file: What `terraform show -json` wrote, of a plan or a state.
    ///   - environment: The environment that the plan is of.
    /// - Returns: What came of it.
    /// - Throws: `ReadingError` where the plan or the snapshots cannot be read.
    package func check(plan file: String, in environment: EnvironmentName) async throws -> Check {
        let reading = await workspace.contracts.read()
        var check = Check(reading, judge: Judge(severities: workspace.settings.severities))
        let (planned, events) = try await plan(file, in: environment).read(contracts: check.contracts(in: environment))
        await check.judge(planned, in: environment, from: LoadedSource(planned.flows, name: file, events: events))
        return check
    }
}
