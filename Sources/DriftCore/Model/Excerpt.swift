/// Limits how much text messages quote from a file that a contract or a plan names.
///
/// A contract or plan can name any file of the repository, and many people read the logs.
public enum Excerpt {
    /// The maximum number of quoted characters.
    public static let longest = 20

    /// The beginning of a file's text, on one line.
    public static func beginning(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.drop { $0 <= UInt8(ascii: " ") }.prefix(4 * (longest + 1)), as: UTF8.self)
        let line = text.prefix { !$0.isNewline }
        return shortened(line) + (line.count <= longest && line.count < text.count ? "…" : "")
    }

    /// The message with each quotation shortened.
    public static func clipped(_ message: String) -> String { clipped(clipped(message, "'"), "\"") }

    /// The message with each text between quotes of one kind shortened.
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
