/// The run of a CI server that makes a report.
public struct CIRun: Hashable, Sendable {
    /// The number of the run; a later run has a higher one.
    public var id: Int

    /// The number of the attempt, or of the job, which distinguishes two tries of one run; a later one is higher.
    public var attempt: Int

    /// The page of the run, where its report is, or `nil` if the server doesn't say.
    public var url: String?

    /// Reads the variables that GitHub Actions and GitLab CI set.
    ///
    /// Source: docs.github.com, "Default environment variables"; docs.gitlab.com, "Predefined CI/CD variables".
    ///
    /// - Returns: The run, or `nil` on any other machine.
    public init?(variables: [String: String]) {
        let number = { (name: String) in variables[name].flatMap { Int($0) } }
        if let run = number("GITHUB_RUN_ID") {
            (id, attempt) = (run, number("GITHUB_RUN_ATTEMPT") ?? 1)
            let repository = variables["GITHUB_SERVER_URL"].flatMap { server in
                variables["GITHUB_REPOSITORY"].map { "\(server)/\($0)" }
            }
            url = repository.map { "\($0)/actions/runs/\(run)" }
        } else if let pipeline = number("CI_PIPELINE_ID"), let job = number("CI_JOB_ID") {
            (id, attempt, url) = (pipeline, job, variables["CI_JOB_URL"])
        } else {
            return nil
        }
    }

    /// The first line of a Markdown report, by which a later run finds the comment with the report.
    ///
    /// Outside CI, the run and the attempt are 0.
    static func mark(_ run: CIRun?, status: Int32) -> String {
        "<!-- flowdrift run=\(run?.id ?? 0) attempt=\(run?.attempt ?? 0) status=\(status) -->"
    }
}
