extension Mover {
    /// Which side moved, told by where the same finding holds.
    ///
    /// - Parameters:
    ///   - finding: A finding on a live flow.
    ///   - onSnapshot: The fingerprints of what is found on the snapshots.
    ///   - before: The fingerprints of what contracts of the base revision give on the snapshots; nil where no base is
    ///     given.
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
