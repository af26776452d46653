/// The lines and columns of a text's bytes.
///
/// A mark every few hundred bytes keeps each look-up short, however long the line. The places of a text that was
/// taken out of another are those of the outer text, however deep they are nested.
package struct TextPlaces: Sendable {
    /// The text.
    package let bytes: [UInt8]

    private let marks: [Position]

    /// Where the text was taken from; nil if it is a whole file.
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
    /// A line ends with LF, CRLF, or CR alone. A byte-order mark at the start has no width, and a byte that is not
    /// UTF-8 has that of a character.
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

    /// Makes the places of a text that was taken out of another.
    package init(of taken: TakenText, in places: TextPlaces) {
        bytes = taken.bytes
        marks = []
        outer = Outer(TextOrigin(places: places, runs: taken.runs))
    }

    /// The place of a byte; just past the text for an offset behind it.
    package func position(of offset: Int) -> Position {
        let offset = min(offset, bytes.count)
        if let outer { return outer.origin.position(of: offset) }
        let mark = offset / Self.distance
        var position = marks[mark]
        Self.advance(&position, over: mark * Self.distance..<offset, of: bytes)
        return position
    }

    /// Just past the byte before an offset, which is not always the place of the offset in an outer text.
    package func end(of offset: Int) -> Position {
        outer?.origin.end(of: min(offset, bytes.count)) ?? position(of: offset)
    }

    /// Just past a range; where it starts if a text that was put together has what follows further up.
    package func end(of range: Range<Int>) -> Position {
        max(position(of: range.lowerBound), end(of: range.upperBound))
    }

    /// Whether a range is one piece in the outermost text, with nothing else in between.
    package func isOnePiece(_ range: Range<Int>) -> Bool { outer?.origin.isOnePiece(range) ?? true }

    /// A replacement as it must be written in the outermost text.
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
