extension Baseline {
    /// Makes a baseline from the findings of a run that aren't accepted yet, except findings on waivers.
    public init(of findings: [Finding]) {
        let open = findings.filter { $0.acceptance == nil && DriftRule.named($0.rule)?.isOnWaivers != true }
        let entries = open.map { ($0.fingerprint, Entry($0.phrase, severity: $0.severity)) }
        self.init(findings: Dictionary(entries) { ($0.severity ?? .note) < ($1.severity ?? .note) ? $1 : $0 })
    }
}
