/// A word, number, string, symbol or bracket of code.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case word, number, string, symbol, open, close }

    var kind: Kind
    /// The byte of a symbol or bracket, or one of ``Code``.
    var code: UInt8
    var start: Int
    var end: Int
    /// The text without quotes or sigil.
    var content: Range<Int>
    /// The index of the matching bracket, or -1.
    var partner = -1
    var isFirstOnLine = false
    var escape = SourceSyntax.Escape.none

    /// The codes of brackets and symbols that are longer than one byte.
    enum Code {
        static let template = UInt8(ascii: "T")
        static let hole = UInt8(ascii: "H")
        /// The sign `=>`.
        static let fatArrow: UInt8 = 1
        /// The sign `->`.
        static let thinArrow: UInt8 = 2
        /// `==` and other comparisons.
        static let comparison: UInt8 = 3
        /// The sign `::`.
        static let scope: UInt8 = 4
        /// The signs `...`, `..` and `**`.
        static let spread: UInt8 = 5
        /// `+=` and other changes of a variable.
        static let change: UInt8 = 6
        /// The sign `:=`.
        static let define: UInt8 = 7
    }

    func isSymbol(_ byte: UInt8) -> Bool { kind == .symbol && code == byte }
    func opens(_ byte: UInt8) -> Bool { kind == .open && code == byte }
    func closes(_ byte: UInt8) -> Bool { kind == .close && code == byte }
}

/// What the lexer makes of a text.
struct Tokens: Sendable {
    var list: [Token] = []
    /// The comments, in order.
    var comments: [Range<Int>] = []
    /// How often the lexer looked at a byte.
    var steps = 0
}
