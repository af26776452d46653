package import DriftCore

/// What counts in a verdict.
package struct VerdictTerms {
    /// The least severity that fails the run.
    package var failOn: Severity

    /// Whether something that could not be decided keeps the run from being in sync.
    package var isStrict: Bool

    /// The findings that somebody accepts.
    package var waivers: [Waiver]

    /// The findings that were there before; nil where all count.
    package var baseline: Baseline?

    /// The day of the run.
    package var today: Day

    /// Makes terms.
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
