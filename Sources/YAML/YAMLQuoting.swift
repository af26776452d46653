/// Writes scalars and comments so that every reader of YAML 1.1 or 1.2 reads the same values.
enum YAMLQuoting {
    /// The text of a scalar, for block style and for flow style.
    static func written(_ scalar: YAMLScalar) -> String {
        switch scalar {
        case .null: "null"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): String(integer)
        case .decimal(let decimal): written(decimal)
        case .string(let string): written(string)
        }
    }

    /// The text of a string: plain if no reader can misread it, otherwise in double quotes.
    static func written(_ string: String) -> String {
        isPlain(string) ? string : "\"\(escaped(string))\""
    }

    /// The shortest text that a reader reads as the same number; it has a point, because YAML 1.1 requires one.
    private static func written(_ decimal: Double) -> String {
        if decimal.isNaN { return ".nan" }
        if decimal.isInfinite { return decimal < 0 ? "-.inf" : ".inf" }
        let digits = decimal.description
        guard !digits.contains("."), let exponent = digits.firstIndex(of: "e") else { return digits }
        return "\(digits[..<exponent]).0\(digits[exponent...])"
    }

    /// The text between the double quotes of a string.
    static func escaped(_ string: String) -> String {
        guard string.unicodeScalars.contains(where: needsEscape) else { return string }
        return string.unicodeScalars.reduce(into: "") { text, scalar in
            if needsEscape(scalar) {
                text += escape(scalar)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// A string for a message: on one line and shortened.
    static func excerpt(_ string: String) -> String {
        let limit = 60
        let end = string.index(string.startIndex, offsetBy: limit, limitedBy: string.endIndex) ?? string.endIndex
        let start = string[..<end].unicodeScalars.map { isInvisible($0) ? escape($0) : String($0) }.joined()
        return end == string.endIndex ? start : start + "…"
    }

    /// The lines of a comment; characters that a reader would refuse are replaced.
    static func commentLines(_ comment: String) -> [String] {
        let lines = comment.split(omittingEmptySubsequences: false) { $0.isNewline }
        return lines.map { line in
            let visible = line.unicodeScalars.map { isInvisible($0) ? "\u{FFFD}" : $0 }
            let end = visible.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
            return String(String.UnicodeScalarView(visible[..<end]))
        }
    }

    /// The escape of a Unicode scalar, for a string in double quotes.
    static func escape(_ scalar: UnicodeScalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\0": return "\\0"
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\r": return "\\r"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
            return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
        }
    }

    private static func needsEscape(_ scalar: UnicodeScalar) -> Bool {
        scalar == "\"" || scalar == "\\" || isInvisible(scalar)
    }

    /// Whether a reader may refuse, fold or hide a Unicode scalar.
    ///
    /// Such scalars are controls, line separators, byte-order marks, direction marks, and noncharacters.
    ///
    /// The function lists them by number, because Unicode's tables change.
    static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
