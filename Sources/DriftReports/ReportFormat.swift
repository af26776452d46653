public import DriftCore

/// The formats of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// For people, in a terminal.
    case text
    /// For programs: docs/schemas/report.schema.json describes it.
    case json
    /// SARIF 2.1.0, for code scanning and editors.
    case sarif
    /// JUnit's XML, for the test page of a CI server.
    case junit
    /// Annotations, as a job of GitHub Actions prints them.
    case github
    /// GitLab's Code Quality.
    case gitlab
    /// Markdown, for a review comment.
    case markdown
    /// One web page, for people.
    case html

    /// The report of a verdict in this format.
    public func text(of verdict: Verdict, _ options: ReportOptions = ReportOptions()) -> String {
        switch self {
        case .text: TextReport(style: options.style).text(of: verdict)
        case .json: JSONReport().text(of: verdict, gate: options.gate)
        case .sarif: SARIFReport(options).text(of: verdict)
        case .junit: JUnitReport().text(of: verdict)
        case .github: GitHubReport().text(of: verdict)
        case .gitlab: GitLabReport(options).text(of: verdict)
        case .markdown: MarkdownReport().text(of: verdict)
        case .html: HTMLReport().text(of: verdict)
        }
    }
}

/// What a report needs to know beyond the verdict.
public struct ReportOptions: Sendable {
    /// How a text report looks.
    public var style: TextStyle

    /// The program's version; nil where a report should not say.
    public var version: String?

    /// The file at which a finding without a place is shown, in formats where each must have one.
    public var fallbackFile: String

    /// What a release gate knows beyond the verdict; nil where it is no gate's.
    public var gate: GateFacts?

    /// Makes options.
    public init(
        style: TextStyle = TextStyle(),
        version: String? = nil,
        fallbackFile: String = "flowdrift.yaml",
        gate: GateFacts? = nil
    ) {
        self.gate = gate
        self.style = style
        self.version = version
        self.fallbackFile = fallbackFile
    }
}
