import DriftCore
import SourceText

/// What counts in a verdict.
struct VerdictTerms {
    /// The least severity that fails the run.
    var failOn: Severity

    /// Whether something that could not be decided keeps the run from being in sync.
    var isStrict: Bool

    /// The findings that somebody accepts.
    var waivers: [Waiver]

    /// The findings that were there before; nil where all count.
    var baseline: Baseline?

    /// The day of the run.
    var today: Day
}
