extension JSONTokens {
    /// Takes a token without quotes: a number, a literal, a placeholder, or what should have had quotes.
    mutating func bareToken() -> JSONToken {
        let start = index
        if let end = JSONNumber.end(in: bytes, from: start), isDelimiter(at: end) {
            index = end
            return JSONToken(kind: .number, range: start..<end)
        }
        var holdsPlaceholder = false
        while index < bytes.count {
            if let end = PlaceholderScan(bytes).end(at: index) {
                holdsPlaceholder = true
                index = end
            } else if isDelimiter(at: index) {
                break
            } else {
                index += 1
            }
        }
        // What begins with a delimiter that is no token, such as a backslash, is one byte of garbage.
        if index == start { index += 1 }
        if holdsPlaceholder { return placeholderToken(start..<index) }
        return wordToken(start..<index)
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
                "the placeholder \(Shown.text(text(range))) is no value of JSON",
                "fill it in, or put it in quotes"
            )
        }
        var token = JSONToken(kind: .placeholder, range: range)
        token.holdsPlaceholder = true
        return token
    }

    /// Whether a token without quotes ends before this byte.
    func isDelimiter(at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        switch bytes[index] {
        case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return true
        case UInt8(ascii: "/"):
            return byte(at: index + 1) == UInt8(ascii: "/") || byte(at: index + 1) == UInt8(ascii: "*")
        case 0xC2: return byte(at: index + 1) == 0xA0 || JSONQuotes.opening(in: bytes, at: index) != nil
        case 0xE2: return JSONQuotes.opening(in: bytes, at: index) != nil
        default: return false
        }
    }

    /// Lengthens a text without quotes by the words that follow it, up to the next comma, bracket, quote or line.
    mutating func extend(_ token: JSONToken) -> JSONToken {
        var end = token.range.upperBound
        var position = end
        while position < bytes.count {
            if bytes[position] == 0x20 {
                position += 1
                continue
            }
            guard !isDelimiter(at: position), bytes[position] != UInt8(ascii: "#") else { break }
            while true {
                if let end = PlaceholderScan(bytes).end(at: position) {
                    position = end
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

    /// Takes a string in quotes that JSON does not have.
    mutating func foreignString(_ quote: JSONQuotes) -> JSONToken {
        let (start, content) = (index, index + quote.length)
        var end = closer(of: quote.family, from: content)
        if end == nil { end = firstQuote(of: quote.family, from: content) }
        let contentEnd = end?.lowerBound ?? endOfLine(from: content)
        index = end?.upperBound ?? contentEnd
        let isEscaped = quote.family == .escaped
        // What stands in escaped quotes is escaped once more.
        let once = JSONUnescaping.text(bytes[content..<contentEnd])
        let text = isEscaped ? JSONUnescaping.text(Array(once.utf8)[...]) : once
        faults.foreignQuotes(quote, self.text(start..<index), around: text, start..<index, isClosed: end != nil)
        var token = rewritten(text, start..<index)
        token.holdsPlaceholder =
            allowsPlaceholders && (content..<contentEnd).contains { PlaceholderScan(bytes).end(at: $0) != nil }
        return token
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
