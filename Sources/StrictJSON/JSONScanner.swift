/// Splits JSON into the parts of a tree without copying any text.
package struct JSONScanner {
    package enum Token {
        /// A member's name; its range excludes the quotes.
        case name(Range<Int>)
        /// A single value; the range of a string excludes its quotes.
        case value(JSONTree.Kind, Range<Int>)
        case open(JSONTree.Kind, Int)
        case close
    }

    private let bytes: [UInt8]
    private var place: Int

    /// Starts after the byte-order mark, if there is one.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next part, or `nil` at the end of the text or at an unclosed string.
    package mutating func next() -> Token? {
        let bytes = bytes
        while place < bytes.count {
            let start = place
            place += 1
            switch bytes[start] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"): continue
            case UInt8(ascii: "{"): return .open(.object, start)
            case UInt8(ascii: "["): return .open(.array, start)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): return .close
            case UInt8(ascii: "\""): return string()
            default: return other(from: start)
            }
        }
        return nil
    }

    /// The string whose opening quote was taken; if a colon follows, the string is a member's name.
    private mutating func string() -> Token? {
        let (bytes, start) = (bytes, place)
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count else {
            place = end
            return nil
        }
        let content = start..<end
        place = end + 1
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
        let isName = place < bytes.count && bytes[place] == UInt8(ascii: ":")
        return isName ? .name(content) : .value(.string, content)
    }

    private mutating func other(from start: Int) -> Token {
        while place < bytes.count, !Self.isEnd(bytes[place]) { place += 1 }
        return .value(.other, start..<place)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
