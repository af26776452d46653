/// One kind of drift: a named check of a flow against what somebody relies on.
///
/// Each rule is a value declared in its own file under `Rules/`, and listed in ``all``.
/// A rule is pure: it sees one comparison and returns what it found, in any order.
public struct DriftRule: Identifiable, Sendable {
    /// The rule's stable kebab-case name: users write it in configuration, and reports print it.
    public let id: String

    /// How much a finding matters unless the evidence says less, or the configuration otherwise.
    public let severity: Severity

    /// What is wrong, as a headline: one phrase with no final period.
    public let summary: String

    /// Why a caller would notice, and how to put it right, in Markdown; two paragraphs.
    public let explanation: String

    /// What the rule looks at.
    let check: Check

    /// What a rule looks at, with the function that returns one piece of evidence for each place where it is broken.
    enum Check: Sendable {
        /// A contract beside its flow in one environment.
        case contract(@Sendable (Comparison) -> [Evidence])

        /// A flow's snapshot beside the same flow in the live org.
        case live(@Sendable (LiveComparison) -> [Evidence])
    }

    /// Makes a rule on a contract beside its flow.
    init(
        id: String,
        severity: Severity,
        summary: String,
        explanation: String,
        check: @escaping @Sendable (Comparison) -> [Evidence]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.check = .contract(check)
    }

    /// Makes a rule on a flow's snapshot beside the same flow in the live org.
    init(
        id: String,
        severity: Severity,
        summary: String,
        explanation: String,
        check: @escaping @Sendable (LiveComparison) -> [Evidence]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.check = .live(check)
    }
}

extension DriftRule: CustomStringConvertible {
    /// The rule's id, so that a test case or a log line names the rule.
    public var description: String { id }
}
