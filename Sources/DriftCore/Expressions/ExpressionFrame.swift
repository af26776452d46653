/// A thing that operators and functions of an expression work on.
enum ExpressionOperand {
    case path(ExpressionPath)
    case literal(String)
    case number
    /// The result of an operation, which is none of the flow's places.
    case value
}

/// A pair of brackets of an expression with what it holds so far, or the expression itself.
struct ExpressionFrame {
    /// What the brackets are for.
    var kind: Kind

    /// What stands between the commas so far.
    var arguments: [ExpressionOperand] = []

    /// The operand read last; nil behind an operator and a comma.
    var operand: ExpressionOperand?

    /// Whether nothing but one operand stands behind the last comma.
    var isSole = true

    /// Whether a string literal stands in it, however deep.
    var holdsLiteral = false

    /// Opens brackets.
    init(_ kind: Kind) { self.kind = kind }

    /// What brackets are for.
    enum Kind {
        case expression
        case parentheses
        /// The arguments of a function, by its name in lower case; nameless where it does not matter.
        case call(String)
        /// The index behind a thing.
        case index(of: ExpressionOperand)
    }
}
