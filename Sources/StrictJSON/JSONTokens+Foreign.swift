extension JSONTokens {
    /// Takes a string in quotes that JSON does not have.
    package mutating func foreignString(_ quote: JSONQuotes) -> JSONToken {
        let (start, content) = (index, index + quote.length)
        var end = closerInTuple(of: quote.family, from: content) ?? closer(of: quote.family, from: content)
        if end == nil { end = firstQuote(of: quote.family, from: content) }
        let contentEnd = end?.lowerBound ?? endOfLine(from: content)
        index = end?.upperBound ?? contentEnd
        let isEscaped = quote.family == .escaped
        // What stands in escaped quotes is escaped once more.
        let once = JSONUnescaping.text(bytes[content..<contentEnd])
        let text = isEscaped ? JSONUnescaping.text(Array(once.utf8)[...]) : once
        faults.foreignQuotes(quote, self.text(start..<index), around: text, start..<index, isClosed: end != nil)
        var token = rewritten(text, start..<index)
        token.holdsPlaceholder = allowsPlaceholders && PlaceholderScan(bytes).occurs(in: content..<contentEnd)
        return token
    }

    /// The quote that closes a text before the bracket of a tuple; nil where none does.
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
