/// A quote that people write instead of `"`, the only quote that JSON has.
package struct JSONQuotes: Sendable {
    /// The families of quotes; a string that one quote of a family opens can be closed by any quote of that family.
    package enum Family: Hashable, Sendable {
        case straight

        /// `“ ” „ ″ « »`; a straight quote can also close a string that one of these quotes opens.
        case double

        /// `' ‘ ’ ‚`.
        case single

        case backtick

        /// `\"`, as in a program's string literal.
        case escaped
    }

    /// The quotes that can close the string.
    package let family: Family

    /// The number of bytes of the opening quote.
    package let length: Int

    /// Whether the quote is typographic, as word processors write it.
    package let isCurly: Bool

    private static let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "″", "«", "»"]
    private static let singles: Set<Unicode.Scalar> = ["‘", "’", "‚", "‛", "′"]

    /// The quote that starts at a byte, if it isn't JSON's quote, or `nil` if there is none.
    package static func opening(in bytes: [UInt8], at index: Int) -> JSONQuotes? {
        switch bytes[index] {
        case UInt8(ascii: "'"): return JSONQuotes(family: .single, length: 1, isCurly: false)
        case UInt8(ascii: "`"): return JSONQuotes(family: .backtick, length: 1, isCurly: false)
        case UInt8(ascii: "\\"):
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { return nil }
            return JSONQuotes(family: .escaped, length: 2, isCurly: false)
        case 0xC2, 0xE2:
            guard let length = TextEncoding.length(of: bytes, at: index) else { return nil }
            let scalars = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars
            guard let scalar = scalars.first else { return nil }
            if doubles.contains(scalar) { return JSONQuotes(family: .double, length: length, isCurly: true) }
            if singles.contains(scalar) { return JSONQuotes(family: .single, length: length, isCurly: true) }
            return nil
        default: return nil
        }
    }

    /// The number of bytes of the closing quote at an index, for a string that a quote of `family` opened.
    ///
    /// - Returns: The number, or `nil` if no quote at the index can close the string.
    package static func closing(_ family: Family, in bytes: [UInt8], at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "\"") { return family == .straight || family == .double ? 1 : nil }
        guard family != .straight, let quote = opening(in: bytes, at: index) else { return nil }
        return quote.family == family ? quote.length : nil
    }

    /// Whether the next byte that isn't blank starts one of the given tokens; then the quote before it closes a string.
    ///
    /// The end of a line counts as `.end`.
    package static func isStructural(_ bytes: [UInt8], after start: Int, among kinds: Set<JSONToken.Kind>) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.count else { return kinds.contains(.end) }
        return switch bytes[index] {
        case UInt8(ascii: ","): kinds.contains(.comma)
        case UInt8(ascii: ":"): kinds.contains(.colon)
        case UInt8(ascii: "}"): kinds.contains(.closeObject)
        case UInt8(ascii: "]"): kinds.contains(.closeArray)
        case 0x0A, 0x0D: kinds.contains(.end)
        default: false
        }
    }

    /// The tokens that may follow a string.
    package static let afterString: Set<JSONToken.Kind> = [.comma, .colon, .closeObject, .closeArray, .end]
}
