extension Finding {
    /// Whether the finding is about the input or the output that a change removed or altered.
    public func isAbout(_ change: FlowChange) -> Bool {
        guard let subject, subject == change.subject else { return false }
        return switch change {
        case .inputRemoved, .inputChanged: Self.inputRules.contains(rule)
        case .outputRemoved, .outputChanged: Self.outputRules.contains(rule)
        default: false
        }
    }

    /// Whether the finding says that something is gone, rather than that it is different.
    public var isOnRemoval: Bool { rule.hasSuffix("-removed") || rule == "input-undeclared" }

    /// The rules whose subject is an input that a version of the flow may have removed or altered.
    static let inputRules: Set<RuleID> = [
        "live-input-removed", "live-input-changed", "input-undeclared", "input-type-changed",
        "input-collection-changed", "input-case-mismatch",
    ]

    /// The rules whose subject is an output that a version of the flow may have removed or altered.
    static let outputRules: Set<RuleID> = [
        "live-output-removed", "live-output-changed", "output-removed", "output-type-changed",
        "output-collection-changed", "output-case-mismatch",
    ]
}
