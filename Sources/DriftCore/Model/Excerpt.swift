/// How much of a file is quoted that a contract or a plan names.
///
/// Whoever writes those can name any file of the repository, and messages go into logs that many read.
public enum Excerpt {
    /// The most characters of such a file that a message quotes.
    public static let longest = 20

    /// The beginning of a file's text on one line.
    public static func beginning(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.drop { $0 <= UInt8(ascii: " ") }.prefix(4 * (longest + 1)), as: UTF8.self)
        let line = text.prefix { !$0.isNewline }
        return shortened(line) + (line.count <= longest && line.count < text.count ? "…" : "")
    }

    /// A message in which each quotation is short.
    public static func clipped(_ message: String) -> String { clipped(clipped(message, "'"), "\"") }

    /// A message in which each text between quotes of one kind is short.
    static func clipped(_ message: String, _ quote: Character) -> String {
        let parts = message.split(separator: quote, omittingEmptySubsequences: false)
        guard parts.count > 2 else { return message }
        return parts.enumerated().map { $0.offset.isMultiple(of: 2) ? String($0.element) : shortened($0.element) }
            .joined(separator: String(quote))
    }

    private static func shortened(_ text: Substring) -> String {
        text.count > longest ? text.prefix(longest) + "…" : String(text)
    }
}
