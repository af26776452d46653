/// What a value that is not known until apply may come from.
enum TerraformOrigin: Hashable {
    /// A managed flow that is yet to be made.
    case flow(address: String)
    /// A flow that is yet to be looked up.
    case lookup(TerraformInventory.Lookup)
    /// Something that a plan does not show.
    case opaque(String)
}

/// Follows expressions through variables, outputs and instances to what their values come from.
///
/// A plan does not always tell the key that chooses among instances: it writes `x[each.key]` as `x` and `each.key`.
/// That is taken for the instance of the same key.
struct TerraformOrigins {
    /// What was found so far, each once, in the order of finding.
    private(set) var found: [TerraformOrigin] = []

    private let inventory: TerraformInventory
    private let root: TerraformModule?
    private var steps: [Step] = []
    private var visited: Set<Step> = []

    /// The most instances of one resource or module that are looked at: two are already too many to decide.
    private static let enough = 4

    /// Where an expression stands.
    struct Scope: Hashable {
        /// The module's instance.
        var module: TerraformAddress.ModulePath
        /// The key of the instance of the resource or call that it belongs to; nil where there is only one.
        var ownKey: String?
        /// What those instances are made of; nil where there is no `for_each`.
        var forEach: TerraformExpression?
    }

    /// A reference to be followed.
    private struct Step: Hashable {
        var reference: TerraformReference
        var scope: Scope
        /// The key by which one of several is chosen; nil where that is not told.
        var chosen: String?
    }

    /// Makes a search in a plan.
    init(_ inventory: TerraformInventory, configuration: TerraformModule?) {
        self.inventory = inventory
        root = configuration
    }

    /// The configuration of a module's instance; nil where the plan does not show it.
    func module(at path: TerraformAddress.ModulePath) -> TerraformModule? {
        path.calls.reduce(root) { module, call in module?.calls[call.name]?.module }
    }

    /// Follows an expression to its end.
    mutating func follow(_ expression: TerraformExpression, in scope: Scope) {
        add(expression, in: scope, chosen: nil)
        // A list of steps rather than a recursion: however long the way, it needs no stack.
        while let step = steps.popLast() {
            guard visited.insert(step).inserted else { continue }
            take(step)
        }
    }

    private mutating func add(_ expression: TerraformExpression, in scope: Scope, chosen: String?) {
        let references = TerraformReference.all(in: expression.references)
        for reference in references {
            let others = references.filter { $0 != reference && $0 != .settled }
            let key: String? =
                others.isEmpty ? chosen : others == [.ownKey] ? scope.ownKey : nil
            steps.append(Step(reference: reference, scope: scope, chosen: key))
        }
    }

    private mutating func add(_ origin: TerraformOrigin) {
        if !found.contains(origin) { found.append(origin) }
    }

    private mutating func take(_ step: Step) {
        switch step.reference {
        case .ownKey, .settled: return
        case .ownValue:
            guard let forEach = step.scope.forEach else { return add(.opaque("each.value")) }
            add(forEach, in: step.scope, chosen: step.scope.ownKey)
        case .opaque(let text): add(.opaque(text))
        case .variable(let name, let chosen): takeVariable(name, step, chosen: chosen ?? step.chosen)
        case .output: takeOutput(step)
        case .flow(let name, let key, let attribute):
            guard [nil, "id"].contains(attribute) else {
                return add(.opaque("the \(attribute ?? "") of \(TerraformKind.flowType).\(name)"))
            }
            let flows = inventory.pendingFlows[resource(name, step)] ?? [:]
            for flow in Self.choice(flows, key: key ?? step.chosen, isCertain: key != nil) {
                add(.flow(address: flow.value))
            }
        case .lookup(let name, let key):
            let lookups = inventory.pendingLookups[resource(name, step)] ?? [:]
            for lookup in Self.choice(lookups, key: key ?? step.chosen, isCertain: key != nil) {
                add(.lookup(lookup.value))
            }
        }
    }

    /// A variable's value stands where its module is called.
    private mutating func takeVariable(_ name: String, _ step: Step, chosen: String?) {
        var parent = step.scope.module
        // What the root's variables hold is known when the plan is made.
        guard let instance = parent.calls.popLast() else { return }
        guard let call = module(at: parent)?.calls[instance.name] else {
            return add(.opaque("var.\(name)"))
        }
        guard let value = call.variables[name] else { return }
        add(value, in: Scope(module: parent, ownKey: instance.key, forEach: call.forEach), chosen: chosen)
    }

    /// An output's value stands in the module that is called.
    private mutating func takeOutput(_ step: Step) {
        guard case .output(let callName, let key, let name, let chosen) = step.reference else { return }
        guard let called = module(at: step.scope.module)?.calls[callName]?.module else {
            return add(.opaque("module.\(callName)"))
        }
        let known = inventory.instances[resource(callName, step)] ?? [:]
        let instances = Self.choice(known, key: key ?? step.chosen, isCertain: key != nil)
        // A key that chose among instances has done its work.
        let isSpent = key == nil && known.count > 1 && instances.count == 1
        let outputs = called.outputs.filter { name == nil || $0.key == name }.sorted { $0.key < $1.key }
        if outputs.isEmpty { add(.opaque("module.\(callName)")) }
        let paths = instances.isEmpty ? [step.scope.module.appending(callName, key: key)] : instances.map(\.value)
        for path in paths {
            let scope = Scope(module: path)
            for output in outputs {
                add(output.value, in: scope, chosen: chosen ?? (isSpent ? nil : step.chosen))
            }
        }
    }

    private func resource(_ name: String, _ step: Step) -> TerraformInventory.Resource {
        TerraformInventory.Resource(module: step.scope.module, name: name)
    }

    /// The instance of a key; where there is none, and the key is not certain, all instances in order, up to a limit.
    private static func choice<Value>(
        _ instances: [String?: Value],
        key: String?,
        isCertain: Bool
    ) -> [(key: String?, value: Value)] {
        if isCertain || instances[key] != nil { return instances[key].map { [(key, $0)] } ?? [] }
        return Array(instances.sorted { ($0.key ?? "") < ($1.key ?? "") }.prefix(enough))
    }
}
