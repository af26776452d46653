import ArgumentParser
import DriftCore
import DriftReports

/// The options that say what is judged: snapshots, exports or live orgs, and of which environments.
struct CheckSelection: ParsableArguments {
    @Flag(help: "Judge the live org, and compare it with its snapshots.")
    var live = false

    @Flag(help: "With --live, also show drafts that are not published yet.")
    var drafts = false

    @Option(
        help: ArgumentHelp("With --live, tell whether a contract moved since a revision.", valueName: "git:REV")
    )
    var base: SourceName?

    @Flag(help: "With --live, write the snapshots anew where an interface changed.")
    var update = false

    @Flag(help: "With --update, write the index even where no interface changed.")
    var index = false

    @Option(help: ArgumentHelp("Judge exports, a folder or one file, instead of snapshots.", valueName: "path"))
    var from: String?

    @Option(help: ArgumentHelp("An environment to check; may be given several times.", valueName: "name"))
    var environment: [EnvironmentName] = []

    @OptionGroup var substitutions: SubstitutionOptions

    @OptionGroup var liveOptions: LiveOptions

    func validate() throws {
        guard from == nil || !live else { throw ValidationError("--from and --live exclude each other") }
        let own = [drafts ? "--drafts" : nil, base.map { _ in "--base" }, update ? "--update" : nil].compactMap(\.self)
        guard live || liveOptions.given.isEmpty && own.isEmpty else {
            throw ValidationError("\((liveOptions.given + own).joined(separator: ", ")): goes with --live only")
        }
        guard update || !index else { throw ValidationError("--index: goes with --update only") }
        if let base, base.revision == nil {
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
        try await check(project.contractFolder(in: context).read(), settings, project, owners: owners, in: context)
    }

    /// Judges what is selected by contracts that are read already.
    func check(
        _ reading: ContractFolder.Reading,
        _ settings: Settings,
        _ project: ProjectOptions,
        owners: OwnerSelection = OwnerSelection(),
        in context: Context
    ) async throws -> Check {
        try owners.require(among: reading.contracts)
        var check = Check(reading, judge: Judge(severities: settings.severities), owners: owners)
        if live {
            try await checkLive(&check, settings, project, in: context)
        } else {
            for (environment, source) in try await sources(settings, project, &check, in: context) {
                await check.judge(in: environment, from: source)
            }
        }
        check.reportUnknownEnvironments(among: selectsAll ? check.judgedEnvironments : nil)
        return check
    }

    /// The environments that there are: those of the settings, or else those with snapshots.
    func knownEnvironments(
        _ settings: Settings,
        _ project: ProjectOptions,
        in context: Context
    ) -> [EnvironmentName] {
        settings.environments ?? project.environmentsWithSnapshots(in: context)
    }

    /// Judges the org of each selected environment.
    private func checkLive(
        _ check: inout Check,
        _ settings: Settings,
        _ project: ProjectOptions,
        in context: Context
    ) async throws {
        let names = environment.isEmpty ? knownEnvironments(settings, project, in: context) : namedOnce
        guard !names.isEmpty else {
            throw CommandFailure.badUsage("name the environment whose org is to be checked with --environment")
        }
        guard names.count == 1 || liveOptions.given.isEmpty else {
            throw CommandFailure.badUsage(
                "\(liveOptions.given.joined(separator: ", ")): goes with one environment; name it with --environment"
            )
        }
        let before = try await base?.revision.map { try project.contracts(at: $0, in: context) }?.read().contracts
        for name in names {
            // What one org refuses keeps nobody from hearing of the others.
            do {
                let session = try LiveSession(of: name, options: liveOptions, settings: settings, context: context)
                let folder = project.snapshotsPath + "/" + name.text
                let live = LiveCheck(
                    environment: name,
                    folder: folder,
                    showsDrafts: drafts,
                    base: before,
                    update: update ? index ? .index : .snapshots : nil,
                    context: context
                )
                check = try await session.recorded { [check] in
                    try await live.checked(check, session: session, filter: settings.flows)
                }
            } catch let problem as ReadingError {
                check.add(problem)
            }
        }
    }

    /// The environments that the command line names, each once.
    private var namedOnce: [EnvironmentName] {
        environment.enumerated().filter { environment.firstIndex(of: $1) == $0 }.map(\.element)
    }

    private var selectsAll: Bool { from == nil && !live && environment.isEmpty }

    /// Where the flows of each selected environment come from.
    private func sources(
        _ settings: Settings,
        _ project: ProjectOptions,
        _ check: inout Check,
        in context: Context
    ) async throws -> [(EnvironmentName?, any FlowSource)] {
        guard let from else { return try snapshotSources(settings, project, &check, in: context) }
        let exports = ExportFolder(
            path: from.withoutTrailingSlash,
            context: context,
            substitutions: try substitutions.values()
        )
        let set = try await exports.flowSet()
        check.add(set, isWhole: FolderWalk(context: context).isFolder(from))
        let source = LoadedSource(set, name: from)
        let names = environment.isEmpty ? settings.environments ?? [] : namedOnce
        return names.isEmpty ? [(nil, source)] : names.map { ($0, source) }
    }

    private func snapshotSources(
        _ settings: Settings,
        _ project: ProjectOptions,
        _ check: inout Check,
        in context: Context
    ) throws -> [(EnvironmentName?, any FlowSource)] {
        guard substitutions.pairs.isEmpty else {
            throw CommandFailure.badUsage("--set fills the placeholders of exports; name them with --from")
        }
        let present = project.environmentsWithSnapshots(in: context)
        let selected = environment.isEmpty ? settings.environments ?? present : namedOnce
        if selected.isEmpty {
            check.add(
                ReadingError(
                    "There are no snapshots",
                    at: Place(file: project.snapshotsPath),
                    wayOut: "take some with `flowdrift snapshot --from DIR --environment NAME`"
                )
            )
        }
        return selected.compactMap { name in
            let folder = project.snapshotsPath + "/" + name.text
            guard present.contains(name) else {
                let near = present.isEmpty ? "" : "; there is \(present.map(\.text).joined(separator: ", "))"
                check.add(
                    ReadingError(
                        "Environment '\(name)' has no snapshots" + near,
                        at: Place(file: folder),
                        wayOut: "take them with `flowdrift snapshot --from DIR --environment \(name)`"
                    )
                )
                return nil
            }
            return (name, SnapshotSource(folder: folder, context: context))
        }
    }
}

extension ProjectOptions {
    /// The environments that have snapshots, in order of name.
    func environmentsWithSnapshots(in context: Context) -> [EnvironmentName] {
        FolderWalk(context: context).folders(in: snapshotsPath).compactMap { EnvironmentName($0) }.sorted()
    }
}
