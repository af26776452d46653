import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift lint`: says why a request would be refused, and prints the corrected request.
struct LintCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Says why a request to start a flow would be refused, and prints the corrected request.",
        discussion: """
            Reads JSON bodies, pasted commands of curl, wget and HTTPie, HAR files, Postman collections, data actions, \
            .http files, and the blocks of code in pages and chats. Each launch in a file is checked.

            Examples:
              flowdrift lint request.json --flow "workflow/Callback Request"
              flowdrift lint request.sh --response answer.json
              flowdrift lint - --fix < request.json
                  prints only the corrected request
              flowdrift lint body.json --fix --as curl
                  prints the corrected request as a curl command
              flowdrift lint body.json --from exports
                  compares the request with an export of a flow that is not published yet

            Exit status: 0 no finding at or above --fail-on, 1 at least one such finding, 2 a request could not be read.
            """
    )

    @Argument(help: ArgumentHelp("The files with requests; - means standard input.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The flow: its type and name, or a unique name; by default, the flow whose name or id is in the body.",
            valueName: "type/name"
        ),
        completion: Suggestions.flows
    )
    var flow: String?

    @Option(help: ArgumentHelp("The environment whose snapshots have the flow.", valueName: "name"))
    var environment: EnvironmentName?

    @Option(help: ArgumentHelp("Use a folder of flow exports instead of snapshots.", valueName: "dir"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "A file with the API's error answer to the request; - means standard input.",
            valueName: "file"
        )
    )
    var response: String?

    @Flag(help: "Print only the corrected request.")
    var fix = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The form of the corrected request, json or curl; by default, the form of the original request.",
            valueName: "form"
        )
    )
    var form: RequestForm?

    @OptionGroup var counting: VerdictOptions
    @OptionGroup var substitutions: SubstitutionOptions
    @OptionGroup var reports: ReportArguments
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces {
        project.places(files.flatMap { [$0, $0.folderOfFile] as [String?] } + [from, response])
    }

    func validate() throws {
        guard !fix || !reports.requests.contains(where: { $0.file == nil }) else {
            throw ValidationError(
                "--fix prints only the corrected request; write the report to a file: --report json=FILE"
            )
        }
        guard response == nil || files.count == 1 else {
            throw ValidationError("--response: allowed only with one file of requests")
        }
        guard (files + [response].compactMap(\.self)).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("standard input (-) can be named only once")
        }
        guard from != nil || substitutions.pairs.isEmpty else {
            throw ValidationError("--set fills the placeholders of exports; name the exports with --from")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await judged(in: context)
        }
    }

    private func judged(in context: Context) async throws -> RunStatus {
        let workspace = try project.workspace(in: context)
        let settings = workspace.settings
        let resolver = SourceResolver(workspace, substitutions: try substitutions.values())
        let targets = try await resolver.launchTargets(from: from, in: environment)
        for notice in targets.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        let judge = Judge(severities: settings.severities)
        var run = try LintRun(
            targets,
            judge: judge,
            flow: try flow.flatMap { try targets.key(of: $0) },
            response: response,
            mends: fix ? .all : isForPeople ? .found : .none,
            as: form,
            from: RequestFiles(tree: workspace.files, input: context.readInput)
        )
        for file in files { run.judge(file) }
        for notice in run.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        let verdict = run.verdict(failOn: counting.failOn ?? settings.failOn, isStrict: counting.strict)
        return fix ? writeCorrected(run, verdict, in: context) : write(run, verdict, in: context)
    }

    /// Writes only the corrected requests, and the reports that go to files.
    private func writeCorrected(_ run: LintRun, _ verdict: Verdict, in context: Context) -> RunStatus {
        for problem in verdict.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        // Several HTTP messages are separated as in an editor's .http file.
        context.print(run.corrected.map(\.text).joined(separator: run.areMessages(as: form) ? "\n###\n\n" : "\n"))
        if run.corrected.count > 1 {
            context.printError(
                "notice: the output has \(run.corrected.count) corrected requests, one after the other\n"
            )
        }
        if run.uncorrected > 0 {
            context.printError(
                "notice: flowdrift doesn't correct a request if it can't understand the body, or if something else "
                    + "decides what is sent: a directive such as #if, a placeholder for the whole body, a file that "
                    + "wasn't read, or a gateway\n"
            )
        }
        guard !reports.requests.isEmpty else { return verdict.status }
        return reports.write(verdict, settingsFile: project.settingsFile(in: context), in: context)
    }

    /// Writes the reports, and the corrected requests if a person reads the output.
    private func write(_ run: LintRun, _ verdict: Verdict, in context: Context) -> RunStatus {
        let status = reports.write(verdict, settingsFile: project.settingsFile(in: context), in: context)
        for (file, text) in run.corrected {
            context.print("\nThe corrected request of \(Printable.text(file)):\n\n\(text)")
        }
        return status
    }

    /// Whether a person reads the output.
    private var isForPeople: Bool { reports.requests.allSatisfy { $0.file != nil || $0.format == .text } }
}
