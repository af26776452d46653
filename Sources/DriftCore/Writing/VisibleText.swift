/// Makes texts of generated files safe: no character is invisible or does harm in a terminal.
enum VisibleText {
    /// The text, where each character that editors don't show is written as an escape such as `\u202e`.
    ///
    /// In JSON and in JavaScript strings, the escape means the character. Elsewhere, it only shows that the character
    /// is there.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != lineFeed }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) {
                for unit in String(scalar).utf16 { result.append(contentsOf: escape(unit).unicodeScalars) }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static let lineFeed = UInt8(ascii: "\n")

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x7F else { return scalar.value < 0x20 && scalar.value != UInt32(lineFeed) }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        case .spaceSeparator: scalar.value != 0x3000
        default: false
        }
    }
}
