/// A rule's stable kebab-case name: users write it in configuration, and reports print it.
public typealias RuleID = String

/// One kind of drift, as people know it: a name, what it means, and how much it matters.
public struct DriftRule: Identifiable, Hashable, Sendable {
    /// The rule's name.
    public let id: RuleID

    /// How much a finding matters unless the evidence says less, or the configuration otherwise.
    public let severity: Severity

    /// Whether the rule fires unless the configuration says otherwise.
    public let isOn: Bool

    /// What is wrong, as a headline: one phrase with no final period.
    public let summary: String

    /// Why a caller would notice, and how to put it right, in Markdown; two paragraphs.
    public let explanation: String

    /// What the rule looks at.
    public let subject: Subject

    /// Whether the rule looks at a request, alone or besides.
    public internal(set) var isOnRequest: Bool

    /// What a rule looks at.
    public enum Subject: Sendable {
        /// A contract beside its flow.
        case contract
        /// A flow beside what feeds its inputs.
        case feeding
        /// The triggers of an environment that start none of its flows.
        case strayTriggers
        /// A flow's snapshot beside the live flow.
        case live
        /// A request beside the flow that it should start.
        case request
        /// What a plan does.
        case plan
        /// A waiver beside what it accepts: findings on it can't be waived, and are in no baseline.
        case waiver
    }

    /// Makes a rule.
    init(
        id: RuleID,
        severity: Severity,
        isOn: Bool,
        summary: String,
        explanation: String,
        subject: Subject
    ) {
        self.id = id
        self.severity = severity
        self.isOn = isOn
        self.summary = summary
        self.explanation = explanation
        self.subject = subject
        isOnRequest = subject == .request
    }

    /// Whether the rule is on waivers: its findings cannot be waived, and are in no baseline.
    public var isOnWaivers: Bool { subject == .waiver }
}

extension DriftRule: CustomStringConvertible {
    /// The rule's id, so that a test case or a log line names the rule.
    public var description: String { id }
}

extension [DriftRule] {
    /// The id of the rule that is near an id nobody has, for "did you mean".
    func nearest(to id: RuleID) -> RuleID? { NearName.best(for: id, among: map(\.id)) }
}

/// What the settings say of a rule.
public enum RuleSetting: Hashable, Sendable {
    /// It finds nothing.
    case off
    /// It is on, and each finding has that severity.
    case severity(Severity)
}
