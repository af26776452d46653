import DriftCore

/// docs/rules.md: every rule with its severity, its explanation, and its example.
public enum RulesPage {
    /// The page in Markdown; its headings and anchors are the rules' ids.
    public static var text: String {
        ([introduction] + DriftRule.all.map(section)).joined(separator: "\n")
    }

    private static let introduction = """
        # Rules

        A rule is one kind of drift. `flowdrift rules` lists them; `flowdrift rules ID` explains one.

        - **error**: a caller that follows its contract can break, or a flow runs without an input that it reads.
        - **warning**: the definitions don't show whether a caller breaks.
        - **note**: safe, but worth knowing.

        A check fails on errors; `--fail-on warning` or `--fail-on note` makes it stricter. To give a rule another \
        severity, or to switch it off, name it in `flowdrift.yaml`:

        ```yaml
        flowdrift: 1
        severity:
          input-not-sent: warning
          trigger-timing-changed: off
        ```

        Each rule below has the smallest example that it reports, and the same example corrected.

        """

    private static func section(of rule: DriftRule) -> String {
        "## \(rule.id)\n\n" + help(for: rule)
    }

    /// The page's text on one rule, below its heading.
    static func help(for rule: DriftRule) -> String {
        let parts = [
            ["**\(rule.severity.rawValue)**: \(rule.summary)", rule.explanation],
            table(for: rule).map { [$0] } ?? [],
            ["Example:"], rule.example.firing.map(block),
            ["Corrected:"], rule.example.silent.map(block),
        ]
        return parts.joined().map { $0 + "\n" }.joined(separator: "\n")
    }

    static func block(of file: RuleExample.File) -> String {
        let kind = file.name.split(separator: ".").last ?? ""
        // JSON and pasted commands can't begin with a comment.
        guard kind != "yaml" else { return "```yaml\n# \(file.name)\n\(file.text)```" }
        return "`\(file.name)`:\n\n```\(kind == "txt" ? "text" : kind)\n\(file.text)```"
    }
}

extension RulesPage {
    /// The table of types that fit each other, or `nil` for a rule that doesn't compare types.
    private static func table(for rule: DriftRule) -> String? {
        switch rule.id {
        case "input-type-changed": table("The contract sends", "the flow declares", TypeFit.sending)
        case "output-type-changed": table("The flow returns", "the contract reads", TypeFit.reading)
        default: nil
        }
    }

    private static func table(
        _ from: String,
        _ to: String,
        _ fit: (DataType.Kind, DataType.Kind) -> TypeFit
    ) -> String {
        let rows = DataType.Kind.known.map { kind in
            let cells = [TypeFit.fits, .undocumented].map { wanted in
                names(of: DataType.Kind.known.filter { fit(kind, $0) == wanted })
            }
            return "| `\(kind.name)` | \(cells.joined(separator: " | ")) |"
        }
        let head = ["| \(from) | no finding if \(to) | a warning if \(to) |", "|---|---|---|"]
        let rest = "Any other type is an error, except a type that flowdrift does not know: that is a warning."
        return (head + rows + ["", rest]).joined(separator: "\n")
    }

    private static func names(of kinds: [DataType.Kind]) -> String {
        kinds.map { "`\($0.name)`" }.joined(separator: ", ")
    }
}
