extension Mover {
    /// Decides which side changed by where else the same finding exists.
    ///
    /// - Parameters:
    ///   - finding: A finding on a live flow.
    ///   - onSnapshot: The fingerprints of the findings on the snapshots.
    ///   - before: The fingerprints of the base revision's findings on the snapshots, or `nil` if no base is given.
    public init(of finding: Finding, onSnapshot: Set<String>, before: Set<String>?) {
        let isOnSnapshot = onSnapshot.contains(finding.fingerprint)
        if DriftRule.named(finding.rule)?.subject == .live || !isOnSnapshot {
            self = .flow
        } else if finding.contract == nil {
            self = .neither
        } else if let before {
            self = before.contains(finding.fingerprint) ? .neither : .contract
        } else {
            self = .notFlow
        }
    }
}
