import Foundation

/// A text that must not be shown; it always prints as `(hidden)`.
public struct Secret: Hashable, Sendable {
    /// The text itself, which only goes into a request's header.
    let text: String

    /// Makes a secret without surrounding blanks, or returns `nil` if the rest is empty or isn't visible ASCII.
    ///
    /// No secret of Genesys Cloud contains a blank or a control character, and a header must not.
    public init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        self.text = trimmed
    }

    /// The text that replaces a secret.
    static let placeholder = "(removed)"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `(hidden)`.
    public var description: String { "(hidden)" }

    /// Always `(hidden)`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
