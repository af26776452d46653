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
