import ArgumentParser
import DriftCore
import DriftReports
import SourceText

/// What is judged: snapshots, exports or live orgs, and of which environments.
///
/// Its groups of options are the command's own: a debug build of the parser takes four times as long for each level.
struct CheckSelection {
    var options: SelectionOptions
    var exports: ExportOptions?
    var substitutions: SubstitutionOptions?
    let liveOptions: LiveOptions

    /// The exports or the revision that are judged; `nil` for snapshots and live orgs.
    var from: SourceName? { exports?.from ?? nil }

    private var drafts: Bool { exports?.drafts ?? false }

    /// The paths that the options name.
    var files: [String?] { [from?.file] + liveOptions.files }

    /// Refuses options that do not go together.
    func validate() throws {
        switch from {
        case .live?: throw ValidationError("--from live: write --live")
        case .plan(let file)?: throw ValidationError("--from plan:\(Printable.text(file)): write `flowdrift plan`")
        case .named?, .git?, nil: break
        }
        guard from == nil || !options.live else {
            throw ValidationError("--from and --live exclude each other")
        }
        let own = [drafts ? "--drafts" : nil, options.update ? "--update" : nil].compactMap(\.self)
        guard options.live || liveOptions.given.isEmpty && own.isEmpty else {
            throw ValidationError("\((liveOptions.given + own).joined(separator: ", ")): goes with --live only")
        }
        guard options.update || !options.index else { throw ValidationError("--index: goes with --update only") }
        if let base = options.base, base.revision == nil {
            throw ValidationError("--base \(Printable.text(base.description)): write a revision of git, git:main")
        }
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
        let folder = project.contractFolder(in: context)
        async let reading = folder.read()
        // The folders of snapshots are listed while the contracts are read.
        let isLimited = folder.isOneFile || !owners.names.isEmpty
        let sources = options.live ? nil : try await sources(settings, project, isLimited: isLimited, in: context)
        return try await check(await reading, of: sources, settings, project, owners: owners, in: context)
    }

    /// Judges what is selected by contracts that are read already.
    ///
    /// - Parameters:
    ///   - reading: The contracts.
    ///   - sources: Where the flows come from, if that is known already.
    ///   - settings: What flowdrift.yaml says.
    ///   - project: Where contracts and snapshots are.
    ///   - owners: Whose contracts are judged.
    ///   - context: The world.
    /// - Returns: What came of it.
    /// - Throws: ``CommandFailure`` where the command ends before it could give a verdict.
    func check(
        _ reading: ContractFolder.Reading,
        of sources: Sources? = nil,
        _ settings: Settings,
        _ project: ProjectOptions,
        owners: OwnerSelection = OwnerSelection(),
        in context: Context
    ) async throws -> Check {
        if !options.live {
            try await project.requireKnown(namedOnce, settings, source: from, reading, in: context)
        }
        try owners.require(among: reading.contracts)
        var check = Check(reading, judge: Judge(severities: settings.severities), owners: owners)
        var before: BaseRevision?
        if let revision = options.base?.revision { before = try await BaseRevision(revision, of: project, in: context) }
        for problem in before?.problems ?? [] { check.add(problem) }
        if options.live {
            try await checkLive(&check, settings, project, before, in: context)
        } else {
            if reading.isOfOneFile { check.limitToNamedFlows() }
            let isLimited = reading.isOfOneFile || !owners.names.isEmpty
            let sources = if let sources { sources } else {
                try await self.sources(settings, project, isLimited: isLimited, in: context)
            }
            check.add(sources)
            for (environment, source) in sources.all {
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
        let names = try options.environment.isEmpty ? project.environments(settings, in: context) : namedOnce
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
                    update: options.update ? options.index ? .index : .snapshots : nil,
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

    /// The environments that the command line names, each once.
    var namedOnce: [EnvironmentName] {
        let names = options.environment
        return names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    }

    /// How the run chooses the environments that it judges.
    var choice: EnvironmentChoice {
        if options.live || from?.file != nil { return .mayBeNew(namedOnce) }
        return options.environment.isEmpty && from == nil ? .all : .named(namedOnce)
    }
}
