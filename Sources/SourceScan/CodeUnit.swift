import SourceText

/// A piece of code in one language: a file, a script block, a fenced block, a notebook's cells, or JSON in a string.
struct CodeUnit: Sendable {
    let bytes: [UInt8]
    let language: ScannedLanguage
    let tokens: [Token]
    let comments: [Range<Int>]
    let steps: Int
    /// The text of the file, in which the unit's tokens have their positions.
    let file: DecodedText
    /// The segments of a decoded text, which say where its bytes are in the file; empty if nothing was decoded.
    let segments: [Segment]

    /// A run of a unit's bytes, from the byte `start`, and its offset `origin` in the file.
    struct Segment: Sendable {
        var start: Int
        var origin: Int
        /// Whether each byte of the segment is one byte of the file; otherwise all its bytes have the same place.
        var isPlain = true
    }

    var dialect: Dialect { language.dialect }

    init(file: DecodedText, range: Range<Int>, language: ScannedLanguage) {
        self.init(file: file, bytes: file.bytes, range: range, segments: [], language: language)
    }

    init(file: DecodedText, bytes: [UInt8], from start: Int = 0, segments: [Segment], language: ScannedLanguage) {
        self.init(file: file, bytes: bytes, range: start..<bytes.count, segments: segments, language: language)
    }

    private init(
        file: DecodedText,
        bytes: [UInt8],
        range: Range<Int>,
        segments: [Segment],
        language: ScannedLanguage
    ) {
        let lexed = Lexer.tokens(bytes, range, language.dialect)
        let parted = language.dialect == .python ? Self.withoutDocumentation(lexed) : lexed
        self.file = file
        self.bytes = bytes
        self.segments = segments
        self.language = language
        tokens = parted.list
        comments = parted.comments
        steps = lexed.steps + lexed.list.count
    }

    /// The place of a byte of this unit in the file.
    func position(_ offset: Int) -> Position { file.position(origin(of: offset)) }

    func origin(of offset: Int) -> Int {
        guard !segments.isEmpty else { return offset }
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle } else { high = middle }
        }
        let segment = segments[low]
        return min(segment.isPlain ? segment.origin + max(0, offset - segment.start) : segment.origin, file.bytes.count)
    }

    /// The text of a word or symbol, or the text of a string as it is written.
    func raw(_ index: Int) -> String {
        guard tokens.indices.contains(index) else { return "" }
        return String(decoding: bytes[tokens[index].content], as: UTF8.self)
    }

    /// The text of a word, or an empty string for another token.
    func word(_ index: Int) -> String {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return "" }
        return raw(index)
    }

    /// The value of a string, without escapes.
    func value(_ index: Int) -> String {
        let token = tokens[index]
        return String(decoding: Unescaping.bytes(of: bytes[token.content], token.escape).bytes, as: UTF8.self)
    }

    func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    func isString(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return token.kind == .string
    }

    /// The index of the token that closes a bracket, or the index itself if nothing closes it.
    func closer(_ open: Int) -> Int {
        let partner = tokens[open].partner
        return partner > open ? partner : open
    }

    /// The index just past a token, or past the bracket that it opens.
    func after(_ index: Int) -> Int {
        guard let token = token(index), token.kind == .open, token.partner > index else { return index + 1 }
        return token.partner + 1
    }

    /// Moves Python's documentation strings from the tokens to the comments, because they are prose.
    private static func withoutDocumentation(_ lexed: Tokens) -> Tokens {
        var result = lexed
        result.list = []
        var isRemoved = false
        var shift: [Int] = []
        shift.reserveCapacity(lexed.list.count)
        for (index, token) in lexed.list.enumerated() {
            shift.append(result.list.count)
            let next = index + 1 < lexed.list.count ? lexed.list[index + 1] : nil
            let isAlone = token.kind == .string && token.isFirstOnLine && next?.isFirstOnLine ?? true
            let previous = index > 0 ? lexed.list[index - 1] : nil
            let isStatement = previous?.isSymbol(UInt8(ascii: ":")) ?? true
            if isAlone, isStatement, token.end - token.start > 5 {
                result.comments.append(token.start..<token.end)
                isRemoved = true
            } else {
                result.list.append(token)
            }
        }
        guard isRemoved else { return lexed }
        for index in result.list.indices where result.list[index].partner >= 0 {
            result.list[index].partner = shift[result.list[index].partner]
        }
        result.comments.sort { $0.lowerBound < $1.lowerBound }
        return result
    }
}

/// Decodes the escapes of strings.
enum Unescaping {
    /// Decodes a string's text; for each decoded byte, `offsets` has the byte's index in that text.
    static func bytes(of text: ArraySlice<UInt8>, _ escape: SourceSyntax.Escape) -> (bytes: [UInt8], offsets: [Int]) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        bytes.reserveCapacity(text.count)
        offsets.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            let decoded = next(in: text, &index, escape)
            bytes.append(contentsOf: decoded)
            offsets.append(contentsOf: repeatElement(start, count: decoded.count))
        }
        return (bytes, offsets)
    }

    private static func next(in text: ArraySlice<UInt8>, _ index: inout Int, _ escape: SourceSyntax.Escape) -> [UInt8] {
        let byte = text[index]
        let following = index + 1 < text.endIndex ? text[index + 1] : 0
        index += 1
        switch escape {
        case .backslash where byte == UInt8(ascii: "\\") && index < text.endIndex: return escaped(in: text, &index)
        case .backtick where byte == UInt8(ascii: "`"), .backtickAndDoubled where byte == UInt8(ascii: "`"):
            index = min(index + 1, text.endIndex)
            return [following == UInt8(ascii: "n") ? 0x0a : following == UInt8(ascii: "t") ? 0x09 : following]
        case .doubled where following == byte, .backtickAndDoubled where following == byte:
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { return [byte] }
            index += 1
            return [byte]
        default: return [byte]
        }
    }

    private static func escaped(in text: ArraySlice<UInt8>, _ index: inout Int) -> [UInt8] {
        let byte = text[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0d]
        case 0x0a: return []
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "x"):
            guard var (value, end) = code(in: text, at: index, byte) else { return [UInt8(ascii: "\\"), byte] }
            // JSON and Java write a character outside the first plane as two surrogates.
            if value >> 10 == 0x36, end + 1 < text.endIndex, text[end] == UInt8(ascii: "\\"), text[end + 1] == byte,
                let (low, lowEnd) = code(in: text, at: end + 2, byte), low >> 10 == 0x37
            {
                (value, end) = (0x10000 + (value & 0x3ff) << 10 + low & 0x3ff, lowEnd)
            }
            guard let scalar = Unicode.Scalar(value) else { return [UInt8(ascii: "\\"), byte] }
            index = end
            return Array(String(Character(scalar)).utf8)
        // Most languages keep a backslash that begins no escape.
        case _ where byte.isASCIILetterOrDigit: return [UInt8(ascii: "\\"), byte]
        default: return [byte]
        }
    }

    /// The number of an escape, whose digits may be in braces, and the index just past it.
    private static func code(
        in text: ArraySlice<UInt8>,
        at start: Int,
        _ letter: UInt8
    ) -> (value: UInt32, end: Int)? {
        let isBraced = start < text.endIndex && text[start] == UInt8(ascii: "{")
        let count = isBraced || letter == UInt8(ascii: "U") ? 8 : letter == UInt8(ascii: "u") ? 4 : 2
        let digits = text[(isBraced ? start + 1 : start)...].prefix(count)
            .prefix { Character(Unicode.Scalar($0)).isHexDigit }
        guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
        let end = digits.endIndex
        return (value, isBraced && end < text.endIndex && text[end] == UInt8(ascii: "}") ? end + 1 : end)
    }
}
