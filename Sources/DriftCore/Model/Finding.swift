import YAML

/// A rule that fired: what differs, where, and how to put it right.
public struct Finding: Hashable, Sendable {
    /// The rule that found it.
    public var rule: RuleID

    /// The severity after configuration has been applied.
    public var severity: Severity

    /// What differs here, naming both sides; no final period.
    public var message: String

    /// How to put it right; no final period.
    public var fix: Fix

    /// The flow that it is about; nil where it is that there is none.
    public var flow: FlowKey?

    /// What in the flow it is about: an input's or output's name, a setting; nil where it is the flow itself.
    public var subject: String?

    /// The environment in which it holds; nil where the flows come from no named environment.
    public var environment: EnvironmentName?

    /// The contract's name; nil where no contract is concerned.
    public var contract: String?

    /// The trigger's name; nil where no trigger is concerned.
    public var trigger: String?

    /// Who answers for it; nil where nobody is named.
    public var owner: String?

    /// Where to look; nil where no file is concerned.
    public var place: Place?

    /// What is relied on beside what there is; nil where they are not two texts.
    public var contrast: Contrast?

    /// The smallest event that shows it, and what the flow receives; nil where no event is concerned.
    public var event: EventExample?

    /// Why it does not count; nil where it does.
    public var acceptance: Acceptance?

    /// Which side moved; nil where that was not asked.
    public var mover: Mover?

    /// Whether another contract could make it less, so that it only holds where every contract was read.
    public var restsOnContracts = false

    /// The findings from which it follows; it is left out of the verdict while one of them counts.
    public var causes: [Cause] = []

    /// What stays the same when a wording or a place changes: rule, environment, flow, contract or trigger, subject.
    public var fingerprint: String {
        let parts = [rule, environment?.text, flow?.description, contract, trigger, subject]
        // The unit separator occurs in no name that Architect accepts, and "-" marks what is absent.
        return StableHash(of: parts.map { $0.map { "=" + $0 } ?? "-" }.joined(separator: "\u{1F}").composed).hexadecimal
    }
}

extension Finding: Comparable {
    /// Orders findings as a reader wants them: by contract, place, rule, and what they are about.
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
