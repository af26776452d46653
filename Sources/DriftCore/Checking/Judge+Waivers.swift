extension Judge {
    /// Checks the waivers of a run: which have expired, match nothing, or match too much.
    ///
    /// - Parameters:
    ///   - waivers: The waivers.
    ///   - today: The day of the run.
    ///   - findings: The findings of the run.
    ///   - scope: What the run checked.
    /// - Returns: The findings on waivers.
    public func judge(_ waivers: [Waiver], on today: Day, findings: [Finding], scope: RunScope) -> [Finding] {
        waivers.flatMap { waiver in
            let use = WaiverUse(
                waiver,
                on: today,
                findings: findings.filter(waiver.covers),
                isInRun: rules.subject(of: waiver.rule).map { scope.includes(waiver, of: $0) } ?? false
            )
            return judge(use)
        }
    }

    func judge(_ use: WaiverUse) -> [Finding] {
        findings(Circumstances(owner: use.waiver.terms.owner), rules.onWaivers, use)
    }
}
