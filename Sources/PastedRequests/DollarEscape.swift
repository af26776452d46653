/// An escape in a shell's `$'…'`.
package struct DollarEscape {
    /// The number of bytes of the escape.
    package private(set) var length = 2

    package private(set) var text: String

    /// Reads the escape that starts at a backslash; another byte must follow it.
    package init(_ bytes: [UInt8], at start: Int) {
        let byte = bytes[start + 1]
        text = ""
        switch byte {
        case UInt8(ascii: "n"): text = "\n"
        case UInt8(ascii: "r"): text = "\r"
        case UInt8(ascii: "t"): text = "\t"
        case UInt8(ascii: "b"): text = "\u{8}"
        case UInt8(ascii: "f"): text = "\u{C}"
        case UInt8(ascii: "v"): text = "\u{B}"
        case UInt8(ascii: "a"): text = "\u{7}"
        case UInt8(ascii: "e"), UInt8(ascii: "E"): text = "\u{1B}"
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"):
            text = String(Character(Unicode.Scalar(byte)))
        case UInt8(ascii: "x"): readNumber(bytes, start + 2, radix: 16, digits: 2)
        case UInt8(ascii: "u"): readNumber(bytes, start + 2, radix: 16, digits: 4)
        case UInt8(ascii: "U"): readNumber(bytes, start + 2, radix: 16, digits: 8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            length = 1
            readNumber(bytes, start + 1, radix: 8, digits: 3)
        default: stayAsItIs(bytes, start)
        }
        if text.isEmpty { stayAsItIs(bytes, start) }
    }

    private mutating func readNumber(_ bytes: [UInt8], _ start: Int, radix: Int, digits: Int) {
        let end = min(start + digits, bytes.count)
        let written = bytes[start..<max(start, end)].prefix { byte in
            byte < 0x80 && Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
        }
        let number = UInt32(String(decoding: written, as: UTF8.self), radix: radix)
        text = number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        length += written.count
    }

    /// Keeps an escape that the shell doesn't know, with its backslash.
    private mutating func stayAsItIs(_ bytes: [UInt8], _ start: Int) {
        let characterLength = TextEncoding.length(of: bytes, at: start + 1) ?? 1
        length = 1 + characterLength
        text = String(decoding: bytes[start..<start + length], as: UTF8.self)
    }
}
