import DriftCore

extension Git {
    /// The files that changed since a branch left a revision, as paths from the top of the repository.
    ///
    /// They only decide what a report shows first, so nothing fails if git can't tell.
    ///
    /// - Parameter base: The revision, or `nil` for the target branch of the pull request that CI runs for.
    /// - Returns: The files; empty if there is no revision to compare with, or git can't compare with it.
    func changedFiles(since base: String?) -> Set<String> {
        guard let base = base ?? pullRequestBase else { return [] }
        let words = ["diff", "--name-only", "-z", "--no-ext-diff", "--merge-base", "--end-of-options", base]
        guard let answer = try? run(words, about: "git:\(base)"), answer.status == 0 else { return [] }
        return Set(answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }

    /// The target branch of a pull request, as GitHub Actions and GitLab CI name it.
    private var pullRequestBase: String? {
        if let branch = context.variables["GITHUB_BASE_REF"], !branch.isEmpty { return "origin/" + branch }
        return context.variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
