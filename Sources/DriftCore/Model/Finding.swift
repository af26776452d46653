import YAML

/// What a rule found: what differs, where, and how to fix it.
public struct Finding: Hashable, Sendable {
    /// The rule of the finding.
    public var rule: RuleID

    /// The severity after the configuration is applied.
    public var severity: Severity

    /// What differs, naming both sides; no final period.
    public var message: String

    /// How to fix the difference; no final period.
    public var fix: Fix

    /// The flow, or `nil` if the finding says that there is no such flow.
    public var flow: FlowKey?

    /// The part of the flow: an input's or output's name, or a setting; `nil` for the flow itself.
    public var subject: String?

    /// The environment, or `nil` if the flows come from no named environment.
    public var environment: EnvironmentName?

    /// The contract's name, or `nil` if no contract is concerned.
    public var contract: String?

    /// The trigger's name, or `nil` if no trigger is concerned.
    public var trigger: String?

    /// The data action's name or address, or `nil` if no data action is concerned.
    public var caller: String?

    /// The other repository that the contract is from, or `nil` if it is from this one.
    public var source: ContractSource?

    /// The owner, or `nil` if none is named.
    public var owner: String?

    /// Where to look, or `nil` if no file is concerned.
    public var place: Place?

    /// The expected and the actual side, or `nil` if they can't be shown as two texts.
    public var contrast: Contrast?

    /// The smallest event that shows the finding, and what the flow receives, or `nil` if no event is concerned.
    public var event: EventExample?

    /// Why the finding doesn't count, or `nil` if it counts.
    public var acceptance: Acceptance?

    /// Which side changed, or `nil` if that wasn't checked.
    public var mover: Mover?

    /// The published version that made the change, or `nil` if the finding isn't about a change of a live flow.
    public var origin: ChangeOrigin?

    /// Whether another contract could disprove the finding, so that every contract must be read to be sure.
    public var restsOnContracts = false

    /// The findings that explain this one; while one of them counts, the verdict leaves this one out.
    public var causes: [Cause] = []

    /// What happened to the whole flow, or `nil` if the finding is about a part of it.
    public var flowCause: FlowCause?

    /// The other findings with the same ``flowCause``, which ``Verdict`` folded into this one; none of them is more
    /// severe.
    public var sameCause: [Finding] = []

    /// A hash of rule, environment, flow, contract, trigger and subject; a new wording or place doesn't change it.
    public var fingerprint: String {
        var parts = [rule, environment?.text, flow?.description, contract, trigger, subject]
        // Appended only if present, so that findings of earlier versions keep their fingerprints.
        if let caller { parts.append("data action " + caller) }
        // The unit separator can't be in a name in Architect. "-" marks a missing part.
        return StableHash(of: parts.map { $0.map { "=" + $0 } ?? "-" }.joined(separator: "\u{1F}").composed).hexadecimal
    }
}

extension Finding: Comparable {
    /// Orders findings for a report: by contract (or flow, if there is none), place, and rule.
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
