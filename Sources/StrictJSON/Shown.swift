package enum Shown {
    /// The text that replaces three dots in a corrected body.
    package static let leftOut = "<what was left out>"

    /// The start of a text, on one line.
    package static func text(_ text: String) -> String {
        let line = text.unicodeScalars.prefix(61).reduce(into: "") { line, scalar in
            line += scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(Character(scalar))
        }
        guard text.unicodeScalars.count > 60 else { return line }
        return String(line.unicodeScalars.prefix(60)) + "…"
    }
}
