public import DriftCore

/// The formats of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// For people, in a terminal.
    case text
    /// For programs: docs/schemas/report.schema.json describes it.
    case json
    /// SARIF 2.1.0, for code scanning and editors.
    case sarif
    /// JUnit's XML, for the test results of a CI server.
    case junit
    /// Annotations of GitHub Actions, which a job prints.
    case github
    /// GitLab's Code Quality report.
    case gitlab
    /// Markdown, for a review comment.
    case markdown
    /// One web page, for people.
    case html

    /// The report of a verdict in this format.
    public func text(of verdict: Verdict, _ options: ReportOptions = ReportOptions()) -> String {
        switch self {
        case .text:
            TextReport(style: options.style, isVerbose: options.isVerbose).text(of: verdict, launches: options.launches)
        case .json:
            JSONReport().text(of: verdict, gate: options.gate, run: options.run, launches: options.launches)
        case .sarif: SARIFReport(options).text(of: verdict)
        case .junit: JUnitReport().text(of: verdict)
        case .github: GitHubReport(options).text(of: verdict)
        case .gitlab: GitLabReport(options).text(of: verdict)
        case .markdown: MarkdownReport(options).text(of: verdict)
        case .html: HTMLReport().text(of: verdict, run: options.run, callers: options.callers)
        }
    }
}

/// The options of a report, in addition to the verdict.
public struct ReportOptions: Sendable {
    /// How a text report looks.
    public var style: TextStyle

    /// Whether a text report shows everything.
    public var isVerbose: Bool

    /// The program's version, or `nil` to leave it out.
    public var version: String?

    /// The file for a finding without a place, in formats that require one.
    public var fallbackFile: String

    /// The facts of a release gate, or `nil` for any other report.
    public var gate: GateFacts?

    /// What identifies the run, or `nil` to leave it out.
    public var run: RunFacts?

    /// Whether the reports for reviews (`markdown`, `github`, `gitlab`) name the people who published a flow.
    public var showsNames = false

    /// The launches in scanned sources, or `nil` if none were scanned.
    public var launches: [SourceLaunch]?

    /// The run of the CI server, or `nil` outside CI.
    public var ci: CIRun?

    /// The files that the pull request changes, as paths from the top of the repository; empty if they are unknown.
    public var changedFiles: Set<String> = []

    /// Who calls the flows of each environment, for a picture and for the impact; empty to leave both out.
    public var callers: [CallerGraph] = []

    /// Makes options.
    public init(
        style: TextStyle = TextStyle(),
        isVerbose: Bool = false,
        version: String? = nil,
        fallbackFile: String = "flowdrift.yaml",
        gate: GateFacts? = nil,
        run: RunFacts? = nil
    ) {
        self.gate = gate
        self.run = run
        self.style = style
        self.isVerbose = isVerbose
        self.version = version
        self.fallbackFile = fallbackFile
    }
}
