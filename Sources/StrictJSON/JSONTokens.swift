/// Splits a text into the tokens of JSON, and reports text that isn't a token.
///
/// Each byte is read a limited number of times, whatever the text.
package struct JSONTokens: Sendable {
    package let bytes: [UInt8]

    /// Whether placeholders are read as values; otherwise, they are faults.
    package let allowsPlaceholders: Bool

    /// The first byte after the tokens taken so far.
    package var index = 0

    package var faults: TextFaults<JSONFaultKind>

    /// The texts of scalars that aren't written as JSON.
    package var texts: [String] = []

    /// The kind of the last token, which distinguishes a name from a value.
    package var last = JSONToken.Kind.comma

    /// The number of open objects and arrays that are in quotes; these quotes are skipped.
    private var quotedContainers = 0

    private var openTuples = 0

    /// Whether a template's directives were skipped.
    package var hasDirectives = false

    /// For each kind of quote, the byte up to which no quote closes a string, so that no bytes are searched twice.
    package var hopeless: [JSONQuotes.Family: Int] = [:]

    package init(_ bytes: [UInt8], origin: TextOrigin, allowsPlaceholders: Bool) {
        self.bytes = bytes
        self.allowsPlaceholders = allowsPlaceholders
        faults = TextFaults<JSONFaultKind>(origin: origin)
    }

    package mutating func next() -> JSONToken {
        let followsDirective = skipBlanks()
        var token = token()
        token.followsDirective = followsDirective
        last = token.kind
        return token
    }

    private mutating func token() -> JSONToken {
        guard index < bytes.count else { return JSONToken(kind: .end, range: bytes.count..<bytes.count) }
        switch bytes[index] {
        case UInt8(ascii: "{"): return isPlaceholder ? bareToken() : punctuation(.openObject)
        case UInt8(ascii: "}"): return punctuation(.closeObject)
        case UInt8(ascii: "["): return punctuation(.openArray)
        case UInt8(ascii: "]"): return punctuation(.closeArray)
        case UInt8(ascii: ":"): return punctuation(.colon)
        case UInt8(ascii: ","): return punctuation(.comma)
        case UInt8(ascii: ";"): return punctuation(.separator)
        case UInt8(ascii: "="): return punctuation(.separator, length: byte(at: index + 1) == UInt8(ascii: ">") ? 2 : 1)
        case UInt8(ascii: "("):
            guard let tuple = tupleToken() else { return bareToken() }
            return tuple
        case UInt8(ascii: ")") where openTuples > 0: return endOfTuple()
        case UInt8(ascii: "\""): return isEndOfQuotedContainer ? afterQuotedContainer() : stringToken()
        default:
            guard let quote = JSONQuotes.opening(in: bytes, at: index) else { return callToken() ?? bareToken() }
            return foreignString(quote)
        }
    }

    private mutating func punctuation(_ kind: JSONToken.Kind, length: Int = 1) -> JSONToken {
        index += length
        return JSONToken(kind: kind, range: index - length..<index)
    }

    private var isPlaceholder: Bool {
        let next = byte(at: index + 1)
        guard next == UInt8(ascii: "{") || next == UInt8(ascii: "!") else { return false }
        return PlaceholderScan(bytes).end(at: index) != nil
    }

    private var isEndOfQuotedContainer: Bool {
        guard quotedContainers > 0, last == .closeObject || last == .closeArray else { return false }
        return JSONQuotes.isStructural(bytes, after: index + 1, among: [.comma, .closeObject, .closeArray, .end])
    }

    private mutating func afterQuotedContainer() -> JSONToken {
        quotedContainers -= 1
        faults.add(
            .quotedContainer,
            index..<index + 1,
            "this quote ends an object or array in quotes",
            "remove it",
            replacement: ""
        )
        index += 1
        _ = skipBlanks()
        return token()
    }

    /// The byte at an index, or 0 past the end of the text.
    package func byte(at index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    package mutating func rewritten(_ text: String, _ range: Range<Int>, as kind: JSONToken.Kind = .string) -> JSONToken
    {
        texts.append(text)
        return JSONToken(kind: kind, range: range, form: .rewritten, text: UInt32(texts.count - 1))
    }
}

// MARK: - Bare

extension JSONTokens {
    /// Takes a token without quotes: a number, a literal, a placeholder, or a text that should be in quotes.
    private mutating func bareToken() -> JSONToken {
        let start = index
        if let end = JSONNumber.end(in: bytes, from: start), isDelimiter(at: end) || tagEnd(at: end) != nil {
            index = end
            return JSONToken(kind: .number, range: start..<end)
        }
        var holdsPlaceholder = false
        while index < bytes.count {
            if index > start, tagEnd(at: index) != nil { break }
            if let end = PlaceholderScan(bytes).end(at: index) {
                holdsPlaceholder = true
                index = end
            } else if isDelimiter(at: index) {
                break
            } else {
                index += 1
            }
        }
        // A delimiter that isn't a token, such as a backslash, is taken as one byte of stray text.
        if index == start { index += 1 }
        if index > start, byte(at: index) == UInt8(ascii: "\""),
            JSONQuotes.isStructural(bytes, after: index + 1, among: JSONQuotes.afterString)
        {
            return unopenedString(from: start)
        }
        if holdsPlaceholder { return placeholderToken(start..<index) }
        return ellipsis(start..<index) ?? wordToken(start..<index)
    }

    private mutating func unopenedString(from start: Int) -> JSONToken {
        index += 1
        faults.add(
            .missingQuote,
            start..<start,
            "the string that ends at \(faults.place(of: index)) has no opening quote",
            "add '\"' at the start of the string",
            replacement: "\""
        )
        var token = rewritten(JSONUnescaping.text(bytes[start..<index - 1]), start..<index)
        token.holdsPlaceholder = allowsPlaceholders && PlaceholderScan(bytes).occurs(in: start..<index)
        return token
    }

    /// Takes three dots; they mean that something was left out, or, in JavaScript, they spread a variable's members.
    private mutating func ellipsis(_ range: Range<Int>) -> JSONToken? {
        guard allowsPlaceholders else { return nil }
        let word = bytes[range]
        let isSpread = word.starts(with: "...".utf8)
        guard isSpread || word.elementsEqual("…".utf8) else { return nil }
        let shown = Shown.text(text(range))
        faults.add(
            .strayText,
            range,
            word.count > 3 && isSpread
                ? "'\(shown)' spreads a variable, which only JavaScript does"
                : "'\(shown)' means that something was left out",
            word.count > 3 && isSpread ? "write the variable's members" : "write the missing part, or remove '\(shown)'"
        )
        var token = rewritten(Shown.leftOut, range, as: .placeholder)
        token.holdsPlaceholder = true
        return token
    }

    private func wordToken(_ range: Range<Int>) -> JSONToken {
        let kind: JSONToken.Kind =
            switch range.count {
            case 4 where bytes[range].elementsEqual("true".utf8): .true
            case 4 where bytes[range].elementsEqual("null".utf8): .null
            case 5 where bytes[range].elementsEqual("false".utf8): .false
            default: .bare
            }
        return JSONToken(kind: kind, range: range)
    }

    private mutating func placeholderToken(_ range: Range<Int>) -> JSONToken {
        if !allowsPlaceholders {
            faults.add(
                .placeholder,
                range,
                "the placeholder \(Shown.text(text(range))) is not a JSON value",
                "replace the placeholder with a value, or put it in quotes"
            )
        }
        var token = JSONToken(kind: .placeholder, range: range)
        token.holdsPlaceholder = true
        return token
    }

    private func isDelimiter(at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        switch bytes[index] {
        case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return true
        case UInt8(ascii: ")"): return openTuples > 0
        case UInt8(ascii: "/"):
            return byte(at: index + 1) == UInt8(ascii: "/") || byte(at: index + 1) == UInt8(ascii: "*")
        case 0xC2: return byte(at: index + 1) == 0xA0 || JSONQuotes.opening(in: bytes, at: index) != nil
        case 0xE2: return JSONQuotes.opening(in: bytes, at: index) != nil
        default: return false
        }
    }

    /// Extends a text without quotes by the words after it, up to a comma, bracket, quote or line break.
    package mutating func extend(_ token: JSONToken) -> JSONToken {
        var end = token.range.upperBound
        var position = end
        while position < bytes.count {
            if bytes[position] == 0x20 {
                position += 1
                continue
            }
            guard !isDelimiter(at: position) || colonInText(at: position) != nil, bytes[position] != UInt8(ascii: "#")
            else { break }
            while true {
                if let end = PlaceholderScan(bytes).end(at: position) {
                    position = end
                } else if let colon = colonInText(at: position) {
                    position = colon
                } else if isDelimiter(at: position) {
                    break
                } else {
                    position += 1
                }
            }
            end = position
        }
        index = end
        return JSONToken(kind: token.kind, range: token.range.lowerBound..<end)
    }

    /// The index just past a colon that is part of a time or an address (`10:00`, `https://`), or `nil` for another
    /// colon.
    private func colonInText(at position: Int) -> Int? {
        guard byte(at: position) == UInt8(ascii: ":") else { return nil }
        if byte(at: position + 1) == UInt8(ascii: "/"), byte(at: position + 2) == UInt8(ascii: "/") {
            return position + 3
        }
        let isInTime = [position - 1, position + 1].allSatisfy { (0x30...0x39).contains(byte(at: $0)) }
        return isInTime ? position + 1 : nil
    }
}

// MARK: - Blanks

extension JSONTokens {
    /// Skips blanks and what counts as blanks: comments, blanks that JSON doesn't allow, and a template's directives.
    ///
    /// - Returns: Whether a template's directive was skipped.
    package mutating func skipBlanks() -> Bool {
        var hasPassedDirective = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            case UInt8(ascii: "/") where [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(byte(at: index + 1)): comment()
            case UInt8(ascii: "#"):
                if directive() {
                    hasPassedDirective = true
                } else if allowsPlaceholders, PlaceholderScan(bytes).end(at: index) != nil {
                    return hasPassedDirective
                } else {
                    comment()
                }
            case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"):
                guard tag() else { return hasPassedDirective }
                hasPassedDirective = true
            case 0x0B, 0x0C, UInt8(ascii: "\\"), 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
                guard strayBlank() else { return hasPassedDirective }
            default: return hasPassedDirective
            }
        }
        return hasPassedDirective
    }

    private mutating func comment() {
        let start = index
        let isBlock = byte(at: index + 1) == UInt8(ascii: "*")
        index += isBlock ? 2 : 1
        while index < bytes.count {
            if isBlock, bytes[index] == UInt8(ascii: "*"), byte(at: index + 1) == UInt8(ascii: "/") { break }
            if !isBlock, bytes[index] == 0x0A || bytes[index] == 0x0D { break }
            index += 1
        }
        let isUnclosed = isBlock && index == bytes.count
        if isBlock { index = min(index + 2, bytes.count) }
        faults.add(
            .comment,
            start..<index,
            isUnclosed ? "a comment that never ends" : "a comment, which JSON does not allow",
            "remove it",
            replacement: ""
        )
    }

    /// Skips a directive or comment of a Velocity template, if templates are allowed.
    private mutating func directive() -> Bool {
        guard allowsPlaceholders, let end = PlaceholderScan(bytes).directiveEnd(at: index) else { return false }
        index = end
        hasDirectives = true
        return true
    }

    /// Skips a tag of a template that has no text of its own in the request, if templates are allowed.
    private mutating func tag() -> Bool {
        guard let end = tagEnd(at: index, where: last == .colon) else { return false }
        index = end
        hasDirectives = true
        return true
    }

    /// The index just past the tag that starts at a byte.
    ///
    /// - Returns: The index, or `nil` if no tag starts there or templates aren't allowed.
    package func tagEnd(at index: Int, where isValue: Bool = false) -> Int? {
        guard allowsPlaceholders else { return nil }
        switch byte(at: index) {
        case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"):
            return PlaceholderScan(bytes).tagEnd(at: index, where: isValue)
        default: return nil
        }
    }

    /// Skips a blank that JSON doesn't allow, or an escape that means a blank.
    private mutating func strayBlank() -> Bool {
        let start = index
        guard let blank = StrayBlank(bytes, at: index) else { return false }
        index += blank.length
        faults.add(
            .strayBlank,
            start..<index,
            "\(blank.name) where JSON allows only spaces, tabs and line breaks",
            blank.isWide ? "write a space" : "remove it",
            replacement: blank.isWide ? " " : ""
        )
        return true
    }
}

/// A blank that JSON doesn't allow.
package struct StrayBlank {
    package let name: String
    package let length: Int

    /// Whether the blank has a width, so that a space must replace it.
    fileprivate let isWide: Bool

    package init?(_ bytes: [UInt8], at index: Int) {
        if bytes[index] == UInt8(ascii: "\\") {
            let letters = [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")]
            guard index + 1 < bytes.count, letters.contains(bytes[index + 1]) else { return nil }
            self.init(name: "'\\\(Character(Unicode.Scalar(bytes[index + 1])))'", length: 2, isWide: true)
            return
        }
        guard
            let length = TextEncoding.length(of: bytes, at: index),
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return nil }
        switch scalar.value {
        case 0xFEFF: self.init(name: "a byte-order mark (U+FEFF)", length: length, isWide: false)
        case 0x200B, 0x200C, 0x200D, 0x2060:
            self.init(name: "an invisible character (\(scalar.codePoint))", length: length, isWide: false)
        case 0xA0, 0x202F: self.init(name: "a no-break space (\(scalar.codePoint))", length: length, isWide: true)
        default:
            guard scalar.properties.isWhitespace else { return nil }
            self.init(name: "another kind of blank (\(scalar.codePoint))", length: length, isWide: true)
        }
    }

    private init(name: String, length: Int, isWide: Bool) {
        self.name = name
        self.length = length
        self.isWide = isWide
    }
}

extension Unicode.Scalar {
    /// The character's number in Unicode's notation: `U+00A0`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

// MARK: - Characters

extension JSONTokens {
    package mutating func escape() {
        let start = index
        let escape = JSONEscape(bytes[...], at: start)
        index += escape.length
        guard let problem = escape.problem else { return }
        faults.add(
            escape.isSurrogate ? .loneSurrogate : .badEscape,
            start..<min(index, bytes.count),
            problem,
            escape.isSurrogate
                ? "write both halves of the pair, or \(escape.replacement), the replacement character"
                : escape.replacement.isEmpty ? "remove it" : "write \(escape.replacement)",
            replacement: escape.replacement
        )
        index = min(index, bytes.count)
    }

    package mutating func controlCharacter() {
        let byte = bytes[index]
        let scalar = Unicode.Scalar(byte)
        let written = String(JSONValue.quoted(String(Character(scalar))).dropFirst().dropLast())
        faults.add(
            .controlCharacter,
            index..<index + 1,
            byte == 0x09
                ? "a tab inside a string, which JSON allows only as an escape"
                : "control character \(scalar.codePoint) inside a string, which JSON allows only as an escape",
            "write \(written)",
            replacement: written
        )
        index += 1
    }

    /// Skips a non-ASCII character inside a string.
    private mutating func wideCharacter(_ string: inout OpenString) {
        guard let length = TextEncoding.length(of: bytes, at: index) else { return notUTF8() }
        let isQuote = JSONQuotes.closing(.double, in: bytes, at: index) != nil
        if isQuote, string.curly == nil, string.lineBreak == nil,
            JSONQuotes.isStructural(bytes, after: index + length, among: JSONQuotes.afterString)
        {
            string.curly = index..<index + length
        }
        index += length
    }

    /// Skips bytes that aren't UTF-8.
    private mutating func notUTF8() {
        let start = index
        repeat { index += 1 } while index < bytes.count && TextEncoding.length(of: bytes, at: index) == nil
        let digits = String(bytes[start], radix: 16, uppercase: true)
        faults.add(
            .invalidUTF8,
            start..<index,
            "byte 0x\(digits) is not valid in UTF-8, the encoding of JSON",
            "save the text as UTF-8",
            replacement: "\u{FFFD}"
        )
    }
}

// MARK: - Ends

extension JSONTokens {
    /// Skips a line break inside a string, or ends the string before it.
    private mutating func lineBreak(_ string: inout OpenString) -> JSONToken? {
        if string.lineBreak == nil {
            if string.curly != nil || isUnclosed(atLineBreak: index) { return unclosed(string, end: index) }
            string.lineBreak = (index, faults.list.count)
        }
        let start = index
        index += bytes[index] == 0x0D && byte(at: index + 1) == 0x0A ? 2 : 1
        faults.add(
            .controlCharacter,
            start..<index,
            "a line break inside a string, which JSON allows only as an escape",
            "write \\n",
            replacement: bytes[start] == 0x0D ? (index - start == 2 ? "\\r\\n" : "\\r") : "\\n"
        )
        return nil
    }

    /// Whether a string lacks its closing quote, judging by the text after the line break.
    private func isUnclosed(atLineBreak start: Int) -> Bool {
        guard let next = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return true
        }
        if bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: "]") { return true }
        guard bytes[next] == UInt8(ascii: "\"") else { return JSONQuotes.opening(in: bytes, at: next) != nil }
        return !JSONQuotes.isStructural(bytes, after: next + 1, among: JSONQuotes.afterString)
    }

    /// Ends a string that has no closing quote, just before the part that certainly isn't text of the string.
    private mutating func unclosed(_ string: OpenString, end limit: Int) -> JSONToken {
        if let curly = string.curly { return closedByCurly(string, curly) }
        if let lineBreak = string.lineBreak { faults.removeAll(after: lineBreak.faults) }
        let end = self.end(ofUnclosed: string.start + 1..<(string.lineBreak?.index ?? limit))
        index = end
        faults.add(
            .missingQuote,
            end..<end,
            "the quote that opens at \(faults.place(of: string.start)) is never closed",
            "add '\"' at the end of the string",
            replacement: "\""
        )
        let text = JSONUnescaping.text(bytes[string.start + 1..<end])
        var token = rewritten(text, string.start..<end)
        token.holdsPlaceholder = string.holdsPlaceholder
        return token
    }

    private func end(ofUnclosed range: Range<Int>) -> Int {
        // A name ends at its colon. A value ends before the commas and brackets at the end of the line.
        if last != .colon, let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")), colon > range.lowerBound {
            return colon
        }
        var end = range.upperBound
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        let closers: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        var kept = end
        while end > range.lowerBound, blanks.contains(bytes[end - 1]) || closers.contains(bytes[end - 1]) {
            end -= 1
            kept = end
        }
        return kept
    }

    private mutating func closedByCurly(_ string: OpenString, _ curly: Range<Int>) -> JSONToken {
        index = curly.upperBound
        faults.add(
            .curlyQuotes,
            curly,
            "a typographic quote closes this string, where JSON allows only a straight one",
            "write '\"'",
            replacement: "\""
        )
        var token = rewritten(
            JSONUnescaping.text(bytes[string.start + 1..<curly.lowerBound]),
            string.start..<curly.upperBound
        )
        token.holdsPlaceholder = string.holdsPlaceholder
        return token
    }

    /// The first quote on the line that closes a family and that a token which may follow a string comes after.
    ///
    /// - Returns: The range of the quote, or `nil` if there is no such quote.
    package mutating func closer(of family: JSONQuotes.Family, from start: Int) -> Range<Int>? {
        guard start >= hopeless[family] ?? 0 else { return nil }
        var position = start
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
            if let length = JSONQuotes.closing(family, in: bytes, at: position) {
                if JSONQuotes.isStructural(bytes, after: position + length, among: JSONQuotes.afterString) {
                    return position..<position + length
                }
                position += length
            } else {
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        hopeless[family] = position
        return nil
    }
}

// MARK: - Foreign

extension JSONTokens {
    /// Takes a string in quotes that JSON doesn't allow.
    private mutating func foreignString(_ quote: JSONQuotes) -> JSONToken {
        let (start, content) = (index, index + quote.length)
        var end = closerInTuple(of: quote.family, from: content) ?? closer(of: quote.family, from: content)
        if end == nil { end = firstQuote(of: quote.family, from: content) }
        let contentEnd = end?.lowerBound ?? endOfLine(from: content)
        index = end?.upperBound ?? contentEnd
        let isEscaped = quote.family == .escaped
        // A text in escaped quotes is escaped twice.
        let once = JSONUnescaping.text(bytes[content..<contentEnd])
        let text = isEscaped ? JSONUnescaping.text(Array(once.utf8)[...]) : once
        faults.foreignQuotes(quote, self.text(start..<index), around: text, start..<index, isClosed: end != nil)
        var token = rewritten(text, start..<index)
        token.holdsPlaceholder = allowsPlaceholders && PlaceholderScan(bytes).occurs(in: content..<contentEnd)
        return token
    }

    /// The quote that closes a string right before a tuple's closing bracket, or `nil` if there is none.
    private func closerInTuple(of family: JSONQuotes.Family, from start: Int) -> Range<Int>? {
        guard openTuples > 0, let quote = firstQuote(of: family, from: start) else { return nil }
        let next = bytes[quote.upperBound...].first { $0 != 0x20 }
        return next == UInt8(ascii: ")") ? quote : nil
    }

    private func firstQuote(of family: JSONQuotes.Family, from start: Int) -> Range<Int>? {
        var position = start
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
            if let length = JSONQuotes.closing(family, in: bytes, at: position) { return position..<position + length }
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func endOfLine(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let dropped: [UInt8] = [0x20, 0x09, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        while end > start, dropped.contains(bytes[end - 1]) { end -= 1 }
        return end
    }
}

// MARK: - Programs

extension JSONTokens {
    /// Whether a value is allowed at this place, so that a program's expression is meant as a value.
    private var mayBeValue: Bool {
        switch last {
        case .colon, .openArray: true
        case .separator: index > 0 && bytes[index - 1] != UInt8(ascii: ";")
        case .comma: openTuples > 0
        default: false
        }
    }

    /// Takes the bracket that opens a Python tuple such as `('a', 'b')`; in JSON, a tuple is an array.
    private mutating func tupleToken() -> JSONToken? {
        guard mayBeValue, let end = endOfBrackets(from: index), holdsComma(index..<end) else { return nil }
        faults.add(
            .foreignLiteral,
            index..<index + 1,
            "a tuple, which only Python has",
            "write an array, between '[' and ']'"
        )
        openTuples += 1
        index += 1
        return JSONToken(kind: .openArray, range: index - 1..<index)
    }

    private mutating func endOfTuple() -> JSONToken {
        openTuples -= 1
        index += 1
        return JSONToken(kind: .closeArray, range: index - 1..<index)
    }

    /// Takes a program's function call in the place of a value, such as `datetime.date(2026, 1, 1)` or `new Date()`.
    private mutating func callToken() -> JSONToken? {
        guard allowsPlaceholders, mayBeValue, bytes[index].isASCIILetterOrDigit || bytes[index] == UInt8(ascii: "_"),
            !(0x30...0x39).contains(bytes[index])
        else { return nil }
        var open = index
        if bytes[open...].starts(with: "new ".utf8) { open += 4 }
        while open < bytes.count, bytes[open].isASCIILetterOrDigit || "_.".utf8.contains(bytes[open]) { open += 1 }
        guard open < bytes.count, bytes[open] == UInt8(ascii: "("), let end = endOfBrackets(from: open) else {
            return nil
        }
        let range = index..<end
        let shown = Shown.text(text(range))
        faults.add(
            .foreignLiteral,
            range,
            "'\(shown)' is a function call; JSON has only values",
            "write the value that it returns"
        )
        index = end
        var token = rewritten(JSONValue.quoted("<\(text(range))>"), range, as: .placeholder)
        token.holdsPlaceholder = true
        return token
    }

    /// The index just past the matching closing bracket, or `nil` if there is none nearby.
    private func endOfBrackets(from start: Int) -> Int? {
        var (depth, quote, position): (Int, UInt8?, Int) = (0, nil, start)
        let limit = min(bytes.count, start + 2000)
        while position < limit {
            let byte = bytes[position]
            if let open = quote {
                if byte == UInt8(ascii: "\\") { position += 1 } else if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"):
                    depth -= 1
                    if depth == 0 { return position + 1 }
                default: break
                }
            }
            position += 1
        }
        return nil
    }

    private func holdsComma(_ range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: ",")) }
}

// MARK: - Strings

extension JSONTokens {
    private mutating func stringToken() -> JSONToken {
        var string = OpenString(start: index)
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                if let token = closingQuote(&string) { return token }
            case UInt8(ascii: "\\"):
                string.form = .escaped
                escape()
            case 0x0A, 0x0D:
                if let token = lineBreak(&string) { return token }
            case 0..<0x20: controlCharacter()
            case 0x80...: wideCharacter(&string)
            case UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
                UInt8(ascii: "<"):
                placeholder(in: &string)
            default: index += 1
            }
        }
        return unclosed(string, end: index)
    }

    /// A string whose end hasn't been found yet.
    package struct OpenString {
        /// The index of the opening quote.
        package let start: Int

        package var form = JSONRecord.Form.plain
        package var holdsPlaceholder = false

        /// A typographic quote that may have been meant as the closing quote, judging by the text after it.
        package var curly: Range<Int>?

        /// The real closing quote, if a quote before it turned out to be part of the text.
        package var end: Int?

        /// The first line break in the string, with the number of faults before it, or `nil` if the string is on one
        /// line.
        package var lineBreak: (index: Int, faults: Int)?
    }

    private mutating func closingQuote(_ string: inout OpenString) -> JSONToken? {
        let quote = index
        if let end = string.end, quote < end {
            faults.unescapedQuote(at: quote)
            index += 1
            return nil
        }
        let isClose =
            quote == string.end
            || JSONQuotes.isBlankOrStructural(byte(at: quote + 1), isEnd: quote + 1 >= bytes.count)
            || isDirective(at: quote + 1) || openTuples > 0 && byte(at: quote + 1) == UInt8(ascii: ")")
        if !isClose, let token = suspectQuote(&string) { return token }
        if string.end.map({ quote < $0 }) ?? false { return closingQuote(&string) }
        index = quote + 1
        return string.token(end: index)
    }

    /// Whether a template's directive starts at a byte, such as `#if` or `{% if`, and templates are allowed.
    private func isDirective(at index: Int) -> Bool {
        guard byte(at: index) == UInt8(ascii: "#") else { return tagEnd(at: index) != nil }
        return allowsPlaceholders && PlaceholderScan(bytes).directiveEnd(at: index) != nil
    }

    /// Decides the meaning of a quote that has text right after it.
    ///
    /// - Returns: The token of the string, or `nil` if the caller must decide: the quote closes the string, or is part
    ///   of it.
    private mutating func suspectQuote(_ string: inout OpenString) -> JSONToken? {
        if let curly = string.curly { return closedByCurly(string, curly) }
        let content = bytes[string.start + 1..<index]
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        if let last = content.lastIndex(where: { !isBlank($0) }) {
            let isOpening = content[last] == UInt8(ascii: "{") || content[last] == UInt8(ascii: "[")
            if isOpening, content[..<last].allSatisfy(isBlank) { return container(inQuotesFrom: string.start) }
            if content[last] == UInt8(ascii: ","), startsName(at: index) { return unclosed(string, end: last) }
        }
        string.end = closer(of: .straight, from: index + 1)?.lowerBound
        return nil
    }

    /// Skips the quote before an object or array that is in quotes, with no escapes inside.
    private mutating func container(inQuotesFrom start: Int) -> JSONToken {
        faults.add(
            .quotedContainer,
            start..<start + 1,
            "an object or array is in quotes, and the quotes inside it are not escaped",
            "remove the quotes around it",
            replacement: ""
        )
        quotedContainers += 1
        index = start + 1
        _ = skipBlanks()
        index += 1
        let isObject = bytes[index - 1] == UInt8(ascii: "{")
        return JSONToken(kind: isObject ? .openObject : .openArray, range: index - 1..<index)
    }

    /// Whether a member's quoted name starts at a byte.
    private func startsName(at start: Int) -> Bool {
        let limit = min(bytes.count, start + 256)
        guard let end = bytes[(start + 1)..<max(limit, start + 1)].firstIndex(of: UInt8(ascii: "\"")) else {
            return false
        }
        return JSONQuotes.isStructural(bytes, after: end + 1, among: [.colon])
    }

    private mutating func placeholder(in string: inout OpenString) {
        guard allowsPlaceholders else {
            index += 1
            return
        }
        guard let end = PlaceholderScan(bytes).endInString(at: index) else {
            index += 1
            return
        }
        string.holdsPlaceholder = true
        index = end
    }
}

extension JSONTokens.OpenString {
    /// The token of the string, up to and including its closing quote.
    package func token(end: Int) -> JSONToken {
        var token = JSONToken(kind: .string, range: start..<end, form: form)
        token.holdsPlaceholder = holdsPlaceholder
        return token
    }
}

extension JSONQuotes {
    fileprivate static func isBlankOrStructural(_ byte: UInt8, isEnd: Bool) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): true
        default: isEnd
        }
    }
}

// MARK: - Texts

extension JSONTokens {
    /// The text of a scalar: for a string, with escapes resolved; for any other scalar, as written.
    package func text(of record: JSONRecord) -> String {
        let range = Int(record.start)..<Int(record.end)
        if record.holdsPlaceholder, record.kind == .string, record.form != .rewritten {
            return JSONUnescaping.template(bytes, range.lowerBound + 1..<range.upperBound - 1)
        }
        return switch record.form {
        case .rewritten: texts[Int(record.link)]
        case .plain where record.kind == .string: text(range.lowerBound + 1..<range.upperBound - 1)
        case .escaped: JSONUnescaping.text(bytes[range.lowerBound + 1..<range.upperBound - 1])
        default: text(range)
        }
    }

    /// Whether a scalar has the given text; if possible, the bytes are compared, without making a string.
    package func isText(_ text: String, of record: JSONRecord) -> Bool {
        guard let bytes = bytesOfText(record) else { return self.text(of: record) == text }
        if bytes.elementsEqual(text.utf8) { return true }
        // One side may be in another Unicode normalization form.
        guard bytes.contains(where: { $0 >= 0x80 }), text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        return String(decoding: bytes, as: UTF8.self) == text
    }

    /// Whether the text of a scalar contains a word; if possible, the bytes are searched, without making a string.
    package func contains(_ word: [UInt8], in record: JSONRecord) -> Bool {
        guard record.end - record.start >= word.count || record.form == .rewritten else { return false }
        guard let bytes = bytesOfText(record) else { return Array(text(of: record).utf8).holds(word) }
        return bytes.holds(word)
    }

    /// The bytes of a scalar's text, or `nil` if the text differs from the bytes, as with escapes.
    private func bytesOfText(_ record: JSONRecord) -> ArraySlice<UInt8>? {
        guard record.form == .plain, !record.holdsPlaceholder else { return nil }
        let edge = record.kind == .string ? 1 : 0
        return bytes[Int(record.start) + edge..<Int(record.end) - edge]
    }
}
