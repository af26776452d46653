import YAML

/// What a rule found: what differs, where, and how to fix it.
public struct Finding: Hashable, Sendable {
    /// The rule that found it.
    public var rule: RuleID

    /// The severity after the configuration is applied.
    public var severity: Severity

    /// What differs, naming both sides; no final period.
    public var message: String

    /// How to fix it; no final period.
    public var fix: Fix

    /// The flow, or `nil` if the finding is that there is none.
    public var flow: FlowKey?

    /// The part of the flow: an input's or output's name, or a setting; `nil` for the flow itself.
    public var subject: String?

    /// The environment, or `nil` if the flows come from no named environment.
    public var environment: EnvironmentName?

    /// The contract's name, or `nil` if no contract is concerned.
    public var contract: String?

    /// The trigger's name, or `nil` if no trigger is concerned.
    public var trigger: String?

    /// The owner, or `nil` if none is named.
    public var owner: String?

    /// Where to look, or `nil` if no file is concerned.
    public var place: Place?

    /// The expected and the actual side, or `nil` if they aren't two texts.
    public var contrast: Contrast?

    /// The smallest event that shows it, and what the flow receives, or `nil` if no event is concerned.
    public var event: EventExample?

    /// Why it doesn't count, or `nil` if it does.
    public var acceptance: Acceptance?

    /// Which side changed, or `nil` if that wasn't checked.
    public var mover: Mover?

    /// Whether another contract could refute it, so that it only holds if every contract was read.
    public var restsOnContracts = false

    /// The findings that explain it; the verdict leaves it out while one of them counts.
    public var causes: [Cause] = []

    /// A hash that survives changes of wording or place: of rule, environment, flow, contract, trigger and subject.
    public var fingerprint: String {
        let parts = [rule, environment?.text, flow?.description, contract, trigger, subject]
        // No name in Architect can contain the unit separator; "-" marks a part that is absent.
        return StableHash(of: parts.map { $0.map { "=" + $0 } ?? "-" }.joined(separator: "\u{1F}").composed).hexadecimal
    }
}

extension Finding: Comparable {
    /// Orders findings for a report: by contract, place, rule, and what they are about.
    public static func < (lhs: Finding, rhs: Finding) -> Bool {
        if lhs.contract != rhs.contract { return (lhs.contract ?? "") < (rhs.contract ?? "") }
        if lhs.contract == nil, lhs.flow != rhs.flow {
            return (lhs.flow?.description ?? "") < (rhs.flow?.description ?? "")
        }
        if let left = lhs.place, let right = rhs.place, left != right { return left < right }
        if (lhs.place == nil) != (rhs.place == nil) { return lhs.place == nil }
        return lhs.names < rhs.names
    }

    private var names: String {
        [rule, flow?.description ?? "", environment?.text ?? "", trigger ?? "", subject ?? "", message].joined(
            separator: "\u{1F}"
        )
    }
}
