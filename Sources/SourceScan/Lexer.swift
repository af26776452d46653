import SourceText

/// Splits code into tokens.
///
/// The lexer recognizes strings, comments and brackets, and the holes in strings, such as `${name}`, but no grammar.
///
/// The lexer accepts any bytes, and looks at each byte a limited number of times.
struct Lexer {
    /// A string that is being read, or the code in one of its holes.
    struct Mode {
        enum Closer {
            case quote(UInt8, count: Int, hashes: Int), line([UInt8], isIndented: Bool), words([UInt8]), nest(
                UInt8,
                UInt8
            )
        }

        var isHole = false
        var closer: Closer
        var holes = SourceSyntax.Holes.none
        var escape = SourceSyntax.Escape.none
        var isMultiline = true
        /// The token that opens the string or hole.
        var token = 0
        var hasHole = false
        /// How many brackets are open: in a hole, or in a Ruby string such as `%w[…]`.
        var depth = 0
    }

    let bytes: [UInt8]
    let end: Int
    let dialect: Dialect
    let syntax: SourceSyntax
    var index: Int
    var modes: [Mode] = []
    var opens: [Int] = []
    var heredocs: [Mode] = []
    var isFirstOnLine = true
    /// The index before which no regular expression begins, because none ends on the current line.
    var noRegexBefore = 0
    /// For each quote, the index before which no string begins, because none ends on the current line.
    var noStringBefore: [UInt8: Int] = [:]
    var tokens = Tokens()

    init(_ bytes: [UInt8], _ range: Range<Int>, _ dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
        syntax = dialect.syntax
        index = range.lowerBound
        end = range.upperBound
    }

    /// The tokens of a range of a text.
    static func tokens(_ bytes: [UInt8], _ range: Range<Int>, _ dialect: Dialect) -> Tokens {
        if dialect == .yaml { return YAMLLexer.tokens(bytes, range) }
        var lexer = Lexer(bytes, range, dialect)
        lexer.run()
        return withPartners(lexer.tokens)
    }

    private mutating func run() {
        if dialect == .php { skipMarkup() }
        while index < end {
            tokens.steps += 1
            if let mode = modes.last, !mode.isHole { readChunk(mode) } else { readCode() }
        }
        while let mode = modes.last {
            if mode.isHole { closeHole() } else { closeString(piece: end..<end) }
        }
    }

    /// The byte at a distance from the current one, or 0 beyond the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let place = index + distance
        return place < end && place >= 0 ? bytes[place] : 0
    }

    func follows(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= end else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private mutating func readCode() {
        let byte = bytes[index]
        switch byte {
        case 0x0a, 0x0d:
            index += 1
            isFirstOnLine = true
            if byte == 0x0a || peek() != 0x0a { beginHeredoc() }
        case 0x20, 0x09, 0x0c: index += 1
        case _ where readComment(byte): break
        case _ where readSpecialString(byte): break
        case UInt8(ascii: "\""): readQuote(byte, syntax.double)
        case UInt8(ascii: "'"): readQuote(byte, syntax.single)
        case UInt8(ascii: "`"): readQuote(byte, syntax.backtick)
        case _ where isWordStart(byte): readWord()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte)
        default: readSymbol(byte)
        }
    }

    // MARK: Tokens

    mutating func add(_ kind: Token.Kind, _ code: UInt8, from start: Int, to end: Int, content: Range<Int>? = nil) {
        var token = Token(kind: kind, code: code, start: start, end: end, content: content ?? start..<end)
        token.isFirstOnLine = isFirstOnLine
        isFirstOnLine = false
        tokens.list.append(token)
        index = end
    }

    private mutating func readNumber() {
        var stop = index + 1
        while stop < end {
            let byte = bytes[stop]
            let isFraction = byte == UInt8(ascii: ".") && stop + 1 < end && bytes[stop + 1].isASCIIDigit
            let isSign =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"))
                && bytes[stop - 1] | 0x20 == UInt8(ascii: "e") && bytes[index + 1] | 0x20 != UInt8(ascii: "x")
            let isPart = byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || isFraction || isSign
            let isShellPart = dialect == .shell && !isBlankOrShellSymbol(byte)
            guard isPart || isShellPart else { break }
            stop += 1
        }
        add(.number, 0, from: index, to: stop)
    }

    private mutating func readSymbol(_ byte: UInt8) {
        let (next, afterNext) = (peek(1), peek(2))
        let equals = UInt8(ascii: "=")
        func two(_ code: UInt8, length: Int = 2) { add(.symbol, code, from: index, to: min(index + length, end)) }
        switch byte {
        case equals where next == UInt8(ascii: ">"): two(Token.Code.fatArrow)
        case equals where next == equals: two(Token.Code.comparison, length: afterNext == equals ? 3 : 2)
        case UInt8(ascii: "!") where next == equals: two(Token.Code.comparison, length: afterNext == equals ? 3 : 2)
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            if next == equals { two(Token.Code.comparison) } else { add(.symbol, byte, from: index, to: index + 1) }
        case UInt8(ascii: "-") where next == UInt8(ascii: ">"): two(Token.Code.thinArrow)
        case UInt8(ascii: ":") where next == UInt8(ascii: ":"): two(Token.Code.scope)
        case UInt8(ascii: ":") where next == equals: two(Token.Code.define)
        case UInt8(ascii: ".") where next == byte: two(Token.Code.spread, length: afterNext == byte ? 3 : 2)
        case UInt8(ascii: "*") where next == byte: two(Token.Code.spread)
        case UInt8(ascii: "?") where next == UInt8(ascii: "."): add(.symbol, next, from: index, to: index + 2)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "|"),
            UInt8(ascii: "&"), UInt8(ascii: "%"):
            if next == equals { two(Token.Code.change) } else { add(.symbol, byte, from: index, to: index + 1) }
        default: add(.symbol, byte, from: index, to: index + 1)
        }
    }

    // MARK: Brackets

    mutating func open(_ byte: UInt8, to stop: Int? = nil) {
        opens.append(tokens.list.count)
        if let last = modes.indices.last, modes[last].isHole { modes[last].depth += 1 }
        add(.open, byte, from: index, to: stop ?? index + 1)
    }

    private mutating func close(_ byte: UInt8) {
        if let last = modes.indices.last, modes[last].isHole {
            if modes[last].depth == 0, case .quote(byte, let count, _) = modes[last].closer {
                index += 1
                for _ in 1..<max(count, 1) where peek() == byte { index += 1 }
                return closeHole()
            }
            modes[last].depth = max(0, modes[last].depth - 1)
        }
        let opener: UInt8 = byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : byte - 2
        match(opener)
        add(.close, byte, from: index, to: index + 1)
    }

    /// Makes the next token the partner of the nearest open bracket of a kind.
    ///
    /// Brackets that are still open inside that bracket get no partner.
    ///
    /// Looks at 64 open brackets at most, so that a text with many open brackets takes no longer than another.
    private mutating func match(_ opener: UInt8) {
        for place in opens.indices.suffix(64).reversed() {
            let code = tokens.list[opens[place]].code
            if code == opener {
                tokens.list[opens[place]].partner = tokens.list.count
                opens.removeSubrange(place...)
                return
            }
            if code == Token.Code.hole || code == Token.Code.template { return }
        }
    }

    /// Sets the partner of each closing bracket, which ``match(_:)`` can't set before that token exists.
    static func withPartners(_ tokens: Tokens) -> Tokens {
        var result = tokens
        for (index, token) in tokens.list.enumerated() where token.kind == .open && token.partner >= 0 {
            result.list[token.partner].partner = index
        }
        return result
    }

    // MARK: Holes

    mutating func openHole(_ closer: UInt8, length: Int, count: Int = 1) {
        let start = index
        opens.append(tokens.list.count)
        add(.open, Token.Code.hole, from: start, to: min(start + length, end))
        var mode = Mode(isHole: true, closer: .quote(closer, count: count, hashes: 0))
        mode.token = tokens.list.count - 1
        modes.append(mode)
    }

    mutating func closeHole() {
        guard let mode = modes.popLast() else { return }
        closeBracket(mode.token, code: Token.Code.hole, start: max(index - 1, 0))
        // The text after the hole belongs to the string, so it isn't the first code on its line.
        isFirstOnLine = false
    }

    mutating func closeBracket(_ token: Int, code: UInt8, start: Int) {
        while let last = opens.last, last > token { opens.removeLast() }
        if opens.last == token { opens.removeLast() }
        tokens.list[token].partner = tokens.list.count
        add(.close, code, from: start, to: index)
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d || self == 0x0c }
    /// Whether the byte can be part of a name in most languages.
    var isNamePart: Bool { isASCIILetterOrDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}
