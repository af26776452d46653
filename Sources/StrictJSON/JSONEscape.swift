/// An escape inside a string: its meaning, and what is wrong with it, if anything.
package struct JSONEscape {
    /// The number of bytes of the escape, including the second half of a surrogate pair.
    package private(set) var length = 2

    /// The text that the escape means, or was probably meant to mean.
    package private(set) var text = ""

    /// What is wrong, or `nil` if JSON has this escape.
    package private(set) var problem: String?

    /// The JSON to write instead.
    package private(set) var replacement = ""

    /// Whether the escape is only one half of a surrogate pair.
    package private(set) var isSurrogate = false

    private static let backslash = UInt8(ascii: "\\")

    package init(_ bytes: ArraySlice<UInt8>, at start: Int) {
        guard start + 1 < bytes.endIndex, bytes[start + 1] >= 0x20 else {
            length = 1
            problem = "a backslash at the end of a line does not join lines in JSON"
            return
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "u"): readUnicode(bytes, start)
        case UInt8(ascii: "x"): readByte(bytes, start)
        case let byte:
            if let text = Self.text(of: byte) { self.text = text } else { refuse(byte) }
        }
    }

    private static func text(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\""): "\""
        case backslash: "\\"
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }

    private mutating func readUnicode(_ bytes: ArraySlice<UInt8>, _ start: Int) {
        guard let unit = Self.number(in: bytes, from: start + 2, digits: 4) else {
            return take("\\u", for: "\\\\u", "'\\u' without its four hexadecimal digits")
        }
        length = 6
        if let scalar = Unicode.Scalar(unit) {
            text = String(Character(scalar))
            return
        }
        let isPair = unit < 0xDC00 && start + 7 < bytes.endIndex && bytes[start + 6] == Self.backslash
        if isPair, bytes[start + 7] == UInt8(ascii: "u"),
            let low = Self.number(in: bytes, from: start + 8, digits: 4), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
            length = 12
            text = String(Character(scalar))
            return
        }
        isSurrogate = true
        let digits = String(decoding: bytes[start + 2..<start + 6], as: UTF8.self)
        take("\u{FFFD}", for: "\\ufffd", "'\\u\(digits)' is half of a surrogate pair, not a character by itself")
    }

    private mutating func readByte(_ bytes: ArraySlice<UInt8>, _ start: Int) {
        guard
            let value = Self.number(in: bytes, from: start + 2, digits: 2),
            let scalar = Unicode.Scalar(value)
        else { return refuse(UInt8(ascii: "x")) }
        length = 4
        let digits = String(decoding: bytes[start + 2..<start + 4], as: UTF8.self)
        take(String(Character(scalar)), for: "\\u00\(digits)", "'\\x\(digits)' is an escape that JSON does not have")
    }

    private mutating func refuse(_ byte: UInt8) {
        guard byte < 0x80 else {
            length = 1
            return take("\\", for: "\\\\", "a backslash before a character that needs none")
        }
        let character = String(Character(Unicode.Scalar(byte)))
        let isQuote = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
        let text = isQuote ? character : "\\" + character
        take(text, for: isQuote ? character : "\\" + text, "'\\\(character)' is not a JSON escape")
    }

    private mutating func take(_ text: String, for replacement: String, _ problem: String) {
        self.text = text
        self.replacement = replacement
        self.problem = problem
    }

    private static func number(in bytes: ArraySlice<UInt8>, from start: Int, digits: Int) -> UInt32? {
        guard start + digits <= bytes.endIndex else { return nil }
        var number: UInt32 = 0
        for byte in bytes[start..<start + digits] {
            guard byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            number = number << 4 | UInt32(digit)
        }
        return number
    }
}
