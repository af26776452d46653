import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import GenesysCloud

/// `flowdrift snapshot`: reads flows and writes their interfaces under `snapshots/`.
struct SnapshotCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Reads flows and writes snapshots of their inputs, outputs and triggers.",
        discussion: """
            Examples:
              flowdrift snapshot --environment prod
                  takes snapshots of the live org
              flowdrift snapshot --from exports --environment prod
                  takes snapshots of exports
              flowdrift snapshot --from exports --environment prod --check
                  shows what would change, and writes nothing

            The folder of --from may have Archy YAML and .i3 exports. It may also have flow configurations, flow \
            listings and trigger listings as the API returns them. The snapshot of a deleted flow is removed. With a \
            filter in flowdrift.yaml, snapshots of flows that the filter leaves out stay as they are.

            Exit status: 0 done, 1 with --check: an interface would change, 2 something could not be read.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The source of the flows: a folder of exports, or one export; by default, the live org.",
            valueName: "path"
        ),
        completion: .file()
    )
    var from: String?

    @Option(help: ArgumentHelp("The environment of the flows.", valueName: "name"))
    var environment: EnvironmentName?

    @OptionGroup var substitutions: SubstitutionOptions

    @Flag(help: "Write nothing, and exit with 1 if an interface would change.")
    var check = false

    @OptionGroup var liveOptions: LiveOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places([from] + liveOptions.files) }

    func validate() throws {
        guard from == nil || liveOptions.given.isEmpty else {
            throw ValidationError(
                "\(liveOptions.given.joined(separator: ", ")): allowed only with a live org, not with --from"
            )
        }
        guard from != nil || substitutions.pairs.isEmpty else {
            throw ValidationError("--set fills the placeholders of exports; name the exports with --from")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let workspace = try fetching.workspace(of: project, in: context)
        let settings = workspace.settings
        let environment = try onlyEnvironment(settings)
        let source = workspace.snapshots(of: environment)
        let named = await workspace.namedFlows(in: environment)
        let resolver = SourceResolver(
            workspace,
            substitutions: try substitutions.values(),
            org: liveOptions.org(settings, in: context)
        )
        let origin: Origin
        if let from {
            origin = try await exports(resolver.exports(at: from), from, in: context)
        } else {
            origin = try await liveOrg(environment, named, resolver, in: context)
        }
        show(origin.set, in: context)
        let snapshots = SnapshotFolder(source)
        let planned = {
            try snapshots.plan(
                for: origin.set,
                filter: settings.flows,
                always: named,
                topics: origin.topics,
                isOfOrg: from == nil,
                isWhole: origin.isWhole
            )
        }
        let plan = try check ? planned() : snapshots.write(in: context, planned)
        origin.isWritten?()
        let isComplete = origin.set.problems.isEmpty
        context.print(SnapshotText(plan: plan, folder: source.name, isCheck: check, isComplete: isComplete).text)
        if check, plan.changes.contains(where: \.changesInterface) { return .drift }
        return isComplete ? .inSync : .couldNotCheck
    }

    /// The data that snapshots are made from.
    private struct Origin {
        var set: FlowSet
        /// The org's event topics, or `nil` to keep those that are already in the snapshots.
        var topics: EventCatalogue?
        /// Called once the snapshots are written.
        var isWritten: (() -> Void)?
        /// Whether these are all flows of the environment; if the user names one export, they aren't.
        var isWhole = true
    }

    private func exports(_ folder: ExportFolder, _ path: String, in context: Context) async throws -> Origin {
        let all = try await folder.flowSet()
        let set = all.withoutOpenFlows
        guard set.flows.isEmpty else {
            return Origin(set: set, isWhole: folder.isFolder)
        }
        show(set, in: context)
        guard all.flows.isEmpty else { throw RunFailure.couldNotCheck("nothing was written") }
        throw RunFailure.couldNotCheck(
            "\(Printable.text(path)): no flow was found in it, so nothing was written; "
                + "name an export, or a folder of exports, with --from"
        )
    }

    private func liveOrg(
        _ environment: EnvironmentName,
        _ named: Set<FlowKey>,
        _ resolver: SourceResolver,
        in context: Context
    ) async throws -> Origin {
        let session = try resolver.org(environment)
        return try await session.recorded {
            let workspace = resolver.workspace
            let source = workspace.snapshots(of: environment)
            let (_, reading) = try await session.read(
                beside: source,
                workspace.settings.flows,
                named: named,
                keepsFlows: !check
            )
            var origin = Origin(set: reading.flows)
            if !check { origin.isWritten = { session.forgetKeptFlows() } }
            origin.set.notices += reading.renameNotices
            try await addActions(to: &origin.set, from: session, besides: source, in: context)
            let topics = TopicRefresh(source: source, rereading: session.rereading)
            guard topics.isNeeded(for: reading.flows, known: try topics.known()) else { return origin }
            do throws(PlatformError) {
                origin.topics = try await topics.catalogue(from: session, for: reading.flows)
            } catch {
                let text = "the org's event topics could not be read: \(error.description)"
                context.printError("notice: \(Printable.text(text))\n")
            }
            return origin
        }
    }

    /// Adds the org's data actions that start flows; if they can't be read, the snapshots keep the ones that they have.
    private func addActions(
        to set: inout FlowSet,
        from session: any OrgSession,
        besides source: SnapshotSource,
        in context: Context
    ) async throws {
        let known = session.rereading == .all ? KnownActions() : try source.knownActions()
        let found = await session.actions(besides: known)
        for notice in found.notices { context.printError("notice: \(Printable.text(notice))\n") }
        guard let actions = found.actions else { return }
        set.add(actions, versions: found.versions ?? [:])
    }

    private func onlyEnvironment(_ settings: Settings) throws -> EnvironmentName {
        if let environment { return environment }
        let known = settings.environments ?? []
        guard known.count == 1, let only = known.first else {
            let names = known.isEmpty ? "" : ", one of \(known.map(\.text).joined(separator: ", "))"
            throw RunFailure.badUsage("use --environment to name the environment of the flows\(names)")
        }
        return only
    }

    private func show(_ set: FlowSet, in context: Context) {
        for notice in set.notices {
            context.printError("notice: \(Printable.text(notice.description))\n")
        }
        for problem in set.problems {
            context.printError("error: " + Printable.text(problem.description) + "\n")
        }
    }
}
