/// The cases of the YAML test suite that libyaml 0.2.5 gets wrong, grouped by the kind of error.
///
/// The list was verified with a second reader of libyaml's events, which fails the same cases.
enum SuiteFailures {
    static let all = Set(
        flowColons + emptyKeys + tabs + directives + documentEnds + blockScalars + anchors + leniences
    )

    /// In flow style, a `:` or `?` that touches its neighbour, or a `:` on the line after its key.
    private static let flowColons = [
        "4ABK", "4MUZ-0", "4MUZ-1", "4MUZ-2", "58MP", "5MUD", "5T43", "652Z", "9SA2", "CFD4", "DBG4", "FRK4", "HM87-0",
        "HM87-1", "K3WX", "NJ66", "UT92", "VJP3-1",
    ]

    /// A block mapping with nothing before its `:`.
    private static let emptyKeys = ["2JQS", "6M2F", "M2N8-0", "NHX8", "NKF9", "S3PD", "SM9W-1", "UKK6-0"]

    /// A tab that separates without indenting.
    private static let tabs = [
        "6BCT", "6CA3", "96NN-0", "96NN-1", "A2M4", "DK95-0", "DK95-3", "DK95-4", "Q5MG", "R4YG", "Y79Y-1", "Y79Y-10",
    ]

    /// Unknown directives, and directives before which no document ends.
    private static let directives = [
        "2LFX", "6LVF", "9HCY", "BEC7", "EB22", "MUS6-0", "MUS6-1", "MUS6-5", "MUS6-6", "RHX7",
    ]

    /// A bare document after `...`, or `...` without a document.
    private static let documentEnds = ["7Z25", "HWV9", "M7A3", "QT73", "W4TN"]

    /// A block scalar that is not indented, or that ends without a newline.
    private static let blockScalars = ["DK3J", "FP8R", "JEF9-2", "L24T-1"]

    /// Anchors of other characters than letters, digits, `-` and `_`.
    private static let anchors = ["2SXE", "8XYN", "W5VH", "Y2GN"]

    /// Invalid texts that it accepts: flow or quoted lines that aren't indented, `#` without a blank before it, `-`
    /// alone
    /// in flow style, a block scalar that begins with deeper blank lines.
    private static let leniences = [
        "9C9N", "9JBA", "CVW2", "DK95-1", "G5U8", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y-3", "YJV2",
    ]
}
