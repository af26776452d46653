/// What is wrong in a text: the cause, where, and how to put it right.
public struct TextFault<Kind: Hashable & Sendable>: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// Error if the text can't be read as what it should be; warning if it can, but is probably not what was meant.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to put it right, as one phrase with no final period.
    public var fix: String

    /// Where the fault begins.
    public var position: Position

    /// Just past the fault; the same as its beginning where something is missing.
    public var end: Position

    /// The change to the text that does it, or `nil` if a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the fix as one phrase.
    public var message: String { "\(problem); \(fix)" }
}
