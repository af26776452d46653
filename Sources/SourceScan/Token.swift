/// A word, number, string, symbol or bracket of code.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case word, number, string, symbol, open, close }

    var kind: Kind
    /// The byte of a symbol or bracket, or one of ``Code``.
    var code: UInt8
    var start: Int
    var end: Int
    /// The text without its quotes, or without a variable's sign such as `$`.
    var content: Range<Int>
    /// The index of the token with the matching bracket, or -1 if there is none.
    var partner = -1
    var isFirstOnLine = false
    var escape = SourceSyntax.Escape.none

    /// The codes of symbols that are longer than one byte, and of the brackets around templates and holes.
    enum Code {
        /// The brackets around a string that has holes.
        static let template = UInt8(ascii: "T")
        /// The brackets around a hole, such as `${…}`.
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

/// The result of splitting a text into tokens.
struct Tokens: Sendable {
    var list: [Token] = []
    /// The ranges of bytes of the comments, in the order of the text.
    var comments: [Range<Int>] = []
    /// How often the lexer looked at a byte.
    var steps = 0
}
