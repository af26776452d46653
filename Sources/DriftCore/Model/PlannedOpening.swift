import YAML

/// What the `{{placeholders}}` of a planned flow's file leave open.
public struct PlannedOpening: Hashable, Sendable {
    /// The flow's name; nil where it is known.
    public var name: NamePattern?

    /// The placeholders whose value the plan doesn't tell, in order of place.
    public var values: [Value] = []

    /// The placeholders that stay in the file, or may, in order of place.
    public var leftovers: [Leftover] = []

    /// The substitutions that fit no placeholder, in order of key.
    public var unusedKeys: [String] = []

    /// A placeholder whose value the plan doesn't tell.
    public struct Value: Hashable, Sendable {
        /// The key.
        public var key: String

        /// Why the value is not known.
        public var reason: UnknownReason

        /// Where the file has it first.
        public var position: Position
    }

    /// A placeholder that no substitution fills.
    public struct Leftover: Hashable, Sendable {
        /// The key.
        public var key: String

        /// Where the file has it first.
        public var position: Position

        /// Why it may go well after all; nil where Archy refuses the file.
        public var doubt: Doubt?

        /// The substitution that was probably meant for it; nil where there is none.
        public var near: String?
    }

    /// Why a placeholder may do no harm.
    public enum Doubt: Hashable, Sendable {
        /// It stands in a comment.
        case comment
        /// It looks like part of another template language.
        case template
        /// It stands in a substitution's value, and another substitution may fill it or not.
        case order
    }
}
