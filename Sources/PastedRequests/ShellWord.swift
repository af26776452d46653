/// One word of a command, without its quotes.
package struct ShellWord: Sendable {
    package var text: TakenText

    /// The range of the word in the command, including its quotes.
    package var source: Range<Int>

    /// Whether any part of the word was in quotes.
    package var isQuoted = false

    /// Whether PowerShell before 7.3 drops the word's double quotes when it calls a program.
    package var losesQuotes = false
}

/// Characters that a shell doesn't read as their author expects.
package enum ShellSigns {
    /// Typographic quotes that people write in place of double quotes.
    package static let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "″"]

    /// Typographic quotes that people write in place of single quotes.
    package static let singles: Set<Unicode.Scalar> = ["‘", "’", "‚", "‛", "′"]

    /// Typographic dashes; the longer ones often replace two hyphens.
    package static let dashes: Set<Unicode.Scalar> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    ]

    /// The non-ASCII character at a byte and its number of bytes, or `nil` if there is none.
    package static func wide(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard
            index < bytes.count, bytes[index] >= 0x80,
            let length = TextEncoding.length(of: bytes, at: index),
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return nil }
        return (scalar, length)
    }

    /// Whether a placeholder is a variable that a shell replaces: `$TOKEN` or `${TOKEN}`.
    package static func isVariable(_ placeholder: String) -> Bool {
        placeholder.hasPrefix("$") && !placeholder.contains { ".(![".contains($0) }
    }
}
