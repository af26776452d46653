/// Names that would do harm if they were written without escaping.
enum HostileName {
    /// A command, a tag, the ends of several syntaxes, and a link.
    static let markup = "::error::<script>\"]]>&%0A ##[error]x [a](http://evil.example) @octocat #1 `|*_"

    /// Colours, a bell, another writing direction, and a separate line.
    static let terminal = "\u{1B}[31mred\u{7}\u{202E}txt\u{2028}\n::error::x\u{200B}\u{FEFF}\u{A0}"
}
