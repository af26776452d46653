extension YAMLQuoting {
    /// Whether a string needs no quotes, in block style and in flow style, for readers of YAML 1.1 and of YAML 1.2.
    static func isPlain(_ string: String) -> Bool {
        guard let first = string.unicodeScalars.first, let last = string.unicodeScalars.last else { return false }
        let isStart = isLetter(first) || isDigit(first) || first == "_" || first == "/" || isPath(string)
        return isStart && last != " " && string.unicodeScalars.allSatisfy(isPlain) && !isNumber(string)
            && !words.contains(string.lowercased())
    }

    /// The words that YAML 1.1 or 1.2 reads as null or a boolean, in lower case.
    private static let words: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// Whether a Unicode scalar has no special meaning anywhere inside a plain string.
    private static func isPlain(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case " ", "_", "-", ".", "/", "+", "(", ")", "$", "'", ";", "&", "@", "!", "=", "*", "%": true
        default: isLetter(scalar) || isDigit(scalar)
        }
    }

    /// Whether a Unicode scalar is an ASCII letter, or visible and not ASCII.
    private static func isLetter(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case ...0xA0, 0x1680, 0x2000...0x206F, 0x3000: false
        default: !isInvisible(scalar)
        }
    }

    private static func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether a string starts as a relative path does; with any other leading dot, it may be a number.
    private static func isPath(_ string: String) -> Bool {
        string.hasPrefix("./") || string.hasPrefix("../")
    }

    /// Whether any reader could read a string as a number or a date.
    private static func isNumber(_ string: String) -> Bool {
        guard let first = string.utf8.first, isDigit(UnicodeScalar(first)) else { return false }
        let hasBase = ["0x", "0X", "0o", "0O", "0b", "0B"].contains { string.hasPrefix($0) }
        let signs = hasBase ? "0123456789abcdefABCDEF_.+-pP" : "0123456789_.+-eE "
        return string.utf8.dropFirst(hasBase ? 2 : 0).allSatisfy(signs.utf8.contains)
    }
}
