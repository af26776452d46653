import SourceText

/// Takes a text apart into the tokens of JSON, and reports what is no token.
///
/// Every byte is looked at a bounded number of times, whatever the text.
package struct JSONTokens: Sendable {
    /// The text in UTF-8.
    package let bytes: [UInt8]

    /// Whether placeholders are values, or faults.
    package let allowsPlaceholders: Bool

    /// The first byte that is in no token yet.
    package var index = 0

    /// The faults so far.
    package var faults: JSONFaults

    /// The texts of strings that are not written as JSON.
    package var texts: [String] = []

    /// The kind of the last token, which tells a name from a value.
    package var last = JSONToken.Kind.comma

    /// How many objects and arrays stand in quotes that had to be passed over.
    package var quotedContainers = 0

    /// The tuples of Python that are not closed yet.
    var openTuples = 0

    /// Whether a template's directives have been passed over.
    package var hasDirectives = false

    /// Up to where no quote closes a string, by the kind of quote, so that nobody looks twice.
    package var hopeless: [JSONQuotes.Family: Int] = [:]

    package init(_ bytes: [UInt8], origin: TextOrigin, allowsPlaceholders: Bool) {
        self.bytes = bytes
        self.allowsPlaceholders = allowsPlaceholders
        faults = JSONFaults(origin: origin)
    }

    /// Takes the next token.
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

    /// Whether the quote here belongs to an object that stands in quotes.
    private var isEndOfQuotedContainer: Bool {
        guard quotedContainers > 0, last == .closeObject || last == .closeArray else { return false }
        return JSONQuotes.isStructural(bytes, after: index + 1, among: [.comma, .closeObject, .closeArray, .end])
    }

    private mutating func afterQuotedContainer() -> JSONToken {
        quotedContainers -= 1
        faults.add(
            .quotedContainer,
            index..<index + 1,
            "this quote ends the quotes around an object or array",
            "remove it",
            replacement: ""
        )
        index += 1
        _ = skipBlanks()
        return token()
    }

    /// A byte of the text; 0 behind its end.
    package func byte(at index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    /// A piece of the text.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Makes a string token with a text of its own.
    package mutating func rewritten(_ text: String, _ range: Range<Int>, as kind: JSONToken.Kind = .string) -> JSONToken
    {
        texts.append(text)
        return JSONToken(kind: kind, range: range, form: .rewritten, text: UInt32(texts.count - 1))
    }
}
