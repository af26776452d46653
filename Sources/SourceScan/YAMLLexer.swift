import SourceText

/// Splits YAML into keys, scalars and brackets.
///
/// A key is a word or string before a colon.
struct YAMLLexer {
    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var isFirstOnLine = true
    private var flowDepth = 0
    private var opens: [Int] = []
    private var tokens = Tokens()

    static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> Tokens {
        var lexer = YAMLLexer(bytes: bytes, end: range.upperBound, index: range.lowerBound)
        while lexer.index < lexer.end { lexer.read() }
        lexer.tokens.list = YAMLBlocks.withBrackets(lexer.tokens.list, bytes)
        return Lexer.withPartners(lexer.tokens)
    }

    private init(bytes: [UInt8], end: Int, index: Int) {
        self.bytes = bytes
        self.end = end
        self.index = index
    }

    private func peek(_ distance: Int) -> UInt8 { index + distance < end ? bytes[index + distance] : 0 }

    private mutating func read() {
        tokens.steps += 1
        let byte = bytes[index]
        switch byte {
        case 0x0a, 0x0d:
            isFirstOnLine = true
            index += 1
        case 0x20, 0x09: index += 1
        case UInt8(ascii: "#") where index == 0 || bytes[index - 1].isBlank: readComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(byte)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            flowDepth += 1
            opens.append(tokens.list.count)
            add(.open, byte, index..<(index + 1))
        case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
        case UInt8(ascii: ",") where flowDepth > 0: add(.symbol, byte, index..<(index + 1))
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"):
            let isMark = index + 1 >= end || bytes[index + 1].isBlank || (byte == UInt8(ascii: ":") && flowDepth > 0)
            if isMark { add(.symbol, byte, index..<(index + 1)) } else { readPlain() }
        case UInt8(ascii: "|"), UInt8(ascii: ">"): readBlock()
        default: readPlain()
        }
    }

    private mutating func add(_ kind: Token.Kind, _ code: UInt8, _ range: Range<Int>, content: Range<Int>? = nil) {
        var token = Token(
            kind: kind,
            code: code,
            start: range.lowerBound,
            end: range.upperBound,
            content: content ?? range
        )
        token.isFirstOnLine = isFirstOnLine
        isFirstOnLine = false
        tokens.list.append(token)
        index = range.upperBound
    }

    private mutating func close(_ byte: UInt8) {
        flowDepth = max(0, flowDepth - 1)
        if let last = opens.last, tokens.list[last].code == byte - 2 {
            tokens.list[last].partner = tokens.list.count
            opens.removeLast()
        }
        add(.close, byte, index..<(index + 1))
    }

    private mutating func readComment() {
        let start = index
        while index < end, bytes[index] != 0x0a, bytes[index] != 0x0d { index += 1 }
        tokens.comments.append(start..<index)
    }

    private mutating func readQuoted(_ quote: UInt8) {
        let start = index
        var place = index + 1
        while place < end {
            tokens.steps += 1
            if bytes[place] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 2
            } else if bytes[place] == quote {
                guard quote == UInt8(ascii: "'"), place + 1 < end, bytes[place + 1] == quote else { break }
                place += 2
            } else {
                place += 1
            }
        }
        place = min(place, end)
        add(.string, quote, start..<min(place + 1, end), content: min(start + 1, place)..<place)
        tokens.list[tokens.list.count - 1].escape = quote == UInt8(ascii: "\"") ? .backslash : .doubled
    }

    /// Reads a scalar without quotes, to the end of its line or the next mark.
    private mutating func readPlain() {
        var place = index
        while place < end, bytes[place] != 0x0a, bytes[place] != 0x0d {
            let byte = bytes[place]
            let next = place + 1 < end ? bytes[place + 1] : 0x0a
            if byte == UInt8(ascii: ":"), next.isBlank { break }
            if byte == UInt8(ascii: "#"), place > index, bytes[place - 1].isBlank { break }
            if flowDepth > 0, ",]}".utf8.contains(byte) { break }
            place += 1
        }
        tokens.steps += place - index
        var stop = max(place, index + 1)
        while stop > index + 1, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x09 { stop -= 1 }
        add(.word, 0, index..<stop)
    }

    /// Reads a block scalar: the following lines that are indented deeper than their key.
    private mutating func readBlock() {
        var place = index
        while place < end, bytes[place] != 0x0a { place += 1 }
        let indent = lineIndent(at: lineStart(before: index))
        let start = min(place + 1, end)
        var stop = start
        place = start
        while place < end {
            var lineEnd = place
            while lineEnd < end, bytes[lineEnd] != 0x0a { lineEnd += 1 }
            tokens.steps += lineEnd - place + 1
            let isBlank = bytes[place..<lineEnd].allSatisfy(\.isBlank)
            guard isBlank || lineIndent(at: place) > indent else { break }
            if !isBlank { stop = lineEnd }
            place = min(lineEnd + 1, end)
        }
        guard stop > start else { return add(.symbol, bytes[index], index..<(index + 1)) }
        add(.string, UInt8(ascii: "|"), index..<stop, content: start..<stop)
        index = stop
    }

    private func lineStart(before place: Int) -> Int {
        var start = place
        while start > 0, place - start < 4096, bytes[start - 1] != 0x0a { start -= 1 }
        return start
    }

    private func lineIndent(at start: Int) -> Int {
        var place = start
        while place < end, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "-") { place += 1 }
        return place - start
    }
}
