import ArgumentParser
import DriftCore
import DriftReports
import SourceText

/// `flowdrift gate`: contract by environment, before a release.
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

            Without --live an environment's snapshots count, with the date of their last commit. Each cell is in \
            sync, drift, unknown, or not expected, where the contract need not hold.

            Exit status: 0 every cell in sync, 1 drift in any cell, 2 no drift and something unknown, unless \
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

    @Option(help: ArgumentHelp("How long ago snapshots may have changed, such as 24h or 7d.", valueName: "time"))
    var maxAge: Age?

    @Flag(help: "Let pass what is unknown.")
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
            throw ValidationError("\(Printable.text(source.description)): write a revision of git, git:v1.4.0")
        }
        guard maxAge == nil || !options.live else {
            throw ValidationError("--max-age: is about snapshots, and --live reads the org")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile, in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let released = try contractsFrom?.revision.map { try project.contracts(at: $0, in: context) }
        let folder = released ?? project.contractFolder(in: context)
        let reading = await folder.read()
        var check = try await selection.check(reading, settings, project, in: context)
        check.reportEnvironments(settings, of: project, selection.choice, in: context)
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        var facts = GateFacts(states: ages(&check, in: context))
        if reading.contracts.isEmpty, reading.problems.isEmpty {
            check.add(ContractFolder.nothing(in: folder.path))
        }
        for environment in selection.namedOnce { check.addUnread(environment) }
        let known = check.environments(of: project, settings, in: context)
        let old = try await since?.revision.map { try project.contracts(at: $0, in: context) }?.read()
        for problem in old?.problems ?? [] { check.add(problem) }
        let verdict = check.verdict(terms(settings, in: context), known: known)
        if let revision = since?.revision, let old {
            facts.history = try await history(from: revision, old, reading, verdict, settings, in: context)
        }
        if reports.requests.allSatisfy({ $0.file != nil }) {
            context.print(GateText(facts, style: context.style).text(of: verdict))
        }
        let status = reports.write(verdict, settingsFile: project.settingsFile, gate: facts, in: context)
        selection.showNextSteps(after: verdict, settings, project, in: context)
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

    /// What each environment is judged by; snapshots that are too old make its cells unknown.
    private func ages(_ check: inout Check, in context: Context) -> [EnvironmentName: GateFacts.State] {
        var states: [EnvironmentName: GateFacts.State] = [:]
        for environment in selection.namedOnce {
            guard !options.live else {
                states[environment] = .live
                continue
            }
            let seconds: Int?
            do throws(ReadingError) {
                seconds = try Git(context: context).date(of: project.snapshots(of: environment, in: context).name)
            } catch {
                states[environment] = .undated
                if maxAge != nil { check.add(error) }
                continue
            }
            states[environment] = seconds.map { .snapshots(Day(secondsSince1970: $0)) } ?? .uncommitted
            guard let maxAge, seconds.map({ maxAge.isOver(since: $0, at: context.now()) }) ?? true else { continue }
            let date = seconds.map { "are of \(Day(secondsSince1970: $0))" } ?? "are in no commit"
            check.doubt(
                environment,
                "the snapshots of '\(environment)' \(date), and --max-age allows \(maxAge)",
                "take them again, or judge the org itself with --live"
            )
        }
        return states
    }

    /// Which contracts became stricter since a revision, and who must ship first.
    private func history(
        from revision: String,
        _ old: ContractFolder.Reading,
        _ reading: ContractFolder.Reading,
        _ verdict: Verdict,
        _ settings: Settings,
        in context: Context
    ) async throws -> GateFacts.History {
        let difference = ContractSetDifference(from: old.contracts, to: reading.contracts)
        // A contract that could not be read there only looks new.
        let stricter = difference.contracts.filter { $0.isStricter && ($0.old != nil || old.problems.isEmpty) }
        guard !stricter.isEmpty else { return GateFacts.History(since: revision, contracts: []) }
        var selection = selection
        (selection.options.update, selection.options.base) = (false, nil)
        let past = try await selection.check(old, settings, project, in: context)
            .verdict(terms(settings, in: context), known: [])
        let contracts = stricter.map { contract in
            GateFacts.StricterContract(
                name: contract.name,
                changes: contract.changes.filter { $0.demand == .stricter }.map(\.phrase),
                order: selection.namedOnce.map { ($0, order(contract, in: $0, past, verdict)) }
            )
        }
        return GateFacts.History(since: revision, contracts: contracts)
    }

    /// Who must ship first where a contract became stricter.
    private func order(
        _ contract: ContractDifference,
        in environment: EnvironmentName,
        _ past: Verdict,
        _ present: Verdict
    ) -> ShippingOrder {
        guard contract.new?.holds(in: environment) == true else { return .notExpected }
        guard present.judges(contract.name, in: environment),
            contract.old?.holds(in: environment) != true || past.judges(contract.name, in: environment)
        else { return .unknown }
        if !present.fails(contract.name, in: environment) {
            return past.fails(contract.name, in: environment) ? .codeMustShip : .codeMayShip
        }
        let heldBefore = contract.old == nil || !past.fails(contract.name, in: environment)
        return heldBefore ? .flowFirst : .both
    }
}

extension Verdict {
    /// Whether a finding fails a contract in an environment.
    fileprivate func fails(_ contract: String, in environment: EnvironmentName) -> Bool {
        findings.contains { $0.contract == contract && $0.environment == environment && isFailing($0) }
    }

    /// Whether a contract was judged in an environment.
    fileprivate func judges(_ contract: String, in environment: EnvironmentName) -> Bool {
        coverage.cells.contains { $0.contract == contract && $0.environment == environment && $0.isJudged }
    }
}
