import SourceText
import StrictJSON

/// One word of a command, its quotes taken off.
struct ShellWord: Sendable {
    /// What the word says.
    var text: TakenText

    /// The word with its quotes in the command.
    var source: Range<Int>

    /// Whether any of it stood in quotes.
    var isQuoted = false

    /// Whether PowerShell before 7.3 drops double quotes of the word on the way to a program.
    var losesQuotes = false
}

/// A place in a command where something stands that a shell takes for something else than the author.
enum ShellSigns {
    /// The quotes of word processors that stand for double quotes, and those that stand for single ones.
    static let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "″"]
    static let singles: Set<Unicode.Scalar> = ["‘", "’", "‚", "‛", "′"]

    /// The dashes of word processors; the longer ones often stand for two.
    static let dashes: Set<Unicode.Scalar> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    ]

    /// The character at a byte, and how many bytes it has; nil in ASCII and where there is none.
    static func wide(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard
            index < bytes.count, bytes[index] >= 0x80,
            let length = TextEncoding.length(of: bytes, at: index),
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return nil }
        return (scalar, length)
    }

    /// Whether a placeholder is a variable that a shell fills in: `$TOKEN` or `${TOKEN}`.
    static func isVariable(_ placeholder: String) -> Bool {
        placeholder.hasPrefix("$") && !placeholder.contains { ".(![".contains($0) }
    }
}
