import Foundation

/// A text that must not be seen: it prints as `(hidden)`, whatever prints it.
public struct Secret: Hashable, Sendable {
    /// The text itself; it goes into a request's header, and nowhere else.
    let text: String

    /// Makes a secret, without the blanks and line breaks around it.
    ///
    /// Returns nil where nothing is left, or where a blank or a control character stands inside: no secret of
    /// Genesys Cloud has one, and a header must not.
    public init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        self.text = trimmed
    }

    /// What stands where a secret was.
    static let placeholder = "(removed)"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the text.
    public var description: String { "(hidden)" }

    /// Never the text.
    public var debugDescription: String { description }

    /// A mirror without the text.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
