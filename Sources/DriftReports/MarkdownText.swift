/// Text from a flow or a file, made harmless in a Markdown comment on GitHub or GitLab.
///
/// Escaping isn't enough: after parsing the Markdown, GitHub and GitLab turn `@name`, `#12`, URLs and commit ids into
/// links, and notify people. They don't change code spans, so everything except plain words is put into a code span.
enum MarkdownText {
    /// A phrase for use within a line, cut at the limit; text between backticks stays code.
    static func phrase(_ text: String, limit: Int = 500) -> String {
        let shown = Printable.text(String(text.prefix(limit)))
        let parts = shown.split(separator: "`", omittingEmptySubsequences: false)
        let isPaired = parts.count.isMultiple(of: 2) == false && parts.allSatisfy { !$0.isEmpty }
        let pieces =
            isPaired
            ? parts.enumerated().map { $0.isMultiple(of: 2) ? words(of: $1) : code(String($1), limit: .max) }
            : [words(of: shown[...])]
        return pieces.joined() + (text.count > limit ? " …" : "")
    }

    /// Words, with each run of risky ones as one code span.
    private static func words(of text: Substring) -> String {
        var pieces: [String] = []
        var risky: [Substring] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if isPlain(word) {
                pieces += span(of: risky)
                risky = []
                pieces.append(String(word).replacing("_", with: "\\_"))
            } else {
                risky.append(word)
            }
        }
        return (pieces + span(of: risky)).joined(separator: " ")
    }

    static func code(_ text: String, limit: Int = 200) -> String {
        let cut = text.count > limit ? text.prefix(limit) + "…" : text[...]
        let text = Printable.text(String(cut))
        let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let needsRoom = text.isEmpty || text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ")
        return fence + (needsRoom ? " \(text) " : text) + fence
    }

    static func cell(_ text: String) -> String {
        code(text, limit: 100).replacing("|", with: "\\|")
    }

    /// Risky words as one code span, without the punctuation around them.
    private static func span(of words: [Substring]) -> [String] {
        guard !words.isEmpty else { return [] }
        let text = words.joined(separator: " ")
        let head = text.prefix { "('\"".contains($0) }
        let tail = text.dropFirst(head.count).reversed().prefix { ")'\",.;?".contains($0) }
        let inner = text.dropFirst(head.count).dropLast(tail.count)
        return [head + code(String(inner), limit: .max) + String(tail.reversed())]
    }

    /// Whether a word has no special meaning in a comment, once its underscores are escaped.
    private static func isPlain(_ word: Substring) -> Bool {
        var body = word
        if body.last == ":" { body = body.dropLast() }
        let lowercased = body.lowercased()
        let punctuation = "0123456789'\",.;()/-_=?".unicodeScalars
        return body.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || punctuation.contains($0) }
            && !lowercased.contains("www.") && !lowercased.contains("gh-")
            && !body.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains(where: isCommit)
    }

    /// Whether a run of characters could be the id of a commit.
    private static func isCommit(_ run: Substring) -> Bool {
        run.count >= 7 && run.allSatisfy(\.isHexDigit)
    }
}
