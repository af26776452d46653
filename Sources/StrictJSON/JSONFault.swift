public import SourceText

/// A fault in a text that should be JSON: the cause, the place, and the fix.
public struct JSONFault: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// Error if the text isn't valid JSON; warning if it is valid but probably not what was meant.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to fix it, as one phrase with no final period.
    public var wayOut: String

    /// Where the fault begins.
    public var position: Position

    /// The position just past the fault; the same as its start if something is missing.
    public var end: Position

    /// The change to the text that makes the fix, or `nil` if a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the fix as one phrase.
    public var message: String { "\(problem); \(wayOut)" }

    /// The possible causes.
    public enum Kind: String, CaseIterable, Sendable {
        // Commas, colons, brackets.
        case trailingComma, extraComma, missingComma, missingColon, wrongSeparator
        case missingOpen, missingClose, extraClose, wrongClose, missingName, missingValue

        // Quotes.
        case curlyQuotes, singleQuotes, escapedQuotes, missingQuote, unescapedQuote, quotedContainer
        case unquotedName, unquotedText

        // Values of other languages.
        case comment, foreignLiteral, badNumber, placeholder, strayText

        // Characters.
        case byteOrderMark, utf16, invalidUTF8, strayBlank, controlCharacter, badEscape, loneSurrogate

        // The text as a whole.
        case emptyText, secondDocument, tooDeep, tooLarge

        // Warnings.
        case duplicateName, nestedJSON
    }
}
