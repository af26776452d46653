/// One word of a command, its quotes taken off.
package struct ShellWord: Sendable {
    /// What the word says.
    package var text: TakenText

    /// The word with its quotes in the command.
    package var source: Range<Int>

    /// Whether any of it stood in quotes.
    package var isQuoted = false

    /// Whether PowerShell before 7.3 drops double quotes of the word on the way to a program.
    package var losesQuotes = false
}

/// A place in a command where something stands that a shell takes for something else than the author.
package enum ShellSigns {
    /// The quotes of word processors that stand for double quotes, and those that stand for single ones.
    package static let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "″"]
    package static let singles: Set<Unicode.Scalar> = ["‘", "’", "‚", "‛", "′"]

    /// The dashes of word processors; the longer ones often stand for two.
    package static let dashes: Set<Unicode.Scalar> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    ]

    /// The character at a byte, and how many bytes it has; nil in ASCII and where there is none.
    package static func wide(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard
            index < bytes.count, bytes[index] >= 0x80,
            let length = TextEncoding.length(of: bytes, at: index),
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return nil }
        return (scalar, length)
    }

    /// Whether a placeholder is a variable that a shell fills in: `$TOKEN` or `${TOKEN}`.
    package static func isVariable(_ placeholder: String) -> Bool {
        placeholder.hasPrefix("$") && !placeholder.contains { ".(![".contains($0) }
    }
}
