/// How a piece of a text is shown in a message.
package enum Shown {
    /// What a mended text has in the place of three dots.
    package static let leftOut = "<what was left out>"

    /// A piece of a text on one line, shortened.
    package static func text(_ text: String) -> String {
        let line = text.unicodeScalars.prefix(61).reduce(into: "") { line, scalar in
            line += scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(Character(scalar))
        }
        guard text.unicodeScalars.count > 60 else { return line }
        return String(line.unicodeScalars.prefix(60)) + "…"
    }
}
