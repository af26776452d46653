import SourceText

extension JSONTokens {
    /// Takes a token without quotes: a number, a literal, a placeholder, or what should have had quotes.
    package mutating func bareToken() -> JSONToken {
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
        // What begins with a delimiter that is no token, such as a backslash, is one byte of garbage.
        if index == start { index += 1 }
        if index > start, byte(at: index) == UInt8(ascii: "\""),
            JSONQuotes.isStructural(bytes, after: index + 1, among: JSONQuotes.afterString)
        {
            return unopenedString(from: start)
        }
        if holdsPlaceholder { return placeholderToken(start..<index) }
        return ellipsis(start..<index) ?? wordToken(start..<index)
    }

    /// Takes a string whose opening quote is missing.
    private mutating func unopenedString(from start: Int) -> JSONToken {
        index += 1
        faults.add(
            .missingQuote,
            start..<start,
            "no quote opens the text that ends at \(faults.place(of: index))",
            "add '\"' here",
            replacement: "\""
        )
        var token = rewritten(JSONUnescaping.text(bytes[start..<index - 1]), start..<index)
        token.holdsPlaceholder = allowsPlaceholders && PlaceholderScan(bytes).occurs(in: start..<index)
        return token
    }

    /// Takes three dots, which stand for what was left out, or for the members of a variable in JavaScript.
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
                : "'\(shown)' stands for what was left out",
            word.count > 3 && isSpread ? "write its members" : "write what belongs there, or remove it"
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
                "the placeholder \(Shown.text(text(range))) is no value of JSON",
                "fill it in, or put it in quotes"
            )
        }
        var token = JSONToken(kind: .placeholder, range: range)
        token.holdsPlaceholder = true
        return token
    }

    /// Whether a token without quotes ends before this byte.
    package func isDelimiter(at index: Int) -> Bool {
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

    /// Lengthens a text without quotes by the words that follow it, up to the next comma, bracket, quote or line.
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

    /// Just past a colon that belongs to a time or an address: `10:00`, `https://`.
    private func colonInText(at position: Int) -> Int? {
        guard byte(at: position) == UInt8(ascii: ":") else { return nil }
        if byte(at: position + 1) == UInt8(ascii: "/"), byte(at: position + 2) == UInt8(ascii: "/") {
            return position + 3
        }
        let isInTime = [position - 1, position + 1].allSatisfy { (0x30...0x39).contains(byte(at: $0)) }
        return isInTime ? position + 1 : nil
    }
}
