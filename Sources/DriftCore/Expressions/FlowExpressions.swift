/// What a flow does with places: the uses in its expressions, and the variables that it sets.
struct FlowExpressions {
    /// The part of a flow that `State.` and `Task.` variables belong to; 0 is the flow outside all of them.
    typealias Scope = Int

    /// A place used somewhere.
    struct Use {
        var scope: Scope
        var use: ExpressionUses.Use
    }

    /// A variable set somewhere.
    struct Assignment {
        var scope: Scope
        /// The variable's name.
        var target: String
        /// The place that it is a copy of; nil where it is set to anything else.
        var source: ExpressionPath?
    }

    /// The uses, but for those of a place that is only copied to a variable.
    private(set) var uses: [Use] = []

    /// The variables set.
    private(set) var assignments: [Assignment] = []

    /// Whether an expression holds a placeholder that no value was given for, so that what it reads is not known.
    private(set) var holdsPlaceholder = false

    /// Takes in an expression whose value is used.
    mutating func use(_ text: String, in scope: Scope) {
        if let path = add(text, in: scope) {
            uses.append(Use(scope: scope, use: ExpressionUses.Use(path: path, kind: .whole)))
        }
    }

    /// Takes in a variable that is set to the value of an expression.
    mutating func set(_ target: String, to text: String, in scope: Scope) {
        assignments.append(Assignment(scope: scope, target: target, source: add(text, in: scope)))
    }

    /// Takes in a variable that is set to something else: a literal, or what an action gives back.
    mutating func set(_ target: String, in scope: Scope) {
        assignments.append(Assignment(scope: scope, target: target))
    }

    /// Takes in a slot that a bot asks for by its name, as `OrderNumber`: it asks only if the slot has no value yet.
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
