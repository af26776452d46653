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
    static func sentence(_ finding: Finding, showsNames: Bool = true) -> String {
        let environments = finding.environment.map { [$0.text] } ?? []
        return sentence(finding, in: environments, showsNames: showsNames) + accepted(finding)
    }

    /// A finding with several environments, its fix, and the version that made the change.
    static func sentence(_ finding: Finding, in environments: [String], showsNames: Bool) -> String {
        let origin = origin(of: finding, showsNames: showsNames).map { capitalized($0) }
        let phrase = [finding.message, origin].compactMap(\.self).map(ended).joined(separator: " ")
        let others = sameCause(finding).map { " " + Printable.text(ended(capitalized($0))) } ?? ""
        return sentence(phrase, in: environments, fix: finding.fix.summary) + others
    }

    /// How many findings with the same cause formats with one text for everything list.
    private static let shownOfSameCause = 5

    /// The findings that were folded into a finding: `2 more findings have the same cause: contract 'orders' at
    /// specs/orders.yaml:4:7 [flow-missing], …`; `nil` if there are none.
    static func sameCause(_ finding: Finding) -> String? {
        guard let heading = sameCauseHeading(finding) else { return nil }
        let items = finding.sameCause.prefix(shownOfSameCause).map { other in
            label(other) + (other.place.map { " at \($0)" } ?? "") + " [\(other.rule)]"
        }
        let left = finding.sameCause.count - items.count
        return heading + ": " + items.joined(separator: ", ") + (left > 0 ? ", and \(left) more" : "")
    }

    /// The number of findings that were folded into a finding: `2 more findings have the same cause`; `nil` if there are
    /// none.
    static func sameCauseHeading(_ finding: Finding) -> String? {
        let count = finding.sameCause.count
        guard count > 0 else { return nil }
        return count == 1
            ? "1 more finding has the same cause" : "\(self.count(count, "more finding")) have the same cause"
    }

    /// What a folded finding is about: a contract with its owner, a trigger, or else what its heading would be.
    static func label(_ finding: Finding) -> String {
        if let contract = finding.contract {
            return "contract '\(contract)'" + (finding.owner.map { " (\($0))" } ?? "")
        }
        if let trigger = finding.trigger { return "trigger '\(trigger)'" }
        if let caller = finding.caller { return "data action '\(caller)'" }
        return name(finding)
    }

    /// The version of the flow that made the change, as a phrase, or `nil` if nothing is known of it.
    ///
    /// - Parameters:
    ///   - finding: The finding on the change.
    ///   - showsNames: Whether to name people; a report that others read in a review names nobody unless asked to.
    /// - Returns: The phrase.
    static func origin(of finding: Finding, showsNames: Bool) -> String? {
        finding.origin?.phrase(isRemoval: finding.isOnRemoval, showsNames: showsNames)
    }

    static func capitalized(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() }

    /// Why a finding doesn't count, as a sentence after a space, or empty if it counts.
    static func accepted(_ finding: Finding) -> String {
        guard let phrase = finding.acceptance?.phrase else { return "" }
        return Printable.text(" " + ended(capitalized(phrase)))
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
