import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift gate`: shows contract by environment, before a release.
struct GateCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Says for each contract and environment whether a release may go there.",
        discussion: """
            Examples:
              flowdrift gate --environment test --environment prod
              flowdrift gate --environment prod --max-age 24h
                  snapshots that changed longer ago are unknown
              flowdrift gate --environment prod --live
              flowdrift gate --environment prod --contracts-from git:v1.5.0 --since git:v1.4.0

            Without --live, it judges the snapshots of each environment, and shows the date of their last commit. \
            Each cell is in sync, drift, unknown, or not expected: the contract does not apply there.

            Exit status: 0 every cell in sync, 1 drift in any cell, 2 no drift, but something is unknown, unless \
            --allow-unknown.
            """
    )

    @OptionGroup var options: SelectionOptions

    @OptionGroup var liveOptions: LiveOptions

    @Option(
        name: .customLong("contracts-from"),
        help: ArgumentHelp("Judge the contracts at a revision.", valueName: "git:REV")
    )
    var contractsFrom: SourceName?

    @Option(help: ArgumentHelp("Also say which contracts became stricter since a revision.", valueName: "git:REV"))
    var since: SourceName?

    @Option(help: ArgumentHelp("The longest time since snapshots last changed, such as 24h or 7d.", valueName: "time"))
    var maxAge: Age?

    @Flag(help: "Don't fail because something is unknown.")
    var allowUnknown = false

    @OptionGroup var reports: ReportArguments

    @OptionGroup var project: ProjectOptions

    private var selection: CheckSelection { CheckSelection(options: options, liveOptions: liveOptions) }

    var places: NamedPlaces { project.places(selection.files) }

    func validate() throws {
        try selection.validate()
        guard !options.environment.isEmpty else {
            throw ValidationError("name the environments that the release goes to with --environment")
        }
        for source in [contractsFrom, since].compactMap(\.self) where source.revision == nil {
            throw ValidationError("\(Printable.text(source.description)): name a git revision, such as git:v1.4.0")
        }
        guard maxAge == nil || !options.live else {
            throw ValidationError("--max-age is about snapshots, but --live reads the org; remove one of them")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let workspace = try project.workspace(in: context)
        let resolver = try selection.resolver(workspace, in: context)
        let request = selection.request(in: workspace, context)
        let released = try contractsFrom?.revision.map { revision throws(ReadingError) in
            try workspace.contracts(at: revision)
        }
        let folder = released ?? workspace.contracts
        let reading = await folder.read()
        var check = try await resolver.check(request, reading)
        check.reportEnvironments(of: workspace, request.choice)
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        var facts = GateFacts(states: ages(&check, of: workspace, in: context))
        if reading.contracts.isEmpty, reading.problems.isEmpty {
            check.add(ContractFolder.nothing(in: folder.path))
        }
        for environment in selection.namedOnce { check.addUnread(environment) }
        let known = check.environments(of: workspace)
        let old = try await since?.revision.map { revision throws(ReadingError) in
            try workspace.contracts(at: revision)
        }?.read()
        for problem in old?.problems ?? [] { check.add(problem) }
        let terms = terms(workspace.settings, in: context)
        let verdict = check.verdict(terms, known: known)
        if let revision = since?.revision, let old {
            facts.history = try await resolver.history(since: revision, old, reading, verdict, request, terms)
        }
        if reports.requests.allSatisfy({ $0.file != nil }) {
            context.print(GateText(facts, style: context.style).text(of: verdict))
        }
        let status = reports.write(verdict, settingsFile: project.settingsFile(in: context), gate: facts, in: context)
        selection.showNextSteps(after: verdict, workspace, project, in: context)
        return status
    }

    private func terms(_ settings: Settings, in context: Context) -> VerdictTerms {
        VerdictTerms(
            failOn: settings.failOn,
            isStrict: !allowUnknown,
            waivers: settings.waivers,
            today: context.today
        )
    }

    /// The state by which each environment is judged; snapshots that are too old make its cells unknown.
    private func ages(
        _ check: inout Check,
        of workspace: Workspace,
        in context: Context
    ) -> [EnvironmentName: GateFacts.State] {
        var states: [EnvironmentName: GateFacts.State] = [:]
        for environment in selection.namedOnce {
            guard !options.live else {
                states[environment] = .live
                continue
            }
            let seconds: Int?
            do throws(ReadingError) {
                seconds = try Git(context: context).date(of: workspace.snapshots(of: environment).name)
            } catch {
                states[environment] = .undated
                if maxAge != nil { check.add(error) }
                continue
            }
            states[environment] = seconds.map { .snapshots(Day(secondsSince1970: $0)) } ?? .uncommitted
            guard let maxAge, seconds.map({ maxAge.isOver(since: $0, at: context.now()) }) ?? true else { continue }
            let date = seconds.map { "last changed on \(Day(secondsSince1970: $0))" } ?? "are not committed"
            check.doubt(
                environment,
                "the snapshots of '\(environment)' \(date), and --max-age allows \(maxAge)",
                "take them again, or judge the org itself with --live"
            )
        }
        return states
    }
}
