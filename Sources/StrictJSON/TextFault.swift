/// A fault in a text: its cause, its place, and how to fix it.
public struct TextFault<Kind: Hashable & Sendable>: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// An error if the text is invalid; a warning if the text is valid, but probably not what the author meant.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to fix the fault, as one phrase with no final period.
    public var fix: String

    /// Where the fault begins.
    public var position: Position

    /// The position just past the fault; if something is missing, the same as `position`.
    public var end: Position

    /// The change to the text that fixes the fault, or `nil` if a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the fix as one phrase.
    public var message: String { "\(problem); \(fix)" }
}
