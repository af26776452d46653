package import DriftCore

/// What counts in a verdict.
package struct VerdictTerms {
    /// The lowest severity that fails the run.
    package var failOn: Severity

    /// Whether a run with an unknown result is not in sync.
    package var isStrict: Bool

    package var waivers: [Waiver]

    /// The baseline, whose findings don't fail the run, or `nil` if there is none.
    package var baseline: Baseline?

    package var today: Day

    package init(
        failOn: Severity,
        isStrict: Bool,
        waivers: [Waiver],
        baseline: Baseline? = nil,
        today: Day
    ) {
        self.failOn = failOn
        self.isStrict = isStrict
        self.waivers = waivers
        self.baseline = baseline
        self.today = today
    }
}
