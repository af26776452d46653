import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift check`: compares contracts with flows, and gives a verdict.
struct CheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compares the contracts with the flows, and fails on drift.",
        discussion: """
            Examples:
              flowdrift check
                  compares contracts with the snapshots of every environment
              flowdrift check --environment prod --fail-on warning
              flowdrift check --from exports --environment prod
                  compares contracts with exports of flows that are not published yet
              flowdrift check --live --environment prod
                  compares contracts with the live org, and the org with its snapshots
              flowdrift check --live --environment prod --update --base git:main
                  for a nightly job: says which side changed, and updates the snapshots
              flowdrift check --report sarif=drift.sarif --report text

            Exit status: 0 in sync, 1 drift, 2 something selected could not be read, or nothing was checked.
            """
    )

    @OptionGroup var options: SelectionOptions

    @OptionGroup var exports: ExportOptions

    @OptionGroup var substitutions: SubstitutionOptions

    @OptionGroup var liveOptions: LiveOptions

    @OptionGroup var counting: VerdictOptions

    @Option(
        help: ArgumentHelp(
            "Check only this owner's contracts. A part of the name is enough; may be given several times.",
            valueName: "team"
        )
    )
    var owner: [String] = []

    @Flag(help: "List each owner with the number of its contracts, and check nothing.")
    var owners = false

    @OptionGroup var before: BaselineOption

    @Option(
        help: ArgumentHelp(
            "Write all findings to a file of known findings, so that none of them fails this run.",
            valueName: "file"
        ),
        completion: .file()
    )
    var writeBaseline: String?

    @OptionGroup var reports: ReportArguments

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var project: ProjectOptions

    private var selection: CheckSelection {
        CheckSelection(
            options: options,
            exports: exports,
            substitutions: substitutions,
            liveOptions: liveOptions,
            owner: owner
        )
    }

    var places: NamedPlaces { project.places(selection.files + [before.baseline]) }

    func validate() throws {
        try selection.validate()
        guard before.baseline == nil || writeBaseline == nil else {
            throw ValidationError("--baseline and --write-baseline can't be used together")
        }
        guard writeBaseline == nil || owner.isEmpty else {
            throw ValidationError("--write-baseline includes the findings of all owners; remove --owner")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let workspace = try fetching.workspace(of: project, base: selection.options.base?.revision, in: context)
        guard !owners else { return await listOwners(of: workspace, in: context) }
        let known = try before.read(in: context)
        if let writeBaseline { try verifyBaseline(writeBaseline, in: context) }
        let request = selection.request(in: workspace, context)
        var check = try await selection.resolver(workspace, in: context).check(request)
        check.reportEnvironments(of: workspace, request.choice)
        for notice in check.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        var terms = counting.terms(workspace.settings, baseline: known, today: context.today)
        let environments = check.environments(of: workspace)
        if let file = writeBaseline {
            terms.baseline = try write(check.verdict(terms, known: environments), to: file, in: context)
        }
        let (verdict, checked) = (check.verdict(terms, known: environments), check)
        let status = reports.write(
            verdict,
            settingsFile: project.settingsFile(in: context),
            callers: { checked.callers(of: workspace) },
            base: options.base?.revision,
            in: context
        )
        selection.showNextSteps(after: verdict, workspace, project, in: context)
        return status
    }

    /// Throws if an existing file isn't a baseline, so that the run doesn't replace the file.
    private func verifyBaseline(_ file: String, in context: Context) throws {
        guard let bytes = try FileReader(context: context).bytesIfPresent(of: file), !bytes.isEmpty else { return }
        // A broken baseline is replaced, too: its first line has the command that wrote it.
        let isBaseline = (try? BaselineReader().baseline(bytes, file: file)) != nil
        guard !isBaseline, !String(decoding: bytes, as: UTF8.self).contains("flowdrift check --write-baseline") else {
            return
        }
        throw RunFailure.couldNotCheck(
            "\(file): not written, because the existing file isn't a baseline; name another file, or delete it"
        )
    }

    private func listOwners(of workspace: Workspace, in context: Context) async -> RunStatus {
        let reading = await workspace.contracts.read()
        for problem in reading.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        context.print(OwnerCounts(of: reading.contracts).text)
        return reading.problems.isEmpty ? .inSync : .couldNotCheck
    }

    /// Writes the findings of a verdict as a baseline.
    ///
    /// Returns `nil` and writes nothing if something couldn't be read, because findings would be missing.
    private func write(_ verdict: Verdict, to file: String, in context: Context) throws -> Baseline? {
        guard verdict.problems.isEmpty, verdict.hasJudged else {
            context.printError("error: \(Printable.text(file)): not written, because not everything could be checked\n")
            return nil
        }
        // Findings that another finding causes or contains are written, too: they count as soon as that other one is
        // accepted.
        let baseline = Baseline(of: verdict.allFindings)
        try FileWriter(context: context).create(file, with: BaselineWriter().text(of: baseline))
        let count = baseline.findings.count
        context.printError("\(Printable.text(file)): written, with \(count) finding\(count == 1 ? "" : "s")\n")
        return baseline
    }
}
