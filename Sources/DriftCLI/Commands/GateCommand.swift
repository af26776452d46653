import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift gate`: shows for each contract and environment whether the code may be released to the environment.
struct GateCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Says for each contract and environment whether a release may go there.",
        discussion: """
            Examples:
              flowdrift gate --environment test --environment prod
              flowdrift gate --environment prod --max-age 24h
                  an environment is unknown if its snapshots changed longer ago
              flowdrift gate --environment prod --live
              flowdrift gate --environment prod --contracts-from git:v1.5.0 --since git:v1.4.0

            The output is a table of contracts and environments. Without --live, contracts are compared with the \
            snapshots of each environment, and the table shows the date of the snapshots' last commit. Each cell \
            is in sync, drift, unknown, or not expected. A cell is not expected if the contract does not apply to the \
            environment.

            Exit status: 0 every expected cell is in sync, 1 a cell has drift, 2 no drift, but something is unknown or \
            could not be read. With --allow-unknown, unknown results don't lead to status 2.
            """
    )

    @OptionGroup var options: SelectionOptions

    @OptionGroup var liveOptions: LiveOptions

    @Option(
        name: .customLong("contracts-from"),
        help: ArgumentHelp("Check the contracts as they are at a git revision.", valueName: "git:REV")
    )
    var contractsFrom: SourceName?

    @Option(
        help: ArgumentHelp("Also list the contracts that require more than at a git revision.", valueName: "git:REV")
    )
    var since: SourceName?

    @Option(
        help: ArgumentHelp(
            "The maximum time since the last change of snapshots, such as 24h or 7d; older snapshots are unknown.",
            valueName: "time"
        )
    )
    var maxAge: Age?

    @Flag(help: "Don't fail if something is unknown.")
    var allowUnknown = false

    @OptionGroup var reports: ReportArguments

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var project: ProjectOptions

    private var selection: CheckSelection { CheckSelection(options: options, liveOptions: liveOptions) }

    var places: NamedPlaces { project.places(selection.files) }

    func validate() throws {
        try selection.validate()
        guard !options.environment.isEmpty else {
            throw ValidationError("use --environment to name the environments that the release goes to")
        }
        for source in [contractsFrom, since].compactMap(\.self) where source.revision == nil {
            throw ValidationError(
                "\(Printable.text(source.description)) is not a git revision; write one, such as git:v1.4.0"
            )
        }
        guard maxAge == nil || !options.live else {
            throw ValidationError("--max-age limits the age of snapshots, but --live reads the org; remove one of them")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let workspace = try fetching.workspace(of: project, in: context)
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
        let checked = check
        let status = reports.write(
            verdict,
            settingsFile: project.settingsFile(in: context),
            gate: facts,
            callers: { checked.callers(of: workspace) },
            in: context
        )
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

    /// For each environment, when its snapshots last changed, or that its live org is checked.
    ///
    /// If an environment's snapshots are too old, the result of each contract in that environment becomes unknown.
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
                "take the snapshots again and commit them, or check the org itself with --live"
            )
        }
        return states
    }
}
