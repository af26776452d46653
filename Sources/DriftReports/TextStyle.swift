/// How a text report looks: with colours and wrapped lines on a terminal, and without them elsewhere.
public struct TextStyle: Sendable {
    /// Whether to use colours.
    public var usesColor: Bool

    /// The columns of a line, or `nil` for lines of any length.
    public var width: Int?

    /// Makes a style.
    public init(usesColor: Bool = false, width: Int? = nil) {
        self.usesColor = usesColor
        self.width = width
    }

    /// The role of a piece of text; the words have the same meaning without the colour.
    enum Role: String {
        case error = "31;1"
        case warning = "33;1"
        case note = "36"
        case good = "32;1"
        case heading = "1"
        case aside = "2"
    }

    func text(_ text: String, as role: Role) -> String {
        usesColor ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
