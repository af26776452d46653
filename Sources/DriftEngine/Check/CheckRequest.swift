package import DriftCore

/// What to check: the source of the flows, and the environments.
package struct CheckRequest: Sendable {
    /// The environments that the user names, each once, or empty for all.
    package var environments: [EnvironmentName] = []

    /// Exports or a revision, or `nil` for the snapshots of the working folder.
    package var source: SourceName?

    /// The git revision to compare with, which shows what is new and which side moved, or `nil` if none is given.
    package var base: String?

    package var owners = OwnerSelection()

    /// The terms of a live check, or `nil` for a check of snapshots or exports.
    package var live: LiveTerms?

    /// Makes a request to check every contract against the snapshots of every environment.
    package init() {}

    package var choice: EnvironmentChoice {
        if live != nil || source?.file != nil { return .mayBeNew(environments) }
        return environments.isEmpty && source == nil ? .all : .named(environments)
    }
}

extension SourceResolver {
    /// Checks the contracts of the repository.
    ///
    /// - Returns: The check; ``Check/verdict(_:known:)`` gives its verdict.
    /// - Throws: `ReadingError` or ``RunFailure`` if the run ends before it can give a verdict.
    package func check(_ request: CheckRequest) async throws -> Check {
        let folder = workspace.contracts
        guard request.live == nil else { return try await check(request, folder.read(), of: nil) }
        // This comes first, so that a mistyped environment is reported before a large repository is read.
        try await workspace.requireKnown(request.environments, source: request.source)
        async let reading = folder.read()
        // Lists the folders of snapshots while the contracts are read. With --base, --owner or another source, this is
        // done later, so that errors in these options are reported first.
        let isOfSnapshots = request.source == nil && request.base == nil && request.owners.names.isEmpty
        let sources =
            isOfSnapshots ? try await sources(of: nil, request.environments, isLimited: folder.isOneFile) : nil
        return try await check(request, await reading, of: sources)
    }

    /// Checks contracts that are already read.
    ///
    /// - Throws: `ReadingError` or ``RunFailure`` if the run ends before it can give a verdict.
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
        let owners = try request.owners.resolved(among: reading.contracts)
        var check = Check(reading, judge: Judge(severities: workspace.settings.severities), owners: owners)
        var base: BaseRevision?
        if let revision = request.base { base = try await BaseRevision(revision, of: workspace) }
        for problem in base?.problems ?? [] { check.add(problem) }
        if let terms = request.live {
            try await checkLive(request.environments, terms, base, &check)
            check.judgeCode()
            return check
        }
        if reading.isOfOneFile { check.limitToNamedFlows() }
        let isLimited = reading.isOfOneFile || !request.owners.names.isEmpty
        let sources =
            if let sources { sources } else {
                try await self.sources(of: request.source, request.environments, isLimited: isLimited)
            }
        check.add(sources)
        for (environment, source) in sources.all {
            try await judge(source, in: environment, since: base, &check)
            if let loaded = source as? LoadedSource { check.addImpact(on: loaded.set, in: environment) }
        }
        check.judgeCode()
        return check
    }

    /// Checks the flows of one environment, and finds which side moved since a revision.
    private func judge(
        _ source: any FlowSource,
        in environment: EnvironmentName?,
        since base: BaseRevision?,
        _ check: inout Check
    ) async throws {
        do throws(ReadingError) {
            check.judge(try source.actions(), startingFlowsOf: source, in: environment, workspace.settings)
        } catch {
            check.add(error)
        }
        guard let base else { return await check.judge(in: environment, from: source) }
        guard let environment else {
            throw RunFailure.badUsage("--base: name the environment of the exports with --environment")
        }
        guard let old = try base.snapshots(of: environment) else {
            let text =
                "\(base.name) has no snapshots of '\(environment)', so it is unknown whether flows or contracts changed"
            check.add(Remark(text))
            return await check.judge(in: environment, from: source)
        }
        var earlier = EarlierFlows()
        earlier.add(old, name: base.name)
        await check.judge(in: environment, from: source, earlier: earlier)
        await check.tellMovers(in: environment, from: old, base: base.contracts)
    }

    /// Checks the org of each environment.
    ///
    /// If one org can't be read, all other orgs are still checked.
    private func checkLive(
        _ environments: [EnvironmentName],
        _ terms: LiveTerms,
        _ base: BaseRevision?,
        _ check: inout Check
    ) async throws {
        let environments = try environments.isEmpty ? workspace.environments() : environments
        guard !environments.isEmpty else {
            throw RunFailure.badUsage("no environment is known; name the environment of the org with --environment")
        }
        guard environments.count == 1 || terms.optionsOfOneOrg.isEmpty else {
            throw RunFailure.badUsage(
                "\(terms.optionsOfOneOrg.joined(separator: ", ")): allowed only in a run that checks one environment; "
                    + "name one with --environment"
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
                // `check` is set inside the closure, so that it keeps its findings if the org's answers can't be
                // recorded.
                try await session.recorded { check = try await live.checked(check) }
            } catch let problem as ReadingError {
                check.add(problem)
            }
        }
    }

    /// Checks the environment after a Terraform plan.
    ///
    /// `file` is the output of `terraform show -json`, for a plan or a state.
    ///
    /// - Throws: `ReadingError` if the plan or the snapshots can't be read.
    package func check(plan file: String, in environment: EnvironmentName) async throws -> Check {
        let reading = await workspace.contracts.read()
        var check = Check(reading, judge: Judge(severities: workspace.settings.severities))
        let (planned, events) = try await plan(file, in: environment).read(contracts: check.contracts(in: environment))
        await check.judge(planned, in: environment, from: LoadedSource(planned.flows, name: file, events: events))
        check.judgeCode()
        check.add(
            PlannedActions(
                planned: planned,
                file: file,
                judge: Judge(severities: workspace.settings.severities),
                settings: workspace.settings,
                environment: environment
            ).outcome()
        )
        check.addImpact(on: planned.flows, in: environment)
        return check
    }
}
