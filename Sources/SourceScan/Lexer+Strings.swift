import SourceText

/// Strings, their holes, and heredocs.
extension Lexer {
    mutating func readQuote(_ quote: UInt8, _ kind: SourceSyntax.Quote) {
        if syntax.traits.contains(.tripleQuotes), peek(1) == quote, peek(2) == quote, quote != UInt8(ascii: "`"),
            quote == UInt8(ascii: "\"") || dialect == .python || dialect == .dart
        {
            let escape: SourceSyntax.Escape = dialect == .kotlin || dialect == .scala ? .none : .backslash
            return begin(.quote(quote, count: 3, hashes: 0), syntax.tripleHoles, escape, length: 3)
        }
        if index < noStringBefore[quote] ?? 0 { return add(.symbol, quote, from: index, to: index + 1) }
        switch kind {
        case .none: add(.symbol, quote, from: index, to: index + 1)
        case .character: readCharacter(quote)
        case .plain(let escape, let isMultiline):
            begin(.quote(quote, count: 1, hashes: 0), .none, escape, isMultiline: isMultiline)
        case .template(let holes, let escape, let isMultiline):
            begin(.quote(quote, count: 1, hashes: 0), holes, escape, isMultiline: isMultiline)
        }
    }

    private mutating func readCharacter(_ quote: UInt8) {
        var place = index + 1
        if place < end, bytes[place] == UInt8(ascii: "\\") { place += 1 }
        let limit = min(end, place + 10)
        place += 1
        while place < limit, bytes[place] != quote, bytes[place].isNamePart || bytes[place] == UInt8(ascii: "{") {
            // A Rust lifetime, such as `'a`, has no closing quote.
            if bytes[place] < 0x80, bytes[index + 1] != UInt8(ascii: "\\") { break }
            place += 1
        }
        guard place < limit, bytes[place] == quote else { return add(.symbol, quote, from: index, to: index + 1) }
        add(.number, quote, from: index, to: place + 1)
    }

    mutating func begin(
        _ closer: Mode.Closer,
        _ holes: SourceSyntax.Holes,
        _ escape: SourceSyntax.Escape,
        isMultiline: Bool = true,
        length: Int = 1
    ) {
        var mode = Mode(closer: closer, holes: holes, escape: escape, isMultiline: isMultiline)
        mode.token = tokens.list.count
        opens.append(mode.token)
        add(.open, Token.Code.template, from: index, to: min(index + length, end))
        modes.append(mode)
    }

    /// Reads a piece of a string: from the string's start or the end of a hole to the next hole or the string's end.
    mutating func readChunk(_ mode: Mode) {
        let start = index
        var mode = mode
        var isAtLineStart = start > 0 && bytes[start - 1] == 0x0a
        while index < end {
            tokens.steps += 1
            let byte = bytes[index]
            if isAtLineStart || !isLineCloser(mode), let length = closingLength(&mode, byte) {
                let piece = start..<index
                index += length
                return closeString(piece: piece)
            }
            if !mode.isMultiline, byte == 0x0a || byte == 0x0d {
                if isText(mode) { return dropString(mode) }
                return closeString(piece: start..<index)
            }
            isAtLineStart = byte == 0x0a
            if openHole(mode, byte, piece: start..<index) { return }
            index += stepLength(mode, byte)
        }
        index = end
        closeString(piece: min(start, end)..<end)
    }

    /// Whether a quote without a closing quote is an apostrophe in prose, such as the text between the tags of JSX.
    private func isText(_ mode: Mode) -> Bool {
        guard dialect == .javascript || dialect == .markup else { return false }
        return !mode.hasHole
    }

    /// Turns a quote without a closing quote on its line into a symbol, and continues right after the quote.
    private mutating func dropString(_ mode: Mode) {
        modes.removeLast()
        while let last = opens.last, last >= mode.token { opens.removeLast() }
        tokens.list.removeSubrange((mode.token + 1)...)
        tokens.list[mode.token].kind = .symbol
        let start = tokens.list[mode.token].start
        tokens.list[mode.token].code = bytes[start]
        noStringBefore[bytes[start]] = index
        index = start + 1
    }

    private func isLineCloser(_ mode: Mode) -> Bool {
        if case .line = mode.closer { return true }
        return false
    }

    /// The number of bytes to skip for the next character; an escape is one character.
    private func stepLength(_ mode: Mode, _ byte: UInt8) -> Int {
        let next = peek(1)
        switch mode.escape {
        case .backslash where byte == UInt8(ascii: "\\"), .keptBackslash where byte == UInt8(ascii: "\\"):
            return next == 0x0d && peek(2) == 0x0a ? 3 : 2
        case .backtick where byte == UInt8(ascii: "`"), .backtickAndDoubled where byte == UInt8(ascii: "`"): return 2
        case .doubled, .backtickAndDoubled:
            if case .quote(byte, 1, _) = mode.closer, next == byte { return 2 }
        default: break
        }
        switch mode.holes {
        case .brace where byte == UInt8(ascii: "{") && next == byte: return 2
        case .terraform where byte == UInt8(ascii: "$") && next == byte && peek(2) == UInt8(ascii: "{"): return 3
        default: return 1
        }
    }

    /// The length of the string's end at the current byte, or `nil` if the string doesn't end there.
    private func closingLength(_ mode: inout Mode, _ byte: UInt8) -> Int? {
        switch mode.closer {
        case .quote(let quote, let count, let hashes):
            guard byte == quote else { return nil }
            if mode.escape == .doubled || mode.escape == .backtickAndDoubled, count == 1, peek(1) == quote {
                return nil
            }
            for place in 1..<max(count, 1) + hashes where peek(place) != (place < count ? quote : UInt8(ascii: "#")) {
                return nil
            }
            return count + hashes
        case .line(let word, let isIndented): return lineLength(word, isIndented)
        case .words(let word):
            guard byte == word.first else { return nil }
            for (offset, expected) in word.enumerated() where peek(offset) != expected { return nil }
            return word.count
        case .nest(let opener, let closer):
            if byte == opener, opener != closer { mode.depth += 1 }
            guard byte == closer else { return nil }
            mode.depth -= 1
            return mode.depth < 0 ? 1 : nil
        }
    }

    private func lineLength(_ word: [UInt8], _ isIndented: Bool) -> Int? {
        var place = index
        while isIndented, place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
        guard place + word.count <= end else { return nil }
        for (offset, expected) in word.enumerated() where bytes[place + offset] != expected { return nil }
        let stop = place + word.count
        guard stop == end || !bytes[stop].isNamePart || word.last == UInt8(ascii: "@") else { return nil }
        return stop - index
    }

    /// Ends the innermost string.
    ///
    /// A string without holes becomes one token.
    mutating func closeString(piece: Range<Int>) {
        guard let mode = modes.popLast() else { return }
        if mode.hasHole {
            addPiece(piece, mode)
            closeBracket(mode.token, code: Token.Code.template, start: min(piece.upperBound, index))
            return
        }
        while let last = opens.last, last >= mode.token { opens.removeLast() }
        var token = tokens.list[mode.token]
        tokens.list.removeSubrange(mode.token...)
        token.kind = .string
        token.code = 0
        token.escape = mode.escape
        token.content = piece
        token.end = max(index, token.start)
        if case .line = mode.closer { isFirstOnLine = true }
        tokens.list.append(token)
    }

    private mutating func addPiece(_ piece: Range<Int>, _ mode: Mode) {
        guard !piece.isEmpty else { return }
        let after = index
        add(.string, 0, from: piece.lowerBound, to: piece.upperBound)
        tokens.list[tokens.list.count - 1].escape = mode.escape
        index = after
    }

    // MARK: Holes

    private mutating func openHole(_ mode: Mode, _ byte: UInt8, piece: Range<Int>) -> Bool {
        guard let hole = hole(mode, byte) else { return false }
        if let last = modes.indices.last { modes[last].hasHole = true }
        addPiece(piece, mode)
        switch hole {
        case .code(let closer, let length):
            if case .braces(let count) = mode.holes {
                openHole(closer, length: length, count: count)
            } else {
                openHole(closer, length: length)
            }
        case .name(let name, let stop):
            let start = index
            openHole(0, length: name.lowerBound - start)
            add(.word, 0, from: start, to: name.upperBound, content: name)
            index = stop
            closeHole()
        }
        return true
    }

    private enum Hole {
        case code(closer: UInt8, length: Int)
        case name(Range<Int>, end: Int)
    }

    private func hole(_ mode: Mode, _ byte: UInt8) -> Hole? {
        let next = peek(1)
        let brace = UInt8(ascii: "{")
        let dollar = UInt8(ascii: "$")
        switch mode.holes {
        case .none: return nil
        case .dollarBrace: return byte == dollar && next == brace ? .code(closer: UInt8(ascii: "}"), length: 2) : nil
        case .hashBrace:
            return byte == UInt8(ascii: "#") && next == brace ? .code(closer: UInt8(ascii: "}"), length: 2) : nil
        case .brace: return byte == brace && next != brace ? .code(closer: UInt8(ascii: "}"), length: 1) : nil
        case .braces(let count):
            for place in 0..<count where peek(place) != brace { return nil }
            return .code(closer: UInt8(ascii: "}"), length: count)
        case .backslashParenthesis: return swiftHole(mode, byte)
        case .terraform:
            guard byte == dollar || byte == UInt8(ascii: "%"), next == brace else { return nil }
            return .code(closer: UInt8(ascii: "}"), length: 2)
        case .dollarName, .shell:
            if dialect == .php, byte == brace, next == dollar { return .code(closer: UInt8(ascii: "}"), length: 1) }
            guard byte == dollar else { return nil }
            if next == UInt8(ascii: "("), mode.holes == .shell { return .code(closer: UInt8(ascii: ")"), length: 2) }
            if next == brace, dialect != .shell { return .code(closer: UInt8(ascii: "}"), length: 2) }
            if next == brace {
                var copy = self
                copy.index += 2
                let name = copy.nameRange(at: copy.index)
                copy.skipBraces()
                return .name(name, end: copy.index)
            }
            let name = nameRange(at: index + 1)
            return name.isEmpty || bytes[name.lowerBound].isASCIIDigit && dialect != .shell
                ? nil : .name(name, end: name.upperBound)
        }
    }

    private func swiftHole(_ mode: Mode, _ byte: UInt8) -> Hole? {
        guard byte == UInt8(ascii: "\\"), case .quote(_, _, let hashes) = mode.closer else { return nil }
        for place in 0..<hashes where peek(1 + place) != UInt8(ascii: "#") { return nil }
        guard peek(1 + hashes) == UInt8(ascii: "(") else { return nil }
        return .code(closer: UInt8(ascii: ")"), length: 2 + hashes)
    }
}
