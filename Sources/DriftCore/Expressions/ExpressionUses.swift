/// A place that an expression names, variable and members alike: `Flow`, `jsonData`, `items`, any element.
typealias ExpressionPath = [MemberPath.Step]

/// What an expression does with the places that it names.
struct ExpressionUses: Hashable, Sendable {
    /// The uses, in order of their ends.
    var uses: [Use] = []

    /// The place that is the whole expression, which then isn't in ``uses``, or `nil` for any other expression.
    var solePath: ExpressionPath?

    /// Whether it contains a placeholder without a value, outside of string literals: it may read anything.
    var holdsPlaceholder = false

    struct Use: Hashable, Sendable {
        var path: ExpressionPath
        var kind: Kind
    }

    enum Kind: Hashable, Sendable {
        /// Its value is used as it is: compared, or passed to a function.
        case whole
        /// The expression only checks whether it has a value.
        case test
        /// A member of it is used, whose name is computed.
        case computedMember
    }
}
