/// One word of JSON's grammar, or what stands in the place of one.
package struct JSONToken: Sendable {
    /// What a token is.
    package enum Kind: UInt8, Sendable {
        case openObject, closeObject, openArray, closeArray, colon, comma
        case string, number, `true`, `false`, null, placeholder

        /// Letters and digits that are no value of JSON.
        case bare

        /// `=`, `=>` or `;`, which other languages have for a colon or a comma.
        case separator

        /// The end of the text.
        case end
    }

    /// What the token is.
    package var kind: Kind

    /// The token's bytes.
    package var range: Range<Int>

    /// Where a string's text is found.
    package var form = JSONRecord.Form.plain

    /// The number of a rewritten text.
    package var text: UInt32 = 0

    /// Whether there is a placeholder in a string.
    package var holdsPlaceholder = false

    /// Whether a template's directive stands before the token, so that what stands here may be left out.
    package var followsDirective = false

    /// Whether the token can be a value by itself, as JSON or in the place of it.
    package var isScalar: Bool {
        switch kind {
        case .string, .number, .true, .false, .null, .placeholder, .bare: true
        default: false
        }
    }
}
