package import SourceText

/// What the text of a source file says about launches of flows.
package struct ScannedSource: Sendable {
    /// The language, or `nil` if neither the file's name nor its first lines tell it. Then nothing is found.
    package let language: ScannedLanguage?
    /// Why the file wasn't scanned, or `nil` if it was.
    package let skipped: SkipReason?
    /// The launch sites in order of place.
    package let launches: [LaunchSite]
    /// Every input that the file mentions, in order of place, a name as often as it is written; all of certainty `file`.
    ///
    /// Names in comments and prose and the platform's built-in variables aren't in it.
    package let mentions: [InputMention]
    /// Whether the file may use names of inputs that the text doesn't have, such as a computed key.
    package let mayMentionMore: Bool
    /// How often the scan looked at a byte or token, for tests of its time.
    let steps: Int

    /// Scans a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes: UTF-8, UTF-16, or Latin-1.
    ///   - file: The file's path, which tells the language and whether it is a test.
    package init(_ bytes: [UInt8], file: String) {
        let text = DecodedText(bytes)
        language = ScannedLanguage(file: file, text: text.bytes[...])
        skipped = nil
        launches = []
        mentions = []
        mayMentionMore = false
        steps = Lexer.tokens(text.bytes, 0..<text.bytes.count, language?.dialect ?? .javascript).steps
    }
}
extension ScannedSource: CustomStringConvertible {
    package var description: String { "" }
}
