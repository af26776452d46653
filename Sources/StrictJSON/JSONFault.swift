public import SourceText

/// What is wrong in a text that should be JSON: the cause, where, and how to put it right.
public struct JSONFault: Hashable, Sendable {
    /// The cause.
    public var kind: Kind

    /// Error where the text is not JSON; warning where it is, but is probably not what was meant.
    public var severity: Severity

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to put it right, as one phrase with no final period.
    public var wayOut: String

    /// Where the fault begins.
    public var position: Position

    /// Just past the fault; the same as its beginning where something is missing.
    public var end: Position

    /// The change to the text that does it; nil where a person must decide.
    public var edit: Fix.Edit?

    /// The problem and the way out as one phrase.
    public var message: String { "\(problem); \(wayOut)" }

    /// The causes that are told apart.
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
