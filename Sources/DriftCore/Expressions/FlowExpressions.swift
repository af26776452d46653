/// The places that a flow's expressions use, and the variables that it sets.
struct FlowExpressions {
    /// The part of a flow that `State.` and `Task.` variables belong to; 0 is the flow itself.
    typealias Scope = Int

    struct Use {
        var scope: Scope
        var use: ExpressionUses.Use
    }

    struct Assignment {
        var scope: Scope
        var target: String
        /// The place whose copy the variable is set to, or `nil` if it's set to another value.
        var source: ExpressionPath?
    }

    /// The uses; a place that is only copied to a variable isn't among them.
    private(set) var uses: [Use] = []

    private(set) var assignments: [Assignment] = []

    /// Whether an expression contains a placeholder without a value, so that the expression's reads are unknown.
    private(set) var holdsPlaceholder = false

    /// Adds an expression whose value is used.
    mutating func use(_ text: String, in scope: Scope) {
        if let path = add(text, in: scope) {
            uses.append(Use(scope: scope, use: ExpressionUses.Use(path: path, kind: .whole)))
        }
    }

    /// Adds a variable that is set to the value of an expression.
    mutating func set(_ target: String, to text: String, in scope: Scope) {
        assignments.append(Assignment(scope: scope, target: target, source: add(text, in: scope)))
    }

    /// Adds a variable that is set to a literal, or to the result of an action.
    mutating func set(_ target: String, in scope: Scope) {
        assignments.append(Assignment(scope: scope, target: target))
    }

    /// Adds a slot that a bot asks for by its name, such as `OrderNumber`.
    ///
    /// This is a read, since the bot only asks if the slot has no value yet.
    mutating func ask(forSlot name: String, in scope: Scope) {
        if Placeholders.isMasked(name) { holdsPlaceholder = true }
        uses.append(Use(scope: scope, use: ExpressionUses.Use(path: [.member("Slot"), .member(name)], kind: .whole)))
    }

    private mutating func add(_ text: String, in scope: Scope) -> ExpressionPath? {
        let found = ExpressionReader.uses(in: text)
        if found.holdsPlaceholder { holdsPlaceholder = true }
        uses += found.uses.map { Use(scope: scope, use: $0) }
        return found.solePath
    }
}
