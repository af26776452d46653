import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import Foundation

/// A report that the user asks for.
struct ReportRequest: ExpressibleByArgument, Hashable {
    let format: ReportFormat

    /// The file as the user gave it, or `nil` for standard output.
    let file: String?

    /// Parses `sarif` or `sarif=drift.sarif`, or returns `nil` for an unknown format or an empty file name.
    init?(argument: String) {
        let name = argument.prefix { $0 != "=" }
        guard let format = ReportFormat(rawValue: String(name)) else { return nil }
        let rest = argument[name.endIndex...]
        guard rest != "=" else { return nil }
        self.init(format: format, file: rest.isEmpty ? nil : String(rest.dropFirst()))
    }

    static var defaultCompletionKind: CompletionKind { .list(ReportFormat.allCases.map(\.rawValue)) }

    init(format: ReportFormat, file: String?) {
        self.format = format
        self.file = file
    }
}

/// The options of every command that gives a verdict.
struct ReportArguments: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report to standard output, or to a file; may be given several times.",
            discussion: "Formats: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format[=file]"
        )
    )
    var requests: [ReportRequest] = []

    @Flag(name: .shortAndLong, help: "Print every remark, and the whole report if the run is in sync.")
    var verbose = false

    @Flag(
        help: ArgumentHelp(
            "Name the people who published a flow in the reports for reviews, too: markdown, github, gitlab.",
            discussion: "The other reports always name them."
        )
    )
    var names = false

    /// Rejects two reports with the same destination.
    func validate() throws {
        if requests.count(where: { $0.file == nil }) > 1 {
            throw ValidationError(
                "Only one report can go to standard output; give the others a file: --report sarif=FILE"
            )
        }
        let files = requests.compactMap(\.file)
        if let file = files.first(where: { file in files.count { $0 == file } > 1 }) {
            throw ValidationError("Two reports can't go to the same file, '\(Printable.text(file))'")
        }
    }

    /// Runs `body`, which writes the reports; if `body` throws, writes reports with the error instead.
    ///
    /// Otherwise, a report file from an earlier run would stay, and a job would read it as the report of this run.
    ///
    /// - Throws: Errors of bad usage, and the errors of `body` if no report was asked for.
    func whateverEnds(
        settingsFile: String,
        in context: Context,
        _ body: () async throws -> RunStatus
    ) async throws -> RunStatus {
        do {
            return try await body()
        } catch let problem as ReadingError where !requests.isEmpty {
            return write(.couldNotCheck(problem), settingsFile: settingsFile, in: context)
        } catch let failure as RunFailure where !requests.isEmpty && failure.status == .couldNotCheck {
            context.printError("error: \(Printable.text(failure.description))\n")
            let problem = ReadingError(failure.description, at: Place(file: settingsFile))
            let verdict = Verdict.couldNotCheck(problem)
            return write(verdict, settingsFile: settingsFile, saysProblems: false, in: context)
        }
    }

    /// Writes the reports of a verdict, and prints on standard error what couldn't be read or written.
    ///
    /// - Parameters:
    ///   - verdict: The verdict.
    ///   - settingsFile: The settings' file as messages show it.
    ///   - gate: The facts of a release gate, or `nil` for another command. A gate prints its own text, so no text
    ///     report is written by default.
    ///   - launches: The launches in scanned sources, or `nil` if none were scanned.
    ///   - callers: Finds who calls what; only called if a report shows it.
    ///   - base: The revision that the run compares with, or `nil` for the target branch of CI's pull request.
    ///   - saysProblems: Whether to print what couldn't be read on standard error.
    ///   - context: The execution environment.
    /// - Returns: The verdict's status, or `couldNotCheck` if it is in sync but a report couldn't be written.
    func write(
        _ verdict: Verdict,
        settingsFile: String,
        gate: GateFacts? = nil,
        launches: [SourceLaunch]? = nil,
        callers: () -> [CallerGraph] = { [] },
        base: String? = nil,
        saysProblems: Bool = true,
        in context: Context
    ) -> RunStatus {
        for problem in saysProblems ? verdict.problems : [] {
            context.printError("error: " + Printable.text(problem.description) + "\n")
        }
        var options = ReportOptions(
            style: context.style,
            isVerbose: verbose,
            version: ProgramVersion.text,
            fallbackFile: settingsFile,
            gate: gate,
            run: facts(of: verdict, in: context)
        )
        options.launches = launches
        options.showsNames = names
        options.ci = CIRun(variables: context.variables)
        if requests.contains(where: { [.html, .markdown].contains($0.format) }) { options.callers = callers() }
        if requests.contains(where: { [.github, .markdown].contains($0.format) }) {
            options.changedFiles = Git(context: context).changedFiles(since: base)
        }
        var isWhole = true
        for request in requests.isEmpty && gate == nil ? [ReportRequest(format: .text, file: nil)] : requests {
            do throws(ReadingError) {
                try write(request, of: verdict, options, in: context)
            } catch {
                context.printError("error: " + Printable.text(error.description) + "\n")
                isWhole = false
            }
        }
        if needsVerdictLine(besideGate: gate != nil, in: context) {
            context.printError(TextReport.verdictLine(verdict) + "\n")
        }
        return verdict.status == .inSync && !isWhole ? .couldNotCheck : verdict.status
    }

    /// What identifies the run, or `nil` if no report shows it.
    private func facts(of verdict: Verdict, in context: Context) -> RunFacts? {
        let showing: Set<ReportFormat> = [.json, .html, .markdown, .github]
        guard !context.command.isEmpty, requests.contains(where: { showing.contains($0.format) }) else { return nil }
        let environments = Set(verdict.coverage.cells.compactMap(\.environment)).sorted().map(\.text)
        return RunFacts(
            version: ProgramVersion.text,
            commit: try? String(Git(context: context).commit(of: "HEAD").prefix(10)),
            time: context.now().formatted(Self.time) + " UTC",
            environments: environments,
            command: "flowdrift " + Self.shown(context.command).map(Printable.shellWord).joined(separator: " ")
        )
    }

    /// The words of a command, with `…` for possible secrets: the values of `--set`, and the user name in a URL.
    static func shown(_ words: [String]) -> [String] {
        var isValue = false
        return words.map { word in
            defer { isValue = word == "--set" }
            let isSet = isValue || word.hasPrefix("--set=")
            if isSet, let sign = word.dropFirst(isValue ? 0 : 6).firstIndex(of: "=") { return word[...sign] + "…" }
            return word.replacing(/:\/\/[^\/@\s]*@/, with: "://…@")
        }
    }

    /// The format of times in reports; the user's locale doesn't change it.
    private static let time = Date.VerbatimFormatStyle(
        format:
            "\(year: .padded(4))-\(month: .twoDigits)-\(day: .twoDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
        timeZone: .gmt,
        calendar: Calendar(identifier: .iso8601)
    )

    /// Whether the verdict goes to standard error, too, because a person wouldn't see it on standard output.
    private func needsVerdictLine(besideGate isGate: Bool, in context: Context) -> Bool {
        let shown = requests.first { $0.file == nil }?.format ?? (requests.isEmpty || isGate ? .text : nil)
        switch shown {
        case .text?, .github?: return !context.isTerminal && context.isErrorTerminal
        case .json?, .sarif?, .junit?, .gitlab?, .markdown?, .html?, nil: return true
        }
    }

    private func write(
        _ request: ReportRequest,
        of verdict: Verdict,
        _ options: ReportOptions,
        in context: Context
    ) throws(ReadingError) {
        var options = options
        // Programs and pages require paths from the top of the repository, whatever the working directory was.
        let isForPrograms = request.format != .text
        let verdict = isForPrograms ? verdict.withFiles { context.pathFromTop($0) } : verdict
        if isForPrograms {
            options.fallbackFile = context.pathFromTop(options.fallbackFile)
            options.launches = options.launches?.map { $0.withFile(context.pathFromTop($0.place.file)) }
        }
        let writer = FileWriter(context: context)
        if let file = request.file {
            options.style = TextStyle()
            try writer.create(file, with: request.format.text(of: verdict, options))
        } else {
            context.print(request.format.text(of: verdict, options))
        }
        // GitHub shows what a step appends to this file on the job's page.
        if request.format == .github, let summary = context.variables["GITHUB_STEP_SUMMARY"], !summary.isEmpty {
            try writer.append(ReportFormat.markdown.text(of: verdict, options) + "\n", to: summary)
        }
    }
}

extension Verdict {
    /// The verdict of a run that ended because of a problem before anything was checked.
    fileprivate static func couldNotCheck(_ problem: ReadingError) -> Verdict {
        Verdict(findings: [], coverage: Coverage(), problems: [problem], failOn: .error, isStrict: false)
    }
}
