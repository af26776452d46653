/// A place that an expression names, as the steps to it: `Flow`, `jsonData`, `items`, any element.
typealias ExpressionPath = [MemberPath.Step]

/// The places that an expression names, and how it uses them.
struct ExpressionUses: Hashable, Sendable {
    /// The uses, in the order in which they end in the text.
    var uses: [Use] = []

    /// The place, if the expression consists of nothing else, or `nil`; this place isn't in ``uses``.
    var solePath: ExpressionPath?

    /// Whether a placeholder without a value is outside of string literals; then the expression may read any place.
    var holdsPlaceholder = false

    struct Use: Hashable, Sendable {
        var path: ExpressionPath
        var kind: Kind
    }

    enum Kind: Hashable, Sendable {
        /// The place's value is used as a whole: compared, or passed to a function.
        case whole
        /// The expression only checks whether the place has a value.
        case test
        /// The expression uses a member of the place, and computes the member's name.
        case computedMember
    }
}
