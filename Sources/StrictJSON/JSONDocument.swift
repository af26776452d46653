/// A text that should be JSON; it's checked strictly by RFC 8259, and repaired where its meaning can be guessed.
///
/// The tree has the content that the author most probably meant, so that checks can continue after the first fault. The
/// document is immutable. Its nodes are in one array, so that even a large document takes few allocations.
public final class JSONDocument: Sendable {
    /// The faults of the text, from top to bottom; at most a thousand.
    public let faults: [JSONFault]

    /// Whether the text contains a template's directives, such as `#if`, so that the template may leave out parts.
    ///
    /// Then the tree contains the parts of all branches, and must not be written in place of the text.
    public let hasDirectives: Bool

    /// The nodes in the order of the text.
    package let records: ContiguousArray<JSONRecord>

    /// The text, with rewritten texts for scalars that aren't valid JSON.
    package let tokens: JSONTokens

    /// Reads the bytes of a text in UTF-8; UTF-16 is read too, but it is a fault.
    ///
    /// The time is proportional to the length of the text, whatever the content.
    public convenience init(reading bytes: [UInt8], _ options: JSONReading = JSONReading()) {
        self.init(bytes, origin: nil, options)
    }

    /// Reads a text that was taken from another; the positions of faults and nodes are those in the original.
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
            tokens.faults.add(.tooLarge, 0..<0, "the text is over 4 GB long", "send a shorter text")
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

    /// The outermost value, or `nil` if the text contains no value.
    public var root: JSONNode? { records.isEmpty ? nil : JSONNode(document: self, index: 0) }

    /// Whether the text is valid JSON; warnings don't count.
    public var isSound: Bool { firstError == nil }

    /// The first fault that makes the text invalid JSON, or `nil` if the text is valid.
    public var firstError: JSONFault? { faults.first { $0.severity == .error } }

    var repeatsNames: Bool { faults.contains { $0.kind == .duplicateName } }

    package func position(of offset: Int) -> Position { tokens.faults.origin.position(of: offset) }

    package func end(of range: Range<Int>) -> Position { tokens.faults.origin.end(of: range) }
}

/// Options for reading a text.
public struct JSONReading: Sendable {
    /// Whether to read a template's placeholders, such as `${x}` or `{{x}}`, as unknown values; otherwise, they are
    /// faults.
    public var allowsPlaceholders: Bool

    /// Whether to warn of text that is valid JSON, but that the author probably didn't mean.
    public var warns: Bool

    /// Makes options.
    public init(allowingPlaceholders: Bool = false, warning: Bool = true) {
        allowsPlaceholders = allowingPlaceholders
        warns = warning
    }
}

extension JSONTokens {
    /// Skips a byte-order mark, and reports an encoding other than UTF-8.
    fileprivate mutating func begin(isUTF16: Bool) {
        if isUTF16 {
            faults.add(.utf16, 0..<0, "the text is UTF-16; JSON is exchanged in UTF-8", "save it as UTF-8")
        } else if bytes.starts(with: TextEncoding.mark) {
            index = TextEncoding.mark.count
            faults.add(
                .byteOrderMark,
                0..<index,
                "the text begins with a byte-order mark, which JSON does not allow",
                "save the text as UTF-8 without a byte-order mark"
            )
        }
    }
}
