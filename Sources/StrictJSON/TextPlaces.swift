/// The lines and columns of a text's bytes.
///
/// A position is stored for every 256 bytes, so that each lookup is short, even in a long line. If the text was taken
/// from another, the positions are those in the outermost original.
package struct TextPlaces: Sendable {
    package let bytes: [UInt8]
    private let marks: [Position]

    /// The origin of the text, or `nil` if the text is a whole file.
    private let outer: Outer?

    private static let distance = 256

    private final class Outer: Sendable {
        let origin: TextOrigin

        init(_ origin: TextOrigin) {
            self.origin = origin
        }
    }

    /// Counts the lines and columns of a text in UTF-8.
    ///
    /// A line ends with LF, CRLF, or a single CR. A byte-order mark at the start doesn't count as a column. A byte that
    /// isn't UTF-8 counts as one character.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var marks: [Position] = []
        marks.reserveCapacity(bytes.count / Self.distance + 1)
        var position = Position(line: 1, column: 1)
        for start in stride(from: 0, through: bytes.count, by: Self.distance) {
            marks.append(position)
            Self.advance(&position, over: start..<min(start + Self.distance, bytes.count), of: bytes)
        }
        self.marks = marks
        outer = nil
    }

    /// Makes the places of a text that was taken from another.
    package init(of taken: TakenText, in places: TextPlaces) {
        bytes = taken.bytes
        marks = []
        outer = Outer(TextOrigin(places: places, runs: taken.runs))
    }

    /// The position of a byte; for an offset past the end, the end of the text.
    package func position(of offset: Int) -> Position {
        let offset = min(offset, bytes.count)
        if let outer { return outer.origin.position(of: offset) }
        let mark = offset / Self.distance
        var position = marks[mark]
        Self.advance(&position, over: mark * Self.distance..<offset, of: bytes)
        return position
    }

    /// The position just past the byte before an offset; in the outermost original, the offset itself may be elsewhere.
    package func end(of offset: Int) -> Position {
        outer?.origin.end(of: min(offset, bytes.count)) ?? position(of: offset)
    }

    /// The position just past a range.
    ///
    /// If the end comes before the start in the original, because the text was put together, the result is the start.
    package func end(of range: Range<Int>) -> Position {
        max(position(of: range.lowerBound), end(of: range.upperBound))
    }

    /// Whether a range is contiguous in the outermost original.
    package func isOnePiece(_ range: Range<Int>) -> Bool { outer?.origin.isOnePiece(range) ?? true }

    /// A replacement, quoted as the outermost original is.
    package func written(_ text: String, at offset: Int) -> String {
        outer?.origin.written(text, at: offset) ?? text
    }

    private static func advance(_ position: inout Position, over range: Range<Int>, of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = bytes[index]
                if byte == 0x0A || byte == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A) {
                    position.line += 1
                    position.column = 1
                } else if byte & 0xC0 != 0x80, index > 0 || byte != 0xEF || !bytes.starts(with: TextEncoding.mark) {
                    position.column += 1
                }
                index += 1
            }
        }
    }
}
