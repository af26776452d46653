extension JSONTokens {
    /// Goes on over a line break inside a string, or ends the string before it.
    package mutating func lineBreak(_ string: inout OpenString) -> JSONToken? {
        if string.lineBreak == nil {
            if string.curly != nil || isUnclosed(atLineBreak: index) { return unclosed(string, end: index) }
            string.lineBreak = (index, faults.list.count)
        }
        let start = index
        index += bytes[index] == 0x0D && byte(at: index + 1) == 0x0A ? 2 : 1
        faults.add(
            .controlCharacter,
            start..<index,
            "a line break inside a text, which JSON takes only as an escape",
            "write \\n",
            replacement: bytes[start] == 0x0D ? (index - start == 2 ? "\\r\\n" : "\\r") : "\\n"
        )
        return nil
    }

    /// Whether a string lacks its closing quote, by what stands on the line after it.
    private func isUnclosed(atLineBreak start: Int) -> Bool {
        guard let next = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return true
        }
        if bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: "]") { return true }
        guard bytes[next] == UInt8(ascii: "\"") else { return JSONQuotes.opening(in: bytes, at: next) != nil }
        return !JSONQuotes.isStructural(bytes, after: next + 1, among: JSONQuotes.afterString)
    }

    /// Ends a string that lacks its closing quote, before what was surely not meant as its text.
    package mutating func unclosed(_ string: OpenString, end limit: Int) -> JSONToken {
        if let curly = string.curly { return closedByCurly(string, curly) }
        if let lineBreak = string.lineBreak { faults.removeAll(after: lineBreak.faults) }
        let end = self.end(ofUnclosed: string.start + 1..<(string.lineBreak?.index ?? limit))
        index = end
        faults.add(
            .missingQuote,
            end..<end,
            "the quote that opens at \(faults.place(of: string.start)) is never closed",
            "add '\"' here",
            replacement: "\""
        )
        let text = JSONUnescaping.text(bytes[string.start + 1..<end])
        var token = rewritten(text, string.start..<end)
        token.holdsPlaceholder = string.holdsPlaceholder
        return token
    }

    private func end(ofUnclosed range: Range<Int>) -> Int {
        // A name ends at its colon; a value before the commas and brackets that close the line.
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

    /// Ends a string at a typographic quote.
    package mutating func closedByCurly(_ string: OpenString, _ curly: Range<Int>) -> JSONToken {
        index = curly.upperBound
        faults.add(
            .curlyQuotes,
            curly,
            "a typographic quote closes this text, where JSON takes only a straight one",
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

    /// The first quote that closes a family and has behind it what may follow a string; nil for none on the line.
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
