/// What rules look at; its type says of which kind a rule is.
protocol RuleSubject: Sendable {
    /// A rule's function as the check of its kind.
    static func check(_ evidence: @escaping @Sendable (Self) -> [Evidence]) -> DriftRule.Check
}

extension Comparison: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (Comparison) -> [Evidence]) -> DriftRule.Check {
        .contract(evidence)
    }
}

extension Feeding: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (Feeding) -> [Evidence]) -> DriftRule.Check {
        .feeding(evidence)
    }
}

extension StrayTriggers: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (StrayTriggers) -> [Evidence]) -> DriftRule.Check {
        .strayTriggers(evidence)
    }
}

extension LiveComparison: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (LiveComparison) -> [Evidence]) -> DriftRule.Check {
        .live(evidence)
    }
}

extension RequestComparison: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (RequestComparison) -> [Evidence]) -> DriftRule.Check {
        .request(evidence)
    }
}

extension WaiverUse: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (WaiverUse) -> [Evidence]) -> DriftRule.Check {
        .waiver(evidence)
    }
}

extension PlannedStep: RuleSubject {
    static func check(_ evidence: @escaping @Sendable (PlannedStep) -> [Evidence]) -> DriftRule.Check {
        .plan(evidence)
    }
}
