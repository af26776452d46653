/// Finds the flows that a plan's triggers start.
struct TerraformTargets {
    private let inventory: TerraformInventory
    private var origins: TerraformOrigins

    init(_ document: TerraformDocument) {
        inventory = TerraformInventory(document)
        origins = TerraformOrigins(inventory, configuration: document.configuration)
    }

    /// The flow that a trigger starts until Terraform applies the plan.
    func targetBefore(_ trigger: TerraformState<TerraformTriggerAttributes>) -> TriggerSettings.Target {
        switch trigger.targetID {
        case .known(let id): inventory.target(of: id, isAfter: false)
        case .unknown(let reason): .unknown("the flow's id is \(reason)")
        }
    }

    /// The flow that a trigger will start once Terraform has applied the plan.
    ///
    /// If the plan doesn't have the flow's id yet, the trigger's address leads to the expression that the id comes from.
    mutating func targetAfter(
        _ trigger: TerraformState<TerraformTriggerAttributes>,
        at address: TerraformAddress
    ) -> TriggerSettings.Target {
        switch trigger.targetID {
        case .known(let id): inventory.target(of: id, isAfter: true)
        case .unknown(.untilApply): target(ofTriggerAt: address)
        case .unknown(let reason): .unknown("the flow's id is \(reason)")
        }
    }

    /// The flow that a trigger starts if the id in its target is unknown until apply.
    ///
    /// An id is only unknown if its expression refers to a flow that doesn't exist yet or hasn't been looked up yet. If
    /// there is exactly one such flow, it's the target.
    private mutating func target(ofTriggerAt address: TerraformAddress) -> TriggerSettings.Target {
        let trigger = origins.module(at: address.module)?.triggers[address.name]
        guard let trigger, let expression = trigger.target else {
            return .unknown("the plan does not show how the flow's id is formed, as with a dynamic block")
        }
        let group = TerraformInventory.Group(kind: .trigger, module: address.module, name: address.name)
        let own = address.key.map { TerraformChooser.Key(text: $0, among: group) }
        origins.search(
            expression,
            in: TerraformOrigins.Scope(module: address.module, own: own, forEach: trigger.forEach)
        )
        for case .opaque(let text) in origins.found {
            return .unknown("the flow's id depends on \(text), which the plan does not show")
        }
        guard origins.found.count <= 1 else { return .unknown("the flow may be \(Self.choice(origins.found))") }
        switch origins.found.first {
        case .flow(let address)?: return .flowAddress(address)
        case .lookup(let lookup)?:
            guard let name = lookup.name else {
                return .unknown("\(lookup.address) looks the flow up by a name that is not known until apply")
            }
            return .dataSource(type: lookup.type, name: name)
        case .module?, .opaque?, nil: return .unknown("the plan does not show where the flow's id comes from")
        }
    }

    /// The first two of several origins: `a or b`, or `a, b or another`.
    private static func choice(_ origins: [TerraformOrigin]) -> String {
        let names = origins.compactMap { origin in
            switch origin {
            case .flow(let address): address
            case .lookup(let lookup): lookup.address
            case .module, .opaque: nil
            }
        }
        let first = names.sorted().prefix(2)
        return names.count > 2 ? first.joined(separator: ", ") + " or another" : first.joined(separator: " or ")
    }
}
