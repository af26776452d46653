/// A text that should be JSON, read as strictly as RFC 8259 has it, and as far as it can be guessed.
///
/// The tree is what was most probably meant, so that more can be checked than the first fault. It never changes. Its
/// nodes lie in one array, so that a large document is few allocations.
public final class JSONDocument: Sendable {
    /// What is wrong with the text, from top to bottom; at most a thousand faults.
    public let faults: [JSONFault]

    /// Whether a template's directives stand in the text, such as `#if`, so that parts of it may be left out.
    ///
    /// The tree then holds the parts of all branches, and cannot be written in place of the text.
    public let hasDirectives: Bool

    /// The nodes in order of writing.
    package let records: ContiguousArray<JSONRecord>

    /// The text, and the texts that are not written as JSON.
    package let tokens: JSONTokens

    /// Reads the bytes of a text: UTF-8 as it should be, or UTF-16, which is a fault.
    ///
    /// Takes time in proportion to the length of the text, whatever is in it.
    public convenience init(reading bytes: [UInt8], _ options: JSONReading = JSONReading()) {
        self.init(bytes, origin: nil, options)
    }

    /// Reads a text that was taken out of another, whose places the faults and nodes get.
    package init(_ bytes: [UInt8], origin: TextOrigin?, _ options: JSONReading) {
        let transcoded = origin == nil ? TextEncoding.utf8(fromUTF16: bytes) : nil
        let text = transcoded ?? bytes
        var tokens = JSONTokens(
            text,
            origin: origin ?? TextOrigin(places: TextPlaces(text)),
            allowsPlaceholders: options.allowsPlaceholders
        )
        tokens.begin(isUTF16: transcoded != nil)
        guard text.count < Int(UInt32.max) else {
            tokens.faults.add(.tooLarge, 0..<0, "the text is over 4 GB long", "send less")
            (faults, records, hasDirectives, self.tokens) = (tokens.faults.list, [], false, tokens)
            return
        }
        var builder = JSONBuilder(tokens, warns: options.warns)
        builder.makeRoom()
        builder.build()
        faults = builder.tokens.faults.sorted()
        records = builder.records
        hasDirectives = builder.tokens.hasDirectives
        self.tokens = builder.tokens
    }

    /// The value; nil where the text holds none.
    public var root: JSONNode? { records.isEmpty ? nil : JSONNode(document: self, index: 0) }

    /// Whether the text is JSON; warnings do not count.
    public var isSound: Bool { firstError == nil }

    /// The first fault that keeps the text from being JSON; nil where it is JSON.
    public var firstError: JSONFault? { faults.first { $0.severity == .error } }

    /// Whether the text was seen to name a member twice.
    var repeatsNames: Bool { faults.contains { $0.kind == .duplicateName } }

    /// The place of a byte of the text.
    package func position(of offset: Int) -> Position { tokens.faults.origin.position(of: offset) }

    /// The place just past a range of the text.
    package func end(of range: Range<Int>) -> Position { tokens.faults.origin.end(of: range) }
}

/// How a text is read.
public struct JSONReading: Sendable {
    /// Whether a template's placeholders, such as `${x}` or `{{x}}`, are values of unknown content, not faults.
    public var allowsPlaceholders: Bool

    /// Whether to warn of what is JSON, but probably not what was meant.
    public var warns: Bool

    /// Chooses how a text is read.
    public init(allowingPlaceholders: Bool = false, warning: Bool = true) {
        allowsPlaceholders = allowingPlaceholders
        warns = warning
    }
}

extension JSONTokens {
    /// Passes over what stands before the text, and reports an encoding that is not UTF-8.
    fileprivate mutating func begin(isUTF16: Bool) {
        if isUTF16 {
            faults.add(.utf16, 0..<0, "the text is UTF-16; JSON is exchanged in UTF-8", "save it as UTF-8")
        } else if bytes.starts(with: TextEncoding.mark) {
            index = TextEncoding.mark.count
            faults.add(
                .byteOrderMark,
                0..<index,
                "a byte-order mark stands before the text, which JSON must not begin with",
                "save the text as UTF-8 without it"
            )
        }
    }
}
