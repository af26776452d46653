/// A fault in a text that should be JSON.
public typealias JSONFault = TextFault<JSONFaultKind>

/// The kinds of faults of JSON.
public enum JSONFaultKind: String, CaseIterable, Sendable {
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
