/// An operand of an operator or a function.
enum ExpressionOperand {
    case path(ExpressionPath)
    case literal(String)
    case number
    /// The result of an operation, not a place in the flow's data.
    case value
}

/// An open bracket with its content so far, or the whole expression.
struct ExpressionFrame {
    var kind: Kind

    /// The arguments before the last comma.
    var arguments: [ExpressionOperand] = []

    /// The operand that was read last, or `nil` after an operator or a comma.
    var operand: ExpressionOperand?

    /// Whether the current argument consists of a single operand.
    var isSole = true

    /// Whether the content has a string literal, at any depth.
    var holdsLiteral = false

    init(_ kind: Kind) { self.kind = kind }

    enum Kind {
        case expression
        case parentheses
        /// The arguments of a function, with its name in lower case; the name is empty if it doesn't matter.
        case call(String)
        case index(of: ExpressionOperand)
    }
}
