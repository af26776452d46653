/// How a text report looks: with colours and short lines on a terminal, without elsewhere.
public struct TextStyle: Sendable {
    /// Whether colours are used.
    public var usesColor: Bool

    /// The columns that a line may take; nil for lines of any length.
    public var width: Int?

    /// Makes a style.
    public init(usesColor: Bool = false, width: Int? = nil) {
        self.usesColor = usesColor
        self.width = width
    }

    /// A role that a piece of text plays; its colour adds to the words, and never stands for them.
    enum Role: String {
        case error = "31;1"
        case warning = "33;1"
        case note = "36"
        case good = "32;1"
        case heading = "1"
        case aside = "2"
    }

    /// Text in the colour of its role.
    func text(_ text: String, as role: Role) -> String {
        usesColor ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// Text from a flow or a file, made harmless for a terminal and for the log of a CI server.
public enum Printable {
    /// The text with control characters, line breaks and direction marks written as `\u{1b}`.
    ///
    /// So is the bracket of `##[error]` and `##vso[task]`: GitHub's and Azure's runners take these for commands
    /// wherever they stand in a line.
    public static func text(_ text: String) -> String {
        let shown = visible(text)
        guard shown.contains("##") else { return shown }
        return shown.replacing("##[", with: "##\\u{5b}").replacing("##vso[", with: "##vso\\u{5b}")
    }

    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHarmful(scalar) {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        // Line and paragraph separators, and the marks that turn the direction of writing.
        case 0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
