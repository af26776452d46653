import ArgumentParser
import DriftCore
import DriftReports

/// The options that say what is judged: snapshots, exports or live orgs, and of which environments.
struct CheckSelection: ParsableArguments {
    @OptionGroup var environments: EnvironmentOptions

    @Flag(help: "With --live, also show drafts that are not published yet.")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "Judge exports, a folder or one file, or the snapshots at a revision, git:REV, instead of snapshots.",
            valueName: "source"
        )
    )
    var from: SourceName?

    @OptionGroup var substitutions: SubstitutionOptions

    /// The paths that the options name.
    var files: [String?] { [from?.file] + environments.files }

    func validate() throws {
        switch from {
        case .live?: throw ValidationError("--from live: write --live")
        case .plan(let file)?: throw ValidationError("--from plan:\(Printable.text(file)): write `flowdrift plan`")
        case .named?, .git?, nil: break
        }
        guard from == nil || !live else { throw ValidationError("--from and --live exclude each other") }
        guard live || !drafts else { throw ValidationError("--drafts: goes with --live only") }
    }

    /// Judges what is selected.
    ///
    /// - Parameters:
    ///   - settings: What flowdrift.yaml says.
    ///   - project: Where contracts and snapshots are.
    ///   - owners: Whose contracts are judged.
    ///   - context: The world.
    /// - Returns: What came of it.
    /// - Throws: ``CommandFailure`` where the command ends before it could give a verdict.
    func check(
        _ settings: Settings,
        _ project: ProjectOptions,
        owners: OwnerSelection = OwnerSelection(),
        in context: Context
    ) async throws -> Check {
        if !live { try await project.requireKnown(namedOnce, settings, source: from, in: context) }
        let folder = project.contractFolder(in: context)
        guard !live, from == nil, base == nil, owners.names.isEmpty, !folder.isOneFile else {
            return try await check(folder.read(), settings, project, owners: owners, in: context)
        }
        return try await checkSnapshots(folder, settings, project, in: context)
    }

    /// Judges what is selected by contracts that are read already.
    func check(
        _ reading: ContractFolder.Reading,
        _ settings: Settings,
        _ project: ProjectOptions,
        owners: OwnerSelection = OwnerSelection(),
        in context: Context
    ) async throws -> Check {
        if !live { try await project.requireKnown(namedOnce, settings, source: from, reading, in: context) }
        try owners.require(among: reading.contracts)
        var check = Check(reading, judge: Judge(severities: settings.severities), owners: owners)
        var before: BaseRevision?
        if let revision = base?.revision { before = try await BaseRevision(revision, of: project, in: context) }
        for problem in before?.problems ?? [] { check.add(problem) }
        if live {
            try await checkLive(&check, settings, project, before, in: context)
        } else {
            if reading.isOfOneFile { check.limitToNamedFlows() }
            for (environment, source) in try await sources(settings, project, &check, in: context) {
                try await self.check(&check, source, in: environment, since: before)
            }
        }
        return check
    }

    /// Judges the flows of one environment, and says what moved since a revision.
    private func check(
        _ check: inout Check,
        _ source: any FlowSource,
        in environment: EnvironmentName?,
        since base: BaseRevision?
    ) async throws {
        guard let base else { return await check.judge(in: environment, from: source) }
        guard let environment else {
            throw CommandFailure.badUsage("--base: name the environment of the exports with --environment")
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

    /// Judges the org of each selected environment.
    private func checkLive(
        _ check: inout Check,
        _ settings: Settings,
        _ project: ProjectOptions,
        _ base: BaseRevision?,
        in context: Context
    ) async throws {
        let names = try environment.isEmpty ? project.environments(settings, in: context) : namedOnce
        guard !names.isEmpty else {
            throw CommandFailure.badUsage("name the environment whose org is to be checked with --environment")
        }
        guard names.count == 1 || liveOptions.givenOfOneOrg.isEmpty else {
            throw CommandFailure.badUsage(
                "\(liveOptions.givenOfOneOrg.joined(separator: ", ")): goes with one environment; name it with --environment"
            )
        }
        for name in names {
            // What one org refuses keeps nobody from hearing of the others.
            do {
                let session = try LiveSession(of: name, options: liveOptions, settings: settings, context: context)
                let live = LiveCheck(
                    environment: name,
                    snapshots: project.snapshots(of: name, in: context),
                    showsDrafts: drafts,
                    base: base,
                    update: environments.writing,
                    context: context
                )
                // Taken over inside: a recording that cannot be kept takes no finding along.
                try await session.recorded {
                    check = try await live.checked(check, session: session, filter: settings.flows)
                }
            } catch let problem as ReadingError {
                check.add(problem)
            }
        }
    }

    /// How the run chooses the environments that it judges.
    var choice: EnvironmentChoice {
        if live || from?.file != nil { return .mayBeNew(namedOnce) }
        return environment.isEmpty && from == nil ? .all : .named(namedOnce)
    }
}

extension CheckSelection {
    /// Selects snapshots, or live orgs, alone.
    static func only(_ environments: EnvironmentOptions) throws -> CheckSelection {
        // An option has no value before it is parsed.
        var selection = try parse([])
        selection.environments = environments
        return selection
    }

    var live: Bool { environments.live }
    var base: SourceName? { environments.base }
    var environment: [EnvironmentName] { environments.environment }
    var liveOptions: LiveOptions { environments.liveOptions }

    /// The environments that the command line names, each once.
    var namedOnce: [EnvironmentName] { environments.namedOnce }
}
