/// A place that an expression names, variable and members alike: `Flow`, `jsonData`, `items`, any element.
typealias ExpressionPath = [MemberPath.Step]

/// What an expression does with the places that it names.
struct ExpressionUses: Hashable, Sendable {
    /// The uses, in order of where they end.
    var uses: [Use] = []

    /// The place that is all of the expression, and then none of ``uses``; nil for any other expression.
    var solePath: ExpressionPath?

    /// Whether a placeholder that no value was given for is in it, outside of string literals: it may read anything.
    var holdsPlaceholder = false

    /// One place and what is done with it.
    struct Use: Hashable, Sendable {
        /// The place.
        var path: ExpressionPath

        /// What is done with it.
        var kind: Kind
    }

    /// What an expression does with a place.
    enum Kind: Hashable, Sendable {
        /// Its value is used as it is: compared, or passed to a function.
        case whole
        /// It is only asked whether there is a value.
        case test
        /// A member of it is used whose name is computed.
        case computedMember
    }
}
