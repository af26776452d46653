/// One token of JSON's grammar, or a text in the place of a token.
package struct JSONToken: Sendable {
    package enum Kind: UInt8, Sendable {
        case openObject, closeObject, openArray, closeArray, colon, comma
        case string, number, `true`, `false`, null, placeholder

        /// Letters and digits that aren't a JSON value.
        case bare

        /// `=`, `=>` or `;`, which other languages use as a colon or a comma.
        case separator

        case end
    }

    package var kind: Kind
    package var range: Range<Int>
    package var form = JSONRecord.Form.plain

    /// The index of a rewritten text.
    package var text: UInt32 = 0

    package var holdsPlaceholder = false

    /// Whether a template's directive comes before the token, so that the template may leave the token out.
    package var followsDirective = false

    /// Whether the token can be a value by itself, in JSON or as something meant as a value.
    package var isScalar: Bool {
        switch kind {
        case .string, .number, .true, .false, .null, .placeholder, .bare: true
        default: false
        }
    }
}
