/// Names that would do harm where they are written as they are.
enum HostileName {
    /// A command, a tag, the end of everything, and a link.
    static let markup = "::error::<script>\"]]>&%0A ##[error]x [a](http://evil.example) @octocat #1 `|*_"

    /// Colours, a bell, another direction of writing, and a line of its own.
    static let terminal = "\u{1B}[31mred\u{7}\u{202E}txt\u{2028}\n::error::x\u{200B}\u{FEFF}\u{A0}"
}
