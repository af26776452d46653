import DriftCore

/// Whole sentences, for formats that have one text for everything.
extension Wording {
    /// The heading of a finding: its contract, or else its flow, or else the code, or the triggers that start no flow.
    static func name(_ finding: Finding) -> String {
        if let name = finding.contract ?? finding.flow?.description { return name }
        if finding.isOnRequest { return "requests" }
        return switch DriftRule.named(finding.rule)?.subject {
        case .waiver: "waivers"
        case .code: "code"
        default: "triggers"
        }
    }

    /// A finding with its environment and its fix.
    static func sentence(_ finding: Finding) -> String {
        sentence(finding.message, in: finding.environment.map { [$0.text] } ?? [], fix: finding.fix.summary)
            + accepted(finding)
    }

    /// Why a finding doesn't count, as a sentence after a space, or empty if it counts.
    static func accepted(_ finding: Finding) -> String {
        guard let phrase = finding.acceptance?.phrase else { return "" }
        return Printable.text(" " + ended(phrase.prefix(1).uppercased() + phrase.dropFirst()))
    }

    static func sentence(_ unknown: Unknown) -> String {
        sentence("Unknown: \(unknown.reason)", in: unknown.environment.map { [$0.text] } ?? [], fix: unknown.fix)
    }

    static func sentence(_ problem: ReadingError) -> String {
        sentence(problem.problem, in: [], fix: problem.fix)
    }

    /// A phrase as a printable sentence, with its environments and its fix.
    static func sentence(_ phrase: String, in environments: [String], fix: String?) -> String {
        let scope = environments.isEmpty ? "" : "In \(environments.joined(separator: ", ")): "
        return Printable.text(scope + ended(phrase) + (fix.map { " Fix: " + ended($0) } ?? ""))
    }

    /// A phrase with a period, unless it ends in one or in a question mark.
    private static func ended(_ phrase: String) -> String {
        phrase.hasSuffix("?") || phrase.hasSuffix(".") ? phrase : phrase + "."
    }
}

extension Verdict {
    /// Whether nothing was checked and there is nothing else to show; no format may show this as in sync.
    var isEmpty: Bool { !hasJudged && findings.isEmpty && problems.isEmpty && coverage.unknowns.isEmpty }
}

extension Finding {
    /// Whether the finding is about a request, which may start no known flow.
    var isOnRequest: Bool { DriftRule.named(rule)?.isOnRequest ?? false }
}
