import YAML

/// What stays unknown in a planned flow because of its file's `{{placeholders}}`.
public struct PlannedOpening: Hashable, Sendable {
    /// The flow's name with its placeholders, or `nil` if the name is known.
    public var name: NamePattern?

    /// The placeholders whose value the plan doesn't know yet, in order of position.
    public var values: [Value] = []

    /// The placeholders that stay, or may stay, in the file, in order of position.
    public var leftovers: [Leftover] = []

    /// The substitutions that match no placeholder, in order of key.
    public var unusedKeys: [String] = []

    /// A placeholder whose value the plan doesn't know yet.
    public struct Value: Hashable, Sendable {
        /// The key.
        public var key: String

        /// Why the value is unknown.
        public var reason: UnknownReason

        /// Its first position in the file.
        public var position: Position
    }

    /// A placeholder that no substitution fills.
    public struct Leftover: Hashable, Sendable {
        /// The key.
        public var key: String

        /// Its first position in the file.
        public var position: Position

        /// Why the placeholder may be harmless, or `nil` if Archy rejects the file because of it.
        public var doubt: Doubt?

        /// The key of the substitution that was probably meant for the placeholder, or `nil` if there is none.
        public var near: String?
    }

    /// Why a placeholder may be harmless.
    public enum Doubt: Hashable, Sendable {
        case comment
        /// The placeholder looks like a part of another template language.
        case template
        /// The placeholder is in a substitution's value, and another substitution may or may not replace it.
        case order
    }
}
