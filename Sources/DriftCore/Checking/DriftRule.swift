public import SourceText

/// One kind of drift: a named check of a flow against what somebody relies on.
///
/// Each rule is a value declared in its own file under `Rules/`, and listed in ``all``.
/// A rule is pure: it sees one comparison and returns what it found, in any order.
public struct DriftRule: Identifiable, Sendable {
    /// The rule's stable kebab-case name: users write it in configuration, and reports print it.
    public let id: String

    /// How much a finding matters unless the evidence says less, or the configuration otherwise.
    public let severity: Severity

    /// Whether the rule fires unless the configuration says otherwise.
    public let isOn: Bool

    /// What is wrong, as a headline: one phrase with no final period.
    public let summary: String

    /// Why a caller would notice, and how to put it right, in Markdown; two paragraphs.
    public let explanation: String

    /// What the rule looks at.
    let check: Check

    /// What a rule on contracts looks at in requests as well; `nil` for a rule of one kind.
    let requestCheck: (@Sendable (RequestComparison) -> [Evidence])?

    /// What a rule looks at, with the function that returns one piece of evidence for each place where it is broken.
    enum Check: Sendable {
        /// A contract beside its flow in one environment.
        case contract(@Sendable (Comparison) -> [Evidence])

        /// A flow beside what feeds its inputs: contracts, and triggers with their events.
        case feeding(@Sendable (Feeding) -> [Evidence])

        /// The triggers of an environment whose target is none of its flows.
        case strayTriggers(@Sendable (StrayTriggers) -> [Evidence])

        /// A flow's snapshot beside the same flow in the live org.
        case live(@Sendable (LiveComparison) -> [Evidence])

        /// A request beside the flow that it should start.
        case request(@Sendable (RequestComparison) -> [Evidence])

        /// A waiver beside the findings that it is about.
        case waiver(@Sendable (WaiverUse) -> [Evidence])

        /// What a Terraform plan does, or says of the org.
        case plan(@Sendable (PlannedStep) -> [Evidence])
    }

    /// Makes a rule on whatever its function looks at: a ``Comparison``, a ``Feeding``, or another ``RuleSubject``.
    ///
    /// With `onRequests` the same rule also fires on requests, so that one mistake has one id wherever it is made.
    init<Subject: RuleSubject>(
        id: String,
        severity: Severity,
        isOn: Bool = true,
        summary: String,
        explanation: String,
        onRequests requestCheck: (@Sendable (RequestComparison) -> [Evidence])? = nil,
        check: @escaping @Sendable (Subject) -> [Evidence]
    ) {
        self.id = id
        self.severity = severity
        self.isOn = isOn
        self.summary = summary
        self.explanation = explanation
        self.check = Subject.check(check)
        self.requestCheck = requestCheck
    }

    /// Whether the rule looks at a request, alone or besides.
    public var isOnRequest: Bool {
        if case .request = check { true } else { requestCheck != nil }
    }

    /// Whether the rule compares a live flow with its snapshot.
    var isOnLive: Bool {
        if case .live = check { true } else { false }
    }

    /// Whether the rule is on waivers: its findings cannot be waived, and are in no baseline.
    public var isOnWaivers: Bool {
        if case .waiver = check { true } else { false }
    }
}

extension DriftRule: CustomStringConvertible {
    /// The rule's id, so that a test case or a log line names the rule.
    public var description: String { id }
}
