extension JSONTokens {
    /// Takes a string in JSON's quotes.
    package mutating func stringToken() -> JSONToken {
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

    /// A string that has begun.
    package struct OpenString {
        /// The opening quote.
        package let start: Int

        /// Where its text is found.
        package var form = JSONRecord.Form.plain

        /// Whether there is a placeholder in it.
        package var holdsPlaceholder = false

        /// A typographic quote that may have been meant as the end, with what may follow one.
        package var curly: Range<Int>?

        /// The quote that closes it after all, where one before it was found to be part of the text.
        package var end: Int?

        /// The first line break in it, and how many faults there were before; nil where it is on one line.
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

    /// Whether a directive of a template stands at a byte, such as `#if` or `{% if`, and templates are allowed.
    private func isDirective(at index: Int) -> Bool {
        guard byte(at: index) == UInt8(ascii: "#") else { return tagEnd(at: index) != nil }
        return allowsPlaceholders && PlaceholderScan(bytes).directiveEnd(at: index) != nil
    }

    /// Finds out what a quote means that has text right behind it.
    ///
    /// Returns: the token that the string turns out to be; nil where the quote closes it, or is part of it.
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

    /// Passes over the quote before an object or array that stands in quotes without escapes.
    private mutating func container(inQuotesFrom start: Int) -> JSONToken {
        faults.add(
            .quotedContainer,
            start..<start + 1,
            "an object or array stands in quotes, and the quotes inside it are not escaped",
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

    /// Whether a member's name in quotes starts at a byte.
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
    /// The token of a string that ends here, its closing quote included.
    package func token(end: Int) -> JSONToken {
        var token = JSONToken(kind: .string, range: start..<end, form: form)
        token.holdsPlaceholder = holdsPlaceholder
        return token
    }
}

extension JSONQuotes {
    /// Whether a byte may follow the closing quote of a string.
    package static func isBlankOrStructural(_ byte: UInt8, isEnd: Bool) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): true
        default: isEnd
        }
    }
}
