import StrictJSON

/// Collects the expressions of a flow's configuration.
///
/// An object with `text`, `type` and `config` is an expression, and `text` is its text. The key in `config` is its
/// kind: `lit` means a literal, `emp` means nothing, and any other expression is evaluated. In mode 2 of `uiMetaData`,
/// the expression names a variable that an action sets. An object with `outOfService` has no effect, such as the
/// question of a disabled confirmation. An action with `selectedSlot` reads the bot's slot of that name. Source:
/// observed in real exports, compared with the Archy YAML of the same flows.
struct ConfigurationExpressions {
    private let tree: JSONTree
    private var found = FlowExpressions()

    /// The expressions of a configuration, or `nil` if its bytes aren't JSON in UTF-8.
    static func of(_ bytes: [UInt8]) -> FlowExpressions? {
        guard let tree = JSONTree(bytes) else { return nil }
        var collector = ConfigurationExpressions(tree: tree)
        for member in tree.children(of: 0) { collector.visitRoot(member) }
        return collector.found
    }

    private init(tree: JSONTree) { self.tree = tree }

    /// Visits a member of the configuration; states and tasks have their own scope, and common modules are skipped.
    private mutating func visitRoot(_ member: Int) {
        if tree.isNamed("commonModules", member) { return }
        guard tree.isNamed("flowSequenceItemList", member) else { return visit(member, in: 0) }
        for (number, item) in tree.children(of: member).enumerated() { visit(item, in: number + 1) }
    }

    private mutating func visit(_ node: Int, in scope: FlowExpressions.Scope) {
        switch tree.nodes[node].kind {
        case .string, .other: break
        case .array: for element in tree.children(of: node) { visit(element, in: scope) }
        case .object: visitObject(node, in: scope)
        }
    }

    private mutating func visitObject(_ object: Int, in scope: FlowExpressions.Scope) {
        let members = Members(of: object, in: tree)
        if members.isOutOfService { return }
        if let slot = members.selectedSlot.flatMap(tree.text), !slot.isEmpty { found.ask(forSlot: slot, in: scope) }
        if let expression = expression(members) {
            take(expression, in: scope)
        } else if let target = members.variable.flatMap(variable), let value = members.expression {
            set(target, to: value, in: scope)
        } else {
            for member in tree.children(of: object) where member != members.initialValue { visit(member, in: scope) }
            setAsDeclared(members, in: scope)
        }
    }
}

extension ConfigurationExpressions {
    private struct Members {
        var text, type, config, metadata, variable, expression, initialValue, name, isInput, selectedSlot: Int?
        var isOutOfService = false

        init(of object: Int, in tree: JSONTree) {
            for member in tree.children(of: object) {
                switch tree.nodes[member].name.count {
                case 4 where tree.isNamed("text", member): text = member
                case 4 where tree.isNamed("type", member): type = member
                case 4 where tree.isNamed("name", member): name = member
                case 6 where tree.isNamed("config", member): config = member
                case 7 where tree.isNamed("isInput", member): isInput = member
                case 8 where tree.isNamed("variable", member): variable = member
                case 10 where tree.isNamed("uiMetaData", member): metadata = member
                case 10 where tree.isNamed("expression", member): expression = member
                case 12 where tree.isNamed("initialValue", member): initialValue = member
                case 12 where tree.isNamed("selectedSlot", member): selectedSlot = member
                case 12 where tree.isNamed("outOfService", member): isOutOfService = tree.isWritten("true", member)
                default: break
                }
            }
        }
    }

    private enum Expression {
        case nothing, literal
        case evaluated(String)
        case variable(String)
    }

    /// Reads an expression, or returns `nil` if the object isn't one.
    private func expression(_ members: Members) -> Expression? {
        guard let text = members.text, tree.nodes[text].kind == .string, members.type != nil else { return nil }
        guard let kind = members.config.flatMap({ tree.children(of: $0).first { _ in true } }) else { return nil }
        if members.isOutOfService || tree.isNamed("emp", kind) { return .nothing }
        if tree.isNamed("lit", kind) { return .literal }
        guard let text = tree.text(of: text), !text.isEmpty else { return .nothing }
        let mode = members.metadata.flatMap { tree.member("mode", of: $0) }
        if tree.isNamed("ref", kind), let mode, tree.isWritten("2", mode) { return .variable(text) }
        return .evaluated(text)
    }

    private func expression(_ object: Int) -> Expression? {
        tree.nodes[object].kind == .object ? expression(Members(of: object, in: tree)) : nil
    }

    private func variable(_ object: Int) -> String? {
        if case .variable(let name)? = expression(object) { name } else { nil }
    }

    private mutating func take(_ expression: Expression, in scope: FlowExpressions.Scope) {
        switch expression {
        case .nothing, .literal: break
        case .evaluated(let text): found.use(text, in: scope)
        case .variable(let name): found.set(name, in: scope)
        }
    }

    private mutating func set(_ target: String, to value: Int, in scope: FlowExpressions.Scope) {
        switch expression(value) {
        case .nothing?: break
        case .evaluated(let text)?: found.set(target, to: text, in: scope)
        case .literal?, .variable?: found.set(target, in: scope)
        case nil:
            found.set(target, in: scope)
            visit(value, in: scope)
        }
    }

    /// Records a declared variable's initial value, and that the caller of a task sets the task's inputs.
    ///
    /// A literal is ignored: it copies no place, and an assignment overwrites it.
    private mutating func setAsDeclared(_ members: Members, in scope: FlowExpressions.Scope) {
        guard let name = members.name.flatMap(tree.text) else { return }
        let isInput = members.isInput.map { tree.isWritten("true", $0) } ?? false
        if isInput, scope != 0 { found.set(name, in: scope) }
        guard let value = members.initialValue, case .evaluated(let text)? = expression(value) else { return }
        if isInput { found.use(text, in: scope) } else { found.set(name, to: text, in: scope) }
    }
}
