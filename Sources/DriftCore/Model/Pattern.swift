/// A pattern of names: `*` matches any text, `?` matches one character, and `\` makes the next character literal.
package struct Pattern {
    private var parts: [Part] = []

    private enum Part: Equatable {
        case anyText
        case anyCharacter
        case character(Character)
    }

    /// The characters that a `\` makes literal.
    private static let special: Set<Character> = ["*", "?", "\\", "{"]

    /// Reads a pattern.
    ///
    /// - Parameters:
    ///   - text: The pattern.
    ///   - environment: The environment whose name replaces `{environment}`, or `nil` to keep it as text.
    package init(_ text: String, in environment: EnvironmentName? = nil) {
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first, Self.special.contains(next) {
                parts.append(.character(next))
                rest.removeFirst()
            } else if character == "{", let environment, rest.hasPrefix(FlowTemplate.placeholder.dropFirst()) {
                parts += environment.text.map { .character($0) }
                rest.removeFirst(FlowTemplate.placeholder.count - 1)
            } else if character == "*" {
                parts.append(.anyText)
            } else {
                parts.append(character == "?" ? .anyCharacter : .character(character))
            }
        }
    }

    /// The text of the pattern that matches only the given name.
    static func matching(only name: String) -> String {
        var text = ""
        for character in name {
            if special.contains(character) { text.append("\\") }
            text.append(character)
        }
        return text
    }

    /// Whether the pattern matches the whole text; it's case-sensitive.
    package func matches(_ text: String) -> Bool {
        let text = Array(text)
        var (part, index) = (0, 0)
        var retry: (part: Int, index: Int)?
        while index < text.count {
            if part < parts.count, parts[part] == .anyText {
                retry = (part, index)
                part += 1
            } else if part < parts.count, parts[part] == .anyCharacter || parts[part] == .character(text[index]) {
                (part, index) = (part + 1, index + 1)
            } else if let last = retry {
                retry = (last.part, last.index + 1)
                (part, index) = (last.part + 1, last.index + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .anyText }
    }
}
