import SourceText

/// Words, comments and regular expressions.
extension Lexer {
    func isWordStart(_ byte: UInt8) -> Bool {
        if byte.isASCIILetterOrDigit { return !byte.isASCIIDigit }
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: return true
        case UInt8(ascii: "@"): return dialect == .ruby || dialect == .csharp && peek(1).isNamePart
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "%"),
            UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "!"):
            return dialect == .shell
        default: return false
        }
    }

    func isBlankOrShellSymbol(_ byte: UInt8) -> Bool {
        if byte.isBlank { return true }
        return "\"'`;&|<>(){}$=\\".utf8.contains(byte)
    }

    mutating func readWord() {
        let start = index
        var stop = start + 1
        let first = bytes[start]
        while stop < end, isWordPart(bytes[stop], at: stop) { stop += 1 }
        var content = start..<stop
        let isSigil = first == UInt8(ascii: "$") && dialect != .javascript || first == UInt8(ascii: "@")
        if isSigil, stop > start + 1 { content = (start + 1)..<stop }
        if dialect == .shell, first == UInt8(ascii: "$"), stop == start + 1 { return readShellDollar() }
        if dialect == .powershell, first == UInt8(ascii: "$"), stop == start + 1 {
            // `$(…)` outside a string is code in parentheses.
            return add(.symbol, first, from: start, to: stop)
        }
        if readPrefixedString(content) { return }
        add(.word, 0, from: start, to: stop, content: content)
    }

    private func isWordPart(_ byte: UInt8, at place: Int) -> Bool {
        if byte.isNamePart { return true }
        switch dialect {
        case .shell:
            return !isBlankOrShellSymbol(byte) && bytes[index] != UInt8(ascii: "$")
        case .powershell:
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") {
                return bytes[index] != UInt8(ascii: "$") || byte == UInt8(ascii: ":")
            }
            // A bare address is one word.
            return byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") && hasSlash(before: place)
        case .terraform: return byte == UInt8(ascii: "-")
        case .ruby:
            guard byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else { return false }
            return place + 1 < end && bytes[place + 1] != UInt8(ascii: "=") && !bytes[place + 1].isNamePart
        case .javascript, .markup: return byte == UInt8(ascii: "$")
        default: return false
        }
    }

    private func hasSlash(before place: Int) -> Bool {
        bytes[index..<min(place, index + 12)].contains(UInt8(ascii: "/"))
    }

    /// Reads `${name…}` and `$(…)` in a shell, outside a string.
    private mutating func readShellDollar() {
        let start = index
        if peek(1) == UInt8(ascii: "{") {
            index += 2
            let name = nameRange(at: index)
            skipBraces()
            add(.word, 0, from: start, to: index, content: name)
        } else {
            add(.symbol, UInt8(ascii: "$"), from: start, to: start + 1)
        }
    }

    func nameRange(at start: Int) -> Range<Int> {
        var stop = start
        while stop < end, bytes[stop].isNamePart { stop += 1 }
        return start..<stop
    }

    /// Moves past the brace that closes a shell's `${`, on the same line and within 200 bytes.
    mutating func skipBraces() {
        let limit = min(end, index + 200)
        var depth = 1
        var place = index
        while place < limit, bytes[place] != 0x0a {
            if bytes[place] == UInt8(ascii: "{") { depth += 1 }
            if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
            place += 1
            if depth == 0 { break }
        }
        index = place
    }

    // MARK: Comments

    mutating func readComment(_ byte: UInt8) -> Bool {
        let traits = syntax.traits
        switch byte {
        case UInt8(ascii: "/"):
            if peek(1) == byte, traits.contains(.slashComments) { return readLineComment() }
            if peek(1) == UInt8(ascii: "*"), traits.contains(.blockComments) { return readBlockComment("/*", "*/") }
            return traits.contains(.regex) && readRegex()
        case UInt8(ascii: "#") where traits.contains(.hashComments):
            if dialect == .php, peek(1) == UInt8(ascii: "[") { return false }
            if dialect == .shell, index > 0, !bytes[index - 1].isBlank, bytes[index - 1] != UInt8(ascii: ";") {
                return false
            }
            return readLineComment()
        case UInt8(ascii: "<") where dialect == .powershell && peek(1) == UInt8(ascii: "#"):
            return readBlockComment("<#", "#>")
        case UInt8(ascii: "=") where dialect == .ruby && isFirstOnLine && follows("=begin", at: index):
            return readBlockComment("=begin", "=end")
        case UInt8(ascii: "?") where dialect == .php && peek(1) == UInt8(ascii: ">"):
            skipMarkup()
            return true
        default: return false
        }
    }

    private mutating func readLineComment() -> Bool {
        let start = index
        while index < end, bytes[index] != 0x0a, bytes[index] != 0x0d { index += 1 }
        tokens.comments.append(start..<index)
        return true
    }

    private mutating func readBlockComment(_ opener: StaticString, _ closer: StaticString) -> Bool {
        let start = index
        var depth = 1
        index += 2
        while index < end, depth > 0 {
            if follows(closer, at: index) {
                depth -= 1
                index += closer.utf8CodeUnitCount
            } else if syntax.traits.contains(.nestedComments), follows(opener, at: index) {
                depth += 1
                index += 2
            } else {
                index += 1
            }
        }
        index = min(index, end)
        tokens.comments.append(start..<index)
        return true
    }

    /// Moves to the code that follows PHP's next opening tag.
    mutating func skipMarkup() {
        while index < end, !follows("<?", at: index) { index += 1 }
        guard index < end else { return }
        index += follows("<?php", at: index) ? 5 : 2
        if peek() == UInt8(ascii: "=") { index += 1 }
    }

    // MARK: Regular expressions

    /// Reads a regular expression, if an expression can begin at the current index.
    private mutating func readRegex() -> Bool {
        guard index >= noRegexBefore, canBeginExpression else { return false }
        var place = index + 1
        var isClass = false
        while place < end, bytes[place] != 0x0a, bytes[place] != 0x0d {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\") {
                place += 2
                continue
            }
            if byte == UInt8(ascii: "[") { isClass = true }
            if byte == UInt8(ascii: "]") { isClass = false }
            if byte == UInt8(ascii: "/"), !isClass {
                add(.symbol, UInt8(ascii: "/"), from: index, to: place + 1)
                while index < end, bytes[index].isASCIILetterOrDigit { index += 1 }
                return true
            }
            place += 1
        }
        noRegexBefore = min(place, end)
        return false
    }

    var canBeginExpression: Bool {
        guard let last = tokens.list.last else { return true }
        switch last.kind {
        case .number, .string, .close: return false
        case .symbol, .open: return true
        case .word:
            guard last.content.count <= 10 else { return false }
            let word = String(decoding: bytes[last.content], as: UTF8.self)
            if dialect == .ruby { return peek(1) != 0x20 && index > 0 && bytes[index - 1] == 0x20 }
            return Self.wordsBeforeExpressions.contains(word)
        }
    }

    private static let wordsBeforeExpressions: Set = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "await", "yield", "else", "do",
    ]
}
