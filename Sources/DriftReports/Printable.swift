import SourceText

/// Text from a flow or a file, made harmless for a terminal and for the log of a CI server.
public enum Printable {
    /// The text with control characters, line breaks, and invisible or confusable characters written as `\u{202E}`.
    ///
    /// The bracket of `##[error]` and `##vso[task]` is escaped, too: the runners of GitHub and Azure read these as
    /// commands anywhere in a line.
    public static func text(_ text: String) -> String {
        let shown = visible(text)
        guard shown.contains("##") else { return shown }
        return shown.replacing("##[", with: "##\\u{5B}").replacing("##vso[", with: "##vso\\u{5B}")
    }

    /// A word as a shell reads it back, in single quotes if it needs them.
    public static func shellWord(_ word: String) -> String {
        let isPlain =
            !word.isEmpty && word.utf8.allSatisfy { $0.isASCIILetterOrDigit || "_-./:=,+@%".utf8.contains($0) }
        return text(isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'")
    }

    /// JSON in which harmful characters are JSON escapes, so that parsers return the original texts.
    static func json(_ text: String) -> String {
        // The only control characters left are line breaks of the layout; those within texts are already escaped.
        guard text.utf8.contains(where: { $0 >= 0x7F }) else { return text }
        return escaped(text) { scalar in
            guard scalar.value >= 0x20 else { return nil }
            return UTF16.encode(scalar)?.map { unit in
                "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
            }
            .joined()
        }
    }

    /// A scalar as messages show it: `\u{202E}`.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    private static func visible(_ text: String) -> String { escaped(text, escape) }

    /// A text with its harmful characters replaced, except those for which `escape` returns `nil`.
    private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if isHarmful(scalar, behind: before), let escaped = escape(scalar) {
                result.append(contentsOf: escaped.unicodeScalars)
            } else {
                result.append(scalar)
            }
            before = scalar
        }
        return String(result)
    }

    /// Whether a character does harm, is invisible, or looks like another one.
    private static func isHarmful(_ scalar: Unicode.Scalar, behind before: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0xA0: return true
        case 0x20..<0x7F: return false
        // The joiner and the variation selector are parts of emoji.
        case 0x200D, 0xFE0F:
            return !(before.map { $0.properties.isEmoji && $0.value > 0x7F || $0.value == 0xFE0F } ?? false)
        // The wide blank of Japanese and Chinese can't be confused.
        case 0x3000: return false
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return true }
        switch properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse: return true
        default: return false
        }
    }
}
