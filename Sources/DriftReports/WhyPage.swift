public import DriftCore

/// docs/why-400.md: why a launch gets a 400, each cause with a request before and after.
public enum WhyPage {
    /// The page in Markdown.
    ///
    /// - Throws: ``ReadingError`` if a rule's example can't be read.
    public static func text() throws(ReadingError) -> String {
        var sections: [String] = []
        for rule in causes { sections.append(try section(of: rule)) }
        return ([introduction, table] + sections).joined(separator: "\n")
    }

    /// The rules that explain a refused request, the most frequent cause first.
    static var causes: [DriftRule] {
        var ids: [RuleID] = []
        for id in answers.flatMap(\.rules) where !ids.contains(id) { ids.append(id) }
        return ids.compactMap(DriftRule.named)
    }

    /// The answers to a request, with the rules that look for their causes.
    static let answers: [(answer: String, rules: [RuleID])] = [
        (
            "400, `bad.request`, \"Failed to parse request body\"",
            [
                "payload-syntax", "payload-member-unknown", "payload-input-shape", "payload-body-shape",
                "request-content-type", "request-body-missing", "payload-flow-id-malformed", "payload-flow-id-missing",
                "payload-flow-version-unknown", "payload-input-type", "payload-name-type", "payload-input-undeclared",
                "payload-input-unscoped", "request-syntax",
            ]
        ),
        (
            "`curl: (3)`, `curl: (6) Could not resolve host`, `-H: command not found`",
            ["request-syntax", "request-host"]
        ),
        ("401 `authentication.required` or `bad.credentials`; 403 `missing.permissions`", ["request-authorization"]),
        (
            "404 `not.found`",
            ["payload-flow-id-unknown", "payload-flow-id-malformed", "request-path", "request-host", "request-method"]
        ),
        ("405, 415", ["request-method", "request-content-type"]),
        ("no answer, or a web page", ["request-host", "request-insecure"]),
        ("the launch is accepted, but another flow runs", ["payload-flow-id-other"]),
        (
            "the launch is accepted, but the flow's inputs are empty",
            [
                "payload-input-not-sent", "payload-input-data-empty", "payload-input-case", "payload-input-unscoped",
                "payload-input-undeclared", "payload-input-form", "payload-json-path-missing",
                "payload-trigger-settings",
            ]
        ),
        ("the launch is refused, although the request has the right form", ["flow-not-launchable"]),
        ("any error with a code and a context id", ["request-answered"]),
    ]

    private static var table: String {
        let rows = answers.map { answer, rules in
            let links = rules.map { "[\(DriftRule.named($0)?.summary ?? $0)](#\($0))" }
            return "| \(answer) | \(links.joined(separator: "<br>")) |"
        }
        return (["| the API's answer | what to check |", "|---|---|"] + rows).joined(separator: "\n") + "\n"
    }

    private static func section(of rule: DriftRule) throws(ReadingError) -> String {
        let firing = rule.example.firing
        let found = try RuleExample.findings(inRequestOf: firing).filter { $0.rule == rule.id }
        let said = found.map { finding in
            let place = finding.place.map { "\($0): " } ?? ""
            return "\(place)\(finding.severity.rawValue): \(finding.message)\n  fix: \(finding.fix.summary)"
        }
        let parts = [
            ["<a id=\"\(rule.id)\"></a>", "## \(rule.summary)", rule.explanation, "Before:"],
            sent(firing).map(RulesPage.block),
            ["`flowdrift lint` says:", "```text\n\(said.joined(separator: "\n"))\n```"],
            rule.id == "request-answered" ? [] : ["After:"] + sent(rule.example.silent).map(RulesPage.block),
            rule.id == "payload-syntax" ? [brokenJSON] : [], ["The rule is [\(rule.id)](rules.md#\(rule.id))."],
        ]
        return parts.joined().map { $0 + "\n" }.joined(separator: "\n")
    }

    /// The requests and responses of an example, without the files that they are checked against.
    private static func sent(_ files: [RuleExample.File]) -> [RuleExample.File] {
        files.filter { !$0.name.hasSuffix(".yaml") }
    }
}
