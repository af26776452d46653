/// One word of JSON's grammar, or what stands in the place of one.
struct JSONToken: Sendable {
    /// What a token is.
    enum Kind: UInt8, Sendable {
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
    var kind: Kind

    /// The token's bytes.
    var range: Range<Int>

    /// Where a string's text is found.
    var form = JSONRecord.Form.plain

    /// The number of a rewritten text.
    var text: UInt32 = 0

    /// Whether there is a placeholder in a string.
    var holdsPlaceholder = false

    /// Whether a template's directive stands before the token, so that what stands here may be left out.
    var followsDirective = false

    /// Whether the token can be a value by itself, as JSON or in the place of it.
    var isScalar: Bool {
        switch kind {
        case .string, .number, .true, .false, .null, .placeholder, .bare: true
        default: false
        }
    }
}
