/// A rule's stable kebab-case name: users write it in configuration, and reports print it.
public typealias RuleID = String

/// A kind of drift: its name, what it means, and its severity.
public struct DriftRule: Identifiable, Hashable, Sendable {
    /// The rule's name.
    public let id: RuleID

    /// The severity of a finding, unless the evidence has another severity or the configuration changes it.
    public let severity: Severity

    /// Whether the rule is on by default.
    public let isOn: Bool

    /// The problem as a headline: one phrase with no final period.
    public let summary: String

    /// Why a caller would notice, and how to fix it, in Markdown; two paragraphs.
    public let explanation: String

    /// What the rule checks.
    public let subject: Subject

    /// Whether the rule checks requests, perhaps along with other things.
    public internal(set) var isOnRequest: Bool

    /// What a rule checks.
    public enum Subject: Sendable {
        /// A contract, compared with its flow.
        case contract
        /// A flow, compared with the sources of its inputs.
        case inputSources
        /// The triggers of an environment that start none of its flows.
        case strayTriggers
        /// A flow's snapshot, compared with the live flow.
        case live
        /// A request, compared with the flow that it should start.
        case request
        /// The changes that a plan makes.
        case plan
        /// The launches that the code shows, compared with the code's contract; the findings belong to no environment.
        case code
        /// A waiver, compared with the findings that it accepts; findings on waivers can't be waived and are in no
        /// baseline.
        case waiver
    }

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

    /// Whether the rule checks waivers; its findings can't be waived and are in no baseline.
    public var isOnWaivers: Bool { subject == .waiver }
}

extension DriftRule: CustomStringConvertible {
    /// The rule's id, which names the rule in test cases and logs.
    public var description: String { id }
}

extension [DriftRule] {
    /// The id most similar to an unknown one, for "did you mean", or `nil` if none is similar.
    func nearest(to id: RuleID) -> RuleID? { NearName.best(for: id, among: map(\.id)) }
}

/// What the settings say about a rule.
public enum RuleSetting: Hashable, Sendable {
    case off
    /// The rule is on, and its findings have that severity.
    case severity(Severity)
}
