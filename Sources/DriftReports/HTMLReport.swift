import DriftCore
import Mustache

/// The report as one web page, readable without a network and without scripts.
struct HTMLReport {
    func text(of verdict: Verdict, run: RunFacts? = nil, callers: [CallerGraph] = []) -> String {
        do {
            let library = MustacheLibrary(
                templates: [
                    "page": try MustacheTemplate(string: Self.template),
                    "cell": try MustacheTemplate(string: Self.cell),
                    "finding": try MustacheTemplate(string: Self.finding),
                    "notice": try MustacheTemplate(string: Self.notice),
                ]
            )
            return library.render(HTMLPage(verdict, run, callers), withTemplate: "page") ?? ""
        } catch {
            preconditionFailure("The page's template cannot be read: \(error)")
        }
    }

    /// The policy of what the page may load and run: only its own style and script, identified by their digests.
    static let policy = """
        default-src 'none'; style-src 'sha256-\(styleDigest)'; script-src 'sha256-\(scriptDigest)'; \
        base-uri 'none'; form-action 'none'
        """

    /// The SHA-256 of the style, in base64; a test verifies it.
    private static let styleDigest = "g0uAtUj9Ey7hJIfvo5fbisVXxShkpgYpIuuWy3LIDlo="

    /// The SHA-256 of the script, in base64; a test verifies it.
    private static let scriptDigest = "GupJMo3NNniamDMkhy9JidIhXJd6GdCZsvVHKYx8GDA="
}
