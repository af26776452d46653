import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift waive`: accepts a finding for a reason, by an owner, until a date.
struct WaiveCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Accepts a finding until a date, by writing a waiver into flowdrift.yaml.",
        discussion: """
            Examples:
              flowdrift waive
                  lists the findings that count, each with its fingerprint
              flowdrift waive 9b6cd83412aaea2a --reason "old IVR until March" --owner voice --expires 2027-03-31

            The findings are those of `flowdrift check` with the same options. A waived finding stays in every \
            report, but doesn't fail a check.

            Exit status: 0 done, 2 something could not be read, or no finding has that fingerprint.
            """
    )

    @Argument(help: ArgumentHelp("The fingerprint of a finding to accept.", valueName: "fingerprint"))
    var fingerprints: [String] = []

    @Option(help: ArgumentHelp("Why the finding is accepted.", valueName: "text"))
    var reason: String?

    @Option(name: .customLong("owner"), help: ArgumentHelp("Who accepts the finding.", valueName: "name"))
    var acceptedBy: String?

    @Option(
        help: ArgumentHelp(
            "The last day on which the finding is accepted, at most a year from today.",
            valueName: "date"
        )
    )
    var expires: String?

    @OptionGroup var options: SelectionOptions

    @OptionGroup var exports: ExportOptions

    @OptionGroup var substitutions: SubstitutionOptions

    @OptionGroup var liveOptions: LiveOptions

    @OptionGroup var project: ProjectOptions

    private var selection: CheckSelection {
        CheckSelection(options: options, exports: exports, substitutions: substitutions, liveOptions: liveOptions)
    }

    var places: NamedPlaces { project.places(selection.files) }

    func validate() throws { try selection.validate() }

    func run(in context: Context) async throws -> RunStatus {
        let terms = try fingerprints.isEmpty ? nil : terms(on: context.today)
        let workspace = try project.workspace(in: context)
        let settings = workspace.settings
        let request = selection.request(in: workspace, context)
        var check = try await selection.resolver(workspace, in: context).check(request)
        check.reportEnvironments(of: workspace, request.choice)
        let known = check.environments(of: workspace)
        let verdict = check.verdict(
            VerdictTerms(failOn: .note, isStrict: false, waivers: settings.waivers, today: context.today),
            known: known
        )
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        for problem in verdict.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        guard let terms else {
            list(verdict, in: context)
            selection.showNextSteps(after: verdict, workspace, project, in: context)
            return verdict.isComplete ? .inSync : .couldNotCheck
        }
        try write(terms, settings, verdict, in: context)
        return .inSync
    }

    private func list(_ verdict: Verdict, in context: Context) {
        let open = verdict.findings.filter { $0.acceptance == nil && DriftRule.named($0.rule)?.isOnWaivers == false }
        for finding in open { context.print("\(finding.fingerprint)  \(Self.line(finding))\n") }
        if open.isEmpty { context.print("no finding is left to waive\n") }
        let following = verdict.consequences.filter { $0.acceptance == nil }
        guard !open.isEmpty, !following.isEmpty else { return }
        context.print(
            "These findings result from those above. Each counts once its cause is waived; waive both together:\n"
        )
        for finding in following { context.print("\(finding.fingerprint)  \(Self.line(finding))\n") }
    }

    private static func line(_ finding: Finding) -> String {
        let scope = finding.environment.map { " in \($0)" } ?? ""
        let name = finding.contract ?? finding.flow?.description ?? "triggers"
        return Printable.text("\(finding.severity.rawValue)\(scope), \(name): \(finding.message) [\(finding.rule)]")
    }

    private func write(
        _ terms: Waiver.Terms,
        _ settings: Settings,
        _ verdict: Verdict,
        in context: Context
    ) throws {
        let file = project.settingsFile(in: context)
        let bytes = try FileReader(context: context).bytesIfPresent(of: file)
        var text = bytes.map { String(decoding: $0, as: UTF8.self) }
        var lines = ""
        for fingerprint in fingerprints {
            let waiver = Waiver(accepting: try finding(fingerprint, settings, verdict, on: context.today), on: terms)
            text = try WaiverEdit(file: file).adding(waiver, to: text)
            lines += Printable.text("\(file): waived \(waiver.labelledPhrase), until \(terms.expires)") + "\n"
        }
        if let text { try FileWriter(context: context).replace(file, with: text) }
        context.print(lines)
    }

    private func finding(
        _ fingerprint: String,
        _ settings: Settings,
        _ verdict: Verdict,
        on today: Day
    ) throws -> Finding {
        let shown = Printable.text(fingerprint)
        let findings = verdict.findings + verdict.consequences
        guard let finding = findings.first(where: { $0.fingerprint == fingerprint.lowercased() }) else {
            throw RunFailure.couldNotCheck(
                "no finding has the fingerprint '\(shown)'; list the findings with `flowdrift waive`"
            )
        }
        if case .waived(let terms)? = finding.acceptance {
            throw RunFailure.badUsage(
                "the finding '\(shown)' is \(Printable.text(Acceptance.waived(terms).phrase))"
            )
        }
        if let old = settings.waivers.first(where: { $0.covers(finding) && $0.hasExpired(on: today) }) {
            throw RunFailure.badUsage(
                "the waiver of '\(shown)' at \(old.place) has expired; write a new date for `expires` in the waiver"
            )
        }
        if let old = settings.waivers.first(where: { $0.covers(finding) && !$0.accepts(finding) }) {
            throw RunFailure.badUsage(
                "the waiver of '\(shown)' at \(old.place) only accepts a severity below \(finding.severity); "
                    + "write `severity: \(finding.severity)` in the waiver"
            )
        }
        guard DriftRule.named(finding.rule)?.isOnWaivers == false else {
            throw RunFailure.badUsage("a finding about a waiver can't be waived; correct the waiver itself")
        }
        return finding
    }

    private func terms(on today: Day) throws -> Waiver.Terms {
        guard let reason, !reason.isEmpty else {
            throw RunFailure.badUsage("use --reason to say why the finding is accepted")
        }
        guard let acceptedBy, !acceptedBy.isEmpty else {
            throw RunFailure.badUsage("use --owner to say who accepts the finding")
        }
        guard let expires else {
            throw RunFailure.badUsage(
                "use --expires to say until when the finding is accepted, at most until \(today.yearLater)"
            )
        }
        guard let day = Day(expires) else {
            throw RunFailure.badUsage(
                "--expires \(Printable.text(expires)): write year, month and day, such as \(today.yearLater)"
            )
        }
        guard day >= today else { throw RunFailure.badUsage("--expires \(day): that day is in the past") }
        guard day <= today.yearLater else {
            throw RunFailure.badUsage("--expires \(day): a waiver lasts at most a year, until \(today.yearLater)")
        }
        return Waiver.Terms(reason: reason, owner: acceptedBy, expires: day)
    }
}
