import YAML

/// Collects the expressions of a flow in Archy YAML.
///
/// `exp: …` is always an expression. `var: …` names a variable that an action sets. `variable: …` also names one, and a
/// `value: …` next to it is the value that the variable is set to. `askForSlot: { slot: { name: … } }` reads a slot.
/// Nothing else is an expression. Source: observed in real files.
struct ArchyExpressions {
    private var found = FlowExpressions()
    private var scopes = 0

    static func of(_ body: YAMLNode) -> FlowExpressions {
        var collector = ArchyExpressions()
        collector.visit(body, in: 0)
        return collector.found
    }

    private mutating func visit(_ node: YAMLNode, in scope: FlowExpressions.Scope) {
        switch node.kind {
        case .scalar: break
        case .sequence: for element in node.elements { visit(element, in: scope) }
        case .mapping: visitEntries(of: node, in: scope)
        }
    }

    private mutating func visitEntries(of node: YAMLNode, in scope: FlowExpressions.Scope) {
        for (key, value) in node.entries {
            guard value.kind == .scalar else {
                if key.textEquals("initialValue") {
                    setInitially(node, to: value, in: scope)
                } else if key.textEquals("askForSlot") {
                    askForSlot(value, in: scope)
                } else if !(key.textEquals("value") && node["variable"]?.kind == .scalar) {
                    visit(value, in: own(key, or: scope))
                }
                continue
            }
            if key.textEquals("exp") { found.use(value.text, in: scope) }
            if key.textEquals("var") { found.set(value.text, in: scope) }
            if key.textEquals("isInput"), scope != 0, value.scalar == .boolean(true) { setByCaller(node, in: scope) }
            if key.textEquals("variable") { set(value.text, to: node["value"], in: scope) }
        }
    }

    /// Records the slot that an action asks for; a bot's general settings for such actions name no slot.
    private mutating func askForSlot(_ action: YAMLNode, in scope: FlowExpressions.Scope) {
        if let name = action["slot"]?["name"]?.text { found.ask(forSlot: name, in: scope) }
        visit(action, in: scope)
    }

    /// The scope for the content of a key.
    private mutating func own(_ key: YAMLNode, or scope: FlowExpressions.Scope) -> FlowExpressions.Scope {
        guard key.textEquals("state") || key.textEquals("task") else { return scope }
        scopes += 1
        return scopes
    }

    /// Records that a variable is set to a value: `{ exp: … }`, `{ lit: … }`, or a value that the action doesn't show.
    private mutating func set(_ target: String, to value: YAMLNode?, in scope: FlowExpressions.Scope) {
        if let expression = value?["exp"], expression.kind == .scalar {
            found.set(target, to: expression.text, in: scope)
        } else if value?["noValue"] == nil {
            found.set(target, in: scope)
            if let value { visit(value, in: scope) }
        }
    }

    /// Records that the caller of a task sets the task's inputs.
    private mutating func setByCaller(_ variable: YAMLNode, in scope: FlowExpressions.Scope) {
        if let name = variable["name"]?.text { found.set(name, in: scope) }
    }

    /// Records a declared variable's initial value, if it's an expression.
    ///
    /// A literal is ignored: it copies no place, and an assignment overwrites it.
    private mutating func setInitially(_ variable: YAMLNode, to value: YAMLNode, in scope: FlowExpressions.Scope) {
        guard let name = variable["name"]?.text else { return }
        let isInput = variable["isInput"]?.scalar == .boolean(true)
        guard let expression = value["exp"], expression.kind == .scalar else { return }
        if isInput { found.use(expression.text, in: scope) } else { found.set(name, to: expression.text, in: scope) }
    }
}
