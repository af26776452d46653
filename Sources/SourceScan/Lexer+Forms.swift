import SourceText

/// The forms of strings that only one or two languages have.
extension Lexer {
    /// Reads a string that begins with a symbol, such as `@"` or `#"`.
    mutating func readSpecialString(_ byte: UInt8) -> Bool {
        switch (dialect, byte) {
        case (.csharp, UInt8(ascii: "@")), (.csharp, UInt8(ascii: "$")), (.csharp, UInt8(ascii: "\"")):
            return readCSharp()
        case (.swift, UInt8(ascii: "#")): return readHashed()
        case (.powershell, UInt8(ascii: "@")): return readHereString()
        case (.ruby, UInt8(ascii: "%")): return readPercent()
        case (.shell, UInt8(ascii: "$")) where peek(1) == UInt8(ascii: "'"):
            begin(.quote(UInt8(ascii: "'"), count: 1, hashes: 0), .none, .backslash, length: 2)
            return true
        case (.shell, UInt8(ascii: "\\")):
            // A backslash before a line's end joins two lines.
            index = min(end, index + (peek(1) == 0x0d && peek(2) == 0x0a ? 3 : 2))
            return true
        case (_, UInt8(ascii: "<")) where peek(1) == byte: return noteHeredoc()
        default: return false
        }
    }

    /// Reads a string that follows a word without a blank, such as Python's `rb"…"`.
    ///
    /// `name` is the word.
    mutating func readPrefixedString(_ name: Range<Int>) -> Bool {
        let quote = name.upperBound < end ? bytes[name.upperBound] : 0
        guard name.count <= 3 else { return false }
        let word = bytes[name].map { $0 | 0x20 }
        switch dialect {
        case .python where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
            guard word.allSatisfy("rbfut".utf8.contains) else { return false }
            readPython(quote, isRaw: word.contains(UInt8(ascii: "r")), isFormat: word.contains(UInt8(ascii: "f")))
            return true
        case .dart where (quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")) && word == [UInt8(ascii: "r")]:
            index += 1
            begin(.quote(quote, count: 1, hashes: 0), .none, .none, isMultiline: false)
            return true
        case .rust where quote == UInt8(ascii: "#") || quote == UInt8(ascii: "\""):
            guard word.last == UInt8(ascii: "r") else { return false }
            index = name.upperBound
            if readHashed(holes: .none) { return true }
            index = name.lowerBound
            return false
        case .cFamily where quote == UInt8(ascii: "\"") && word.last == UInt8(ascii: "r"): return readDelimited(name)
        default: return false
        }
    }

    private mutating func readPython(_ quote: UInt8, isRaw: Bool, isFormat: Bool) {
        while bytes[index] != quote { index += 1 }
        let isTriple = peek(1) == quote && peek(2) == quote
        begin(
            .quote(quote, count: isTriple ? 3 : 1, hashes: 0),
            isFormat ? .brace : .none,
            isRaw ? .keptBackslash : .backslash,
            isMultiline: isTriple,
            length: isTriple ? 3 : 1
        )
    }

    private mutating func readCSharp() -> Bool {
        let start = index
        var stop = index
        var (isVerbatim, dollars) = (false, 0)
        while stop < end, stop < start + 8, bytes[stop] == UInt8(ascii: "@") || bytes[stop] == UInt8(ascii: "$") {
            if bytes[stop] == UInt8(ascii: "@") { isVerbatim = true } else { dollars += 1 }
            stop += 1
        }
        let quote = UInt8(ascii: "\"")
        var count = 0
        while stop + count < end, bytes[stop + count] == quote { count += 1 }
        guard count > 0 else { return false }
        let holes: SourceSyntax.Holes = dollars == 0 ? .none : dollars == 1 ? .brace : .braces(dollars)
        if count >= 3, !isVerbatim {
            begin(.quote(quote, count: count, hashes: 0), holes, .none, length: stop - start + count)
        } else {
            begin(
                .quote(quote, count: 1, hashes: 0),
                holes,
                isVerbatim ? .doubled : .backslash,
                isMultiline: isVerbatim,
                length: stop - start + 1
            )
        }
        return true
    }

    /// Reads `#"…"#` of Swift, or of Rust after its `r`.
    private mutating func readHashed(holes: SourceSyntax.Holes = .backslashParenthesis) -> Bool {
        let quote = UInt8(ascii: "\"")
        var hashes = 0
        while hashes < 32, peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
        guard peek(hashes) == quote else { return false }
        let isTriple = dialect == .swift && peek(hashes + 1) == quote && peek(hashes + 2) == quote
        let count = isTriple ? 3 : 1
        begin(.quote(quote, count: count, hashes: hashes), holes, .none, length: hashes + count)
        return true
    }

    /// Reads `R"name(…)name"` of C++.
    private mutating func readDelimited(_ name: Range<Int>) -> Bool {
        let start = name.upperBound + 1
        var stop = start
        while stop < end, stop < start + 17, bytes[stop] != UInt8(ascii: "(") { stop += 1 }
        guard stop < end, bytes[stop] == UInt8(ascii: "(") else { return false }
        let closer = [UInt8(ascii: ")")] + bytes[start..<stop] + [UInt8(ascii: "\"")]
        begin(.words(closer), .none, .none, length: stop + 1 - index)
        return true
    }

    private mutating func readHereString() -> Bool {
        let quote = peek(1)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
        var stop = index + 2
        while stop < end, bytes[stop] == 0x20 || bytes[stop] == 0x09 || bytes[stop] == 0x0d { stop += 1 }
        guard stop < end, bytes[stop] == 0x0a else { return false }
        let holes: SourceSyntax.Holes = quote == UInt8(ascii: "'") ? .none : .shell
        let escape: SourceSyntax.Escape = quote == UInt8(ascii: "'") ? .none : .backtick
        begin(.line([quote, UInt8(ascii: "@")], isIndented: false), holes, escape, length: stop + 1 - index)
        return true
    }

    /// Reads `%w[…]`, `%q(…)`, `%Q{…}` and `%(…)` of Ruby.
    private mutating func readPercent() -> Bool {
        guard canBeginExpression else { return false }
        let letter = peek(1)
        let hasLetter = "wWiIqQ".utf8.contains(letter)
        let opener = peek(hasLetter ? 2 : 1)
        let pairs: [UInt8: UInt8] = [
            UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"),
            UInt8(ascii: "{"): UInt8(ascii: "}"), UInt8(ascii: "<"): UInt8(ascii: ">"),
        ]
        guard let closer = pairs[opener] ?? (hasLetter && "|!/".utf8.contains(opener) ? opener : nil) else {
            return false
        }
        let isRaw = letter == UInt8(ascii: "q") || letter == UInt8(ascii: "w") || letter == UInt8(ascii: "i")
        begin(.nest(opener, closer), isRaw ? .none : .hashBrace, .backslash, length: hasLetter ? 3 : 2)
        return true
    }

    // MARK: Heredocs

    /// Notes a heredoc, whose text begins on the next line.
    private mutating func noteHeredoc() -> Bool {
        var place = index + 2
        switch dialect {
        case .php where peek(2) == UInt8(ascii: "<"): place += 1
        case .shell where peek(2) != UInt8(ascii: "<"): break
        case .ruby, .terraform: break
        default: return false
        }
        var isIndented = dialect == .php
        if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "~") {
            isIndented = true
            place += 1
        }
        while dialect != .ruby, place < end, bytes[place] == 0x20 { place += 1 }
        let quote =
            place < end && (bytes[place] == UInt8(ascii: "'") || bytes[place] == UInt8(ascii: "\"")) ? bytes[place] : 0
        let name = nameRange(at: place + (quote == 0 ? 0 : 1))
        guard let first = bytes[name].first, !first.isASCIIDigit else { return false }
        if dialect == .ruby, quote == 0, first & 0x20 != 0 { return false }
        let isRaw = quote == UInt8(ascii: "'") || dialect == .shell && quote != 0
        let mode = Mode(
            closer: .line(Array(bytes[name]), isIndented: isIndented),
            holes: isRaw ? .none : heredocHoles,
            escape: isRaw || dialect == .terraform ? .none : .backslash
        )
        heredocs.append(mode)
        add(.symbol, UInt8(ascii: "<"), from: index, to: min(end, name.upperBound + (quote == 0 ? 0 : 1)))
        return true
    }

    private var heredocHoles: SourceSyntax.Holes {
        switch dialect {
        case .php: .dollarName
        case .ruby: .hashBrace
        case .terraform: .terraform
        default: .shell
        }
    }

    /// Begins the text of the first heredoc that was noted.
    mutating func beginHeredoc() {
        guard !heredocs.isEmpty, index < end else { return }
        let mode = heredocs.removeFirst()
        begin(mode.closer, mode.holes, mode.escape, length: 0)
    }
}
