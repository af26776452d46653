extension TextStyle {
    /// The text with each line wrapped at spaces to fit the terminal, or unchanged if there is no terminal.
    ///
    /// Continued lines are indented further. A word that is longer than a line, such as a path, stays whole, so that it
    /// can be copied.
    public func wrapped(_ text: String) -> String {
        guard let width, width >= Self.narrowest else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrappedLine($0, width) }
            .joined(separator: "\n")
    }

    /// The minimum width at which lines are wrapped; in a narrower terminal, most lines would have one word.
    private static let narrowest = 40

    /// How much further a continued line is indented.
    private static let step = 4

    private func wrappedLine(_ line: Substring, _ width: Int) -> String {
        guard line.unicodeScalars.count > width, TextWidth.columns(of: line) > width else { return String(line) }
        let indent = line.prefix { $0 == " " }.count
        var wrapped = String(line.prefix(indent))
        var column = indent
        var start = indent
        for (number, word) in line.dropFirst(indent).split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            let length = TextWidth.columns(of: word)
            if number > 0, column + 1 + length > width, column > start {
                start = indent + Self.step
                wrapped += "\n" + String(repeating: " ", count: start)
                column = start
            } else if number > 0 {
                wrapped += " "
                column += 1
            }
            wrapped += word
            column += length
        }
        return wrapped
    }
}

enum TextWidth {
    /// The columns of a text; escape sequences for colours count as zero.
    static func columns(of text: Substring) -> Int {
        var (columns, isEscape) = (0, false)
        for scalar in text.unicodeScalars {
            if isEscape {
                isEscape = scalar != "m"
            } else if scalar == "\u{1B}" {
                isEscape = true
            } else {
                columns += self.columns(of: scalar)
            }
        }
        return columns
    }

    /// The columns of a scalar: zero for a mark on the preceding one, two for a wide one.
    ///
    /// Source: Unicode Standard Annex 11, the ranges whose scalars are nearly all wide.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
