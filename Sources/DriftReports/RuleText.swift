public import DriftCore

/// The rules in words, for a terminal.
public enum RuleText {
    /// Every rule on its own line, in order of id.
    public static var list: String {
        let width = DriftRule.all.map(\.id.count).max() ?? 0
        let lines = DriftRule.all.map { rule in
            let gap = String(repeating: " ", count: width - rule.id.count + 2)
            let severity = rule.severity.rawValue
            return rule.id + gap + severity + String(repeating: " ", count: 9 - severity.count) + rule.summary
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page of one rule, with an example that the rule reports, and the corrected example.
    public static func page(of rule: DriftRule, style: TextStyle = TextStyle()) -> String {
        var lines = ["\(rule.id) (\(rule.severity.rawValue))", rule.summary, "", style.wrapped(rule.explanation)]
        for (title, example) in [("Example", rule.example.firing), ("Corrected", rule.example.silent)] {
            for file in example {
                lines += ["", "\(title), \(file.name):", ""]
                lines += file.text.split(separator: "\n").map { "    " + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
