/// The run of a CI server that makes a report.
public struct CIRun: Hashable, Sendable {
    /// The number of the run; a later run has a higher one.
    public var id: Int

    /// The number of the attempt, or of the job, which tells apart two tries of one run; a later one is higher.
    public var attempt: Int

    /// The page of the run, where its report is.
    public var url: String

    /// Reads the variables that GitHub Actions and GitLab CI set.
    ///
    /// Source: docs.github.com, "Default environment variables"; docs.gitlab.com, "Predefined CI/CD variables".
    ///
    /// - Returns: The run, or `nil` on any other machine.
    public init?(variables: [String: String]) {
        if let id = variables["GITHUB_RUN_ID"].flatMap({ Int($0) }), let server = variables["GITHUB_SERVER_URL"],
            let repository = variables["GITHUB_REPOSITORY"]
        {
            let attempt = variables["GITHUB_RUN_ATTEMPT"].flatMap { Int($0) } ?? 1
            self.init(id: id, attempt: attempt, url: "\(server)/\(repository)/actions/runs/\(id)")
        } else if let id = variables["CI_PIPELINE_ID"].flatMap({ Int($0) }),
            let job = variables["CI_JOB_ID"].flatMap({ Int($0) }), let url = variables["CI_JOB_URL"]
        {
            self.init(id: id, attempt: job, url: url)
        } else {
            return nil
        }
    }

    init(id: Int, attempt: Int, url: String) {
        (self.id, self.attempt, self.url) = (id, attempt, url)
    }

    /// The first line of a Markdown report, by which a later run finds the comment with the report.
    ///
    /// Outside CI, the run and the attempt are 0.
    static func mark(_ run: CIRun?, status: Int32) -> String {
        "<!-- flowdrift run=\(run?.id ?? 0) attempt=\(run?.attempt ?? 0) status=\(status) -->"
    }
}
