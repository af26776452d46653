import SourceText

extension PlaceholderScan {
    /// A piece of a text: a placeholder, or what stands between two.
    package struct Piece {
        /// Its bytes.
        package let range: Range<Int>

        /// Whether it is a placeholder.
        package let isPlaceholder: Bool
    }

    /// Just past the placeholder, the directive with arguments, or the tag that starts at a byte inside a string.
    package func endInString(at start: Int) -> Int? {
        let next = byte(start + 1)
        switch byte(start) {
        case UInt8(ascii: "#"):
            return next.isASCIILetterOrDigit ? directiveEnd(at: start) : end(at: start)
        // Text in angle brackets is mostly just that, and an at sign belongs to an address.
        case UInt8(ascii: "<"):
            return next == UInt8(ascii: "%") || next == UInt8(ascii: "?") ? end(at: start) ?? tagEnd(at: start) : nil
        case UInt8(ascii: "@"):
            let isWhole = start == 0 || byte(start - 1) == UInt8(ascii: "\"")
            return next == UInt8(ascii: "{") || isWhole && callsFunction(from: start) ? end(at: start) : nil
        case UInt8(ascii: "{"), UInt8(ascii: "%"): return end(at: start) ?? tagEnd(at: start)
        default: return end(at: start)
        }
    }

    /// Whether a placeholder starts in a range.
    package func occurs(in range: Range<Int>) -> Bool {
        range.contains { endInString(at: $0) != nil }
    }

    /// The inside of a string, cut at its placeholders.
    package func pieces(of range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var (start, index) = (range.lowerBound, range.lowerBound)
        while index < range.upperBound {
            guard let end = endInString(at: index), end <= range.upperBound else {
                index += byte(index) == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            if start < index { pieces.append(Piece(range: start..<index, isPlaceholder: false)) }
            pieces.append(Piece(range: index..<end, isPlaceholder: true))
            (start, index) = (end, end)
        }
        if start < range.upperBound { pieces.append(Piece(range: start..<range.upperBound, isPlaceholder: false)) }
        return pieces
    }
}
