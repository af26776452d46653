/// One kind of drift, with the check that finds it.
///
/// Each rule is a constant in its own file under `Rules/`, and is in the list of its kind in ``Rules``. A rule is a
/// pure function: it takes one subject and returns its evidence, in any order.
struct Rule<Subject: Sendable>: Sendable {
    let id: RuleID

    /// The severity of a finding, unless the evidence or the settings give another.
    let severity: Severity

    /// Whether the rule is on by default.
    let isOn: Bool

    /// The problem as a headline: one phrase with no final period.
    let summary: String

    /// Why a caller would notice, and how to fix it, in Markdown; two paragraphs.
    let explanation: String

    /// The severity in the settings, or `nil` if they give none.
    private(set) var configured: Severity?

    /// Returns one piece of evidence for each violation.
    let check: @Sendable (Subject) -> [Evidence]

    init(
        id: RuleID,
        severity: Severity,
        isOn: Bool = true,
        summary: String,
        explanation: String,
        check: @escaping @Sendable (Subject) -> [Evidence]
    ) {
        self.id = id
        self.severity = severity
        self.isOn = isOn
        self.summary = summary
        self.explanation = explanation
        self.check = check
    }

    /// The same rule for another kind of subject, so that a mistake has the same id everywhere.
    func onOthers<Other: Sendable>(_ check: @escaping @Sendable (Other) -> [Evidence]) -> Rule<Other> {
        Rule<Other>(
            id: id,
            severity: severity,
            isOn: isOn,
            summary: summary,
            explanation: explanation,
            check: check
        )
    }

    /// The rule with its configured severity, or `nil` if it's off.
    func configured(by severities: [RuleID: RuleSetting]) -> Rule? {
        switch severities[id] {
        case .off?: return nil
        case nil: return isOn ? self : nil
        case .severity(let severity)?:
            var rule = self
            rule.configured = severity
            return rule
        }
    }

    func driftRule(on subject: DriftRule.Subject) -> DriftRule {
        DriftRule(
            id: id,
            severity: severity,
            isOn: isOn,
            summary: summary,
            explanation: explanation,
            subject: subject
        )
    }
}
