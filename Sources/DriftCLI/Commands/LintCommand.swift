import ArgumentParser
import DriftCore
import DriftReports

/// `flowdrift lint`: says why a request would be refused, and how it should be.
struct LintCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Says why a request to start a flow would be refused, and prints the right one.",
        discussion: """
            Takes JSON bodies, curl commands as they were pasted, data actions, and requests as they go over the wire.

            Examples:
              flowdrift lint request.json --flow "workflow/Callback Request"
              flowdrift lint request.sh --response answer.json
              flowdrift lint - --fix < request.json              the mended request alone

            Exit status: 0 nothing at or over --fail-on, 1 a request would be refused, 2 one could not be read.
            """
    )

    @Argument(help: ArgumentHelp("The requests; - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The flow that is meant; else the body's flowId tells.", valueName: "type/name"))
    var flow: FlowKey?

    @Option(help: ArgumentHelp("The environment whose snapshots know the flow.", valueName: "name"))
    var environment: EnvironmentName?

    @Option(help: ArgumentHelp("The error answer that came back.", valueName: "file"))
    var response: String?

    @Flag(help: "Print the mended request alone.")
    var fix = false

    @Option(help: ArgumentHelp("The least severity that fails: error, warning or note.", valueName: "severity"))
    var failOn: Severity?

    @Flag(help: "Fail with status 2 where something could not be decided.")
    var strict = false

    @OptionGroup var reports: ReportArguments
    @OptionGroup var project: ProjectOptions

    func validate() throws {
        guard !fix || !reports.requests.contains(where: { $0.file == nil }) else {
            throw ValidationError("--fix prints the mended request alone; give the report a file: --report json=FILE")
        }
        guard response == nil || files.count == 1 else { throw ValidationError("--response goes with one request") }
        guard files.count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("standard input can be read only once")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let targets = try LaunchTargets(project, settings: settings, environment: environment, in: context)
        if let flow { try targets.require(flow) }
        let reader = RequestFiles(context: context)
        let judge = Judge(severities: settings.severities)
        let answer = try response.map { (file) throws(ReadingError) in try reader.answer(file) }
        var (findings, coverage, problems) = ([Finding](), Coverage(), [ReadingError]())
        var mended: [(file: String, text: String)] = []
        for file in files {
            do throws(ReadingError) {
                let comparison = try reader.comparison(file, answer: answer, flow: flow, targets)
                let judgement = judge.judge(comparison)
                findings += judgement.findings
                coverage.add(judgement.coverage)
                guard fix || !judgement.findings.isEmpty, let request = MendedRequest(comparison) else { continue }
                mended.append((reader.name(of: file), request.text))
            } catch {
                problems.append(error)
            }
        }
        let verdict = Verdict(
            findings: findings,
            coverage: coverage,
            problems: problems,
            failOn: failOn ?? settings.failOn,
            isStrict: strict
        )
        return write(verdict, mended, in: context)
    }

    /// Writes the reports, and the mended requests where a person reads or `--fix` asks for them.
    private func write(_ verdict: Verdict, _ mended: [(file: String, text: String)], in context: Context) -> RunStatus {
        if fix {
            for problem in verdict.problems { context.printError("error: \(Printable.text(problem.description))\n") }
            mended.forEach { context.print($0.text) }
            let fileReports =
                reports.requests.isEmpty
                ? verdict.status : reports.write(verdict, settingsFile: project.settingsFile, in: context)
            if mended.count < files.count, verdict.problems.isEmpty {
                context.printError("notice: a template with directives, such as #if, cannot be mended as a whole\n")
            }
            return fileReports
        }
        let status = reports.write(verdict, settingsFile: project.settingsFile, in: context)
        let isForPeople = reports.requests.allSatisfy { $0.file != nil || $0.format == .text }
        for request in isForPeople ? mended : [] {
            context.print("\nThe mended request of \(Printable.text(request.file)):\n\n\(request.text)")
        }
        return status
    }
}
