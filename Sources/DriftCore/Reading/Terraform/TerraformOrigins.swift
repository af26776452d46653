/// Follows expressions through variables, outputs and instances to the origins of their values.
struct TerraformOrigins {
    /// The results of the last search, each once; the search stops as soon as they are ambiguous.
    private(set) var found: [TerraformOrigin] = []

    private var chooser: TerraformChooser
    private let root: TerraformModule?
    private var steps: [Step] = []
    private var visited: Set<Step> = []

    /// The place in the configuration where an expression is evaluated.
    struct Scope: Hashable {
        var module: TerraformAddress.ModulePath
        /// The key of the instance of the resource or call, or `nil` if there is only one instance.
        var own: TerraformChooser.Key?
        /// The expression of `for_each`, or `nil` if there is none.
        var forEach: TerraformExpression?
    }

    /// A reference to follow.
    private struct Step: Hashable {
        var reference: TerraformReference
        var scope: Scope
        /// The key that chooses one of several values, or `nil` if the key is unknown.
        var chosen: TerraformChooser.Key?
    }

    init(_ inventory: TerraformInventory, configuration: TerraformModule?) {
        chooser = TerraformChooser(inventory)
        root = configuration
    }

    /// The configuration of a module's instance, or `nil` if the plan doesn't show it.
    func module(at path: TerraformAddress.ModulePath) -> TerraformModule? {
        path.calls.reduce(root) { module, call in module?.calls[call.name]?.module }
    }

    /// Searches for the possible origins of an expression's value.
    mutating func search(_ expression: TerraformExpression, in scope: Scope) {
        (found, visited, steps) = ([], [], [])
        add(expression, in: scope, chosen: nil)
        // A list of steps is used instead of recursion, so that a long chain can't overflow the stack.
        while !isDecided, let step = steps.popLast() {
            if visited.insert(step).inserted { take(step) }
        }
    }

    private mutating func add(
        _ expression: TerraformExpression,
        in scope: Scope,
        chosen: TerraformChooser.Key?
    ) {
        let telling = expression.references.filter { $0 != .settled }
        let isKeyed = telling.count == 2 && telling.contains(.ownKey)
        for reference in telling.reversed() {
            // If the expression has more references than a value and its own key, it's unknown which of them chooses.
            let key = telling.count == 1 ? chosen : isKeyed ? scope.own : nil
            steps.append(Step(reference: reference, scope: scope, chosen: key))
        }
    }

    /// Whether further results can't change the answer.
    private var isDecided: Bool {
        guard found.count <= 2 else { return true }
        return found.contains { if case .opaque = $0 { true } else { false } }
    }

    private mutating func add(_ origin: TerraformOrigin) {
        if !found.contains(origin) { found.append(origin) }
    }

    private mutating func take(_ step: Step) {
        switch step.reference {
        case .ownKey, .settled: return
        case .ownValue:
            guard let forEach = step.scope.forEach else { return add(.opaque("each.value")) }
            add(forEach, in: step.scope, chosen: step.scope.own)
        case .variable(let name, let chosen): takeVariable(name, step, chosen: key(chosen) ?? step.chosen)
        case .output: takeOutput(step)
        case .flow(let name, _, let attribute?) where attribute != "id":
            add(.opaque("\(TerraformKind.flowType).\(name).\(attribute)"))
        case .flow(let name, let key, _): takeResource(group(.flow, name, step), key, step)
        case .lookup(let name, let key): takeResource(group(.lookup, name, step), key, step)
        case .opaque(let text): add(.opaque(text))
        }
    }

    private mutating func takeResource(_ group: TerraformInventory.Group, _ written: String?, _ step: Step) {
        for origin in chooser.choice(of: group, written: key(written), chosen: step.chosen).origins { add(origin) }
    }

    /// Follows a variable to the call of its module, which sets the variable's value.
    private mutating func takeVariable(_ name: String, _ step: Step, chosen: TerraformChooser.Key?) {
        var parent = step.scope.module
        // The variables of the root module are known when the plan is made.
        guard let instance = parent.calls.popLast() else { return }
        guard let call = module(at: parent)?.calls[instance.name] else { return add(.opaque("var.\(name)")) }
        guard let value = call.variables[name] else { return }
        let group = TerraformInventory.Group(kind: .module, module: parent, name: instance.name)
        let own = instance.key.map { TerraformChooser.Key(text: $0, among: group) }
        add(value, in: Scope(module: parent, own: own, forEach: call.forEach), chosen: chosen)
    }

    /// Follows an output into the called module, which has the output's value.
    private mutating func takeOutput(_ step: Step) {
        guard case .output(let callName, let written, let name, let element) = step.reference else { return }
        let outputs = module(at: step.scope.module)?.calls[callName]?.module.outputs
            .filter { name == nil || $0.key == name }.sorted { $0.key < $1.key }
        guard let outputs, !outputs.isEmpty else { return add(.opaque("module.\(callName)")) }
        let group = group(.module, callName, step)
        let choice = chooser.choice(of: group, written: key(written), chosen: step.chosen)
        var paths: [TerraformAddress.ModulePath] = []
        for case .module(let path) in choice.origins { paths.append(path) }
        // If no instance contains a flow, the output may still lead to a flow of another module.
        if paths.isEmpty { paths = [step.scope.module.appending(callName, key: written)] }
        // A key that chose the module's instance doesn't choose again inside the instance.
        let inner = key(element) ?? (choice.isSpent ? nil : step.chosen)
        for path in paths {
            for output in outputs { add(output.value, in: Scope(module: path), chosen: inner) }
        }
    }

    private func group(_ kind: TerraformInventory.Group.Kind, _ name: String, _ step: Step) -> TerraformInventory.Group
    {
        TerraformInventory.Group(kind: kind, module: step.scope.module, name: name)
    }

    private func key(_ written: String?) -> TerraformChooser.Key? {
        written.map { TerraformChooser.Key(text: $0, among: nil) }
    }
}
