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
              flowdrift waive --from-report report.json
                  lists the findings of a JSON report, each with its number
              flowdrift waive --from-report report.json 1 2 --reason "old" --owner voice --expires 2027-03-31
              flowdrift waive --list
                  lists the waivers that end within 30 days

            Without --from-report, the findings are those of `flowdrift check` with the same options. A waived finding \
            stays in every report, but doesn't fail a check.

            Exit status: 0 done, 2 something could not be read, or no finding has that fingerprint.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The fingerprint of a finding to accept; with --from-report, also its number.",
            valueName: "finding"
        )
    )
    var accepted: [String] = []

    @Option(
        help: ArgumentHelp("Take the findings from a JSON report of flowdrift; nothing is checked.", valueName: "file"),
        completion: .file()
    )
    var fromReport: String?

    @Flag(help: "List the waivers that end within 30 days, and those that have ended.")
    var list = false

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

    var places: NamedPlaces { project.places(selection.files + [fromReport]) }

    func validate() throws {
        try selection.validate()
        guard !list || accepted.isEmpty && fromReport == nil else {
            throw ValidationError("--list can't be used together with --from-report or with findings to accept")
        }
        guard !accepted.isEmpty || reason == nil && acceptedBy == nil && expires == nil else {
            throw ValidationError(
                "--reason, --owner and --expires accept findings; name the findings, by fingerprint or, with "
                    + "--from-report, by number"
            )
        }
        let chosen = options.live || exports.from != nil || options.base != nil || !options.environment.isEmpty
        guard !chosen || fromReport == nil && !list else {
            throw ValidationError(
                "--from-report and --list check nothing; remove --live, --from, --base and --environment"
            )
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let terms = try accepted.isEmpty ? nil : terms(on: context.today)
        let workspace = try project.workspace(in: context)
        let settings = workspace.settings
        if list {
            listWaivers(settings, in: context)
            return .inSync
        }
        if let fromReport { return try acceptFromReport(fromReport, terms, workspace, in: context) }
        var request = selection.request(in: workspace, context)
        // A waiver doesn't say which version made a change.
        request.live?.versions = nil
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
            listFindings(of: verdict, in: context)
            selection.showNextSteps(after: verdict, workspace, project, in: context)
            return verdict.isComplete ? .inSync : .couldNotCheck
        }
        try write(terms, settings, verdict.allFindings, in: context)
        return .inSync
    }

    private func listFindings(of verdict: Verdict, in context: Context) {
        let open = verdict.findings.filter { $0.acceptance == nil && DriftRule.named($0.rule)?.isOnWaivers == false }
        for finding in open { context.print("\(finding.fingerprint)  \(Self.line(finding))\n") }
        if open.isEmpty { context.print("no finding is left to waive\n") }
        let following = (verdict.findings.flatMap(\.sameCause) + verdict.consequences).filter { $0.acceptance == nil }
        guard !open.isEmpty, !following.isEmpty else { return }
        context.print(
            "These findings have the same cause as one above, or result from it. Each counts once that one is waived; "
                + "waive them together:\n"
        )
        for finding in following { context.print("\(finding.fingerprint)  \(Self.line(finding))\n") }
    }

    static func line(_ finding: Finding) -> String {
        let scope = finding.environment.map { " in \($0)" } ?? ""
        let name = finding.contract ?? finding.flow?.description ?? "triggers"
        return Printable.text("\(finding.severity.rawValue)\(scope), \(name): \(finding.message) [\(finding.rule)]")
    }

    /// Writes a waiver for each of the findings that the command line names, all of them or none.
    ///
    /// - Returns: The fingerprints of these findings.
    @discardableResult
    func write(
        _ terms: Waiver.Terms,
        _ settings: Settings,
        _ findings: [Finding],
        in context: Context
    ) throws -> Set<String> {
        let file = project.settingsFile(in: context)
        let bytes = try FileReader(context: context).bytesIfPresent(of: file)
        var text = bytes.map { String(decoding: $0, as: UTF8.self) }
        var lines = ""
        var seen: Set<String> = []
        for name in accepted {
            let finding = try finding(name, settings, findings, on: context.today)
            guard seen.insert(finding.fingerprint).inserted else { continue }
            let waiver = Waiver(accepting: finding, on: terms)
            text = try WaiverEdit(file: file).adding(waiver, to: text)
            lines += Printable.text("\(file): waived \(waiver.labelledPhrase), until \(terms.expires)") + "\n"
        }
        if let text { try FileWriter(context: context).replace(file, with: text) }
        context.print(lines)
        return seen
    }

    private func finding(
        _ name: String,
        _ settings: Settings,
        _ findings: [Finding],
        on today: Day
    ) throws -> Finding {
        let shown = Printable.text(name)
        let number = fromReport == nil ? nil : Int(name).flatMap { findings.indices.contains($0 - 1) ? $0 - 1 : nil }
        guard
            let finding = number.map({ findings[$0] })
                ?? findings.first(where: { $0.fingerprint == name.lowercased() })
        else {
            throw RunFailure.couldNotCheck(unknown(name, among: findings.count))
        }
        if case .waived(let terms)? = finding.acceptance {
            let old = settings.waivers.first { $0.accepts(finding) && !$0.hasExpired(on: today) }
            throw RunFailure.badUsage(
                "the finding '\(shown)' is \(Printable.text(Acceptance.waived(terms).phrase))"
                    + (old.map { "; to renew the waiver, write a new date for `expires` at \($0.place)" } ?? "")
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

    /// Why a name is that of no finding.
    private func unknown(_ name: String, among count: Int) -> String {
        let shown = Printable.text(name)
        if fromReport != nil {
            return
                "the report has no finding '\(shown)'; name findings by number, from 1 to \(count), or by fingerprint, "
                + "with blanks between them"
        }
        let isNumber = name.count < 6 && Int(name) != nil
        return isNumber
            ? "'\(shown)' is not a fingerprint; to name findings by number, add --from-report FILE"
            : "no finding has the fingerprint '\(shown)'; list the findings with `flowdrift waive`; for findings of a live "
                + "org, add --live or --from-report FILE"
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
