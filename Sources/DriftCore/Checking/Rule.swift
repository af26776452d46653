/// One kind of drift: a named check of what it looks at.
///
/// Each rule is a constant in a file of its name under `Rules/`, and stands in the list of its kind in ``Rules``.
/// A rule is pure: it sees one subject and returns what it found, in any order.
struct Rule<Subject: Sendable>: Sendable {
    /// The rule's name.
    let id: RuleID

    /// How much a finding matters unless the evidence says less, or the configuration otherwise.
    let severity: Severity

    /// Whether the rule fires unless the configuration says otherwise.
    let isOn: Bool

    /// What is wrong, as a headline: one phrase with no final period.
    let summary: String

    /// Why a caller would notice, and how to put it right, in Markdown; two paragraphs.
    let explanation: String

    /// The severity that the settings give; nil where they give none.
    private(set) var configured: Severity?

    /// Returns one piece of evidence for each place where the rule is broken.
    let check: @Sendable (Subject) -> [Evidence]

    /// Makes a rule on whatever its function looks at.
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

    /// The same rule on something else, so that one mistake has one id wherever it is made.
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

    /// The rule as the settings want it; nil where it is off.
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

    /// The rule as people know it.
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
