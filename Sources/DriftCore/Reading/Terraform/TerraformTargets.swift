/// Tells which flow a trigger of a plan starts.
struct TerraformTargets {
    private let inventory: TerraformInventory
    private let configuration: TerraformModule?

    init(_ document: TerraformDocument) {
        inventory = TerraformInventory(document)
        configuration = document.configuration
    }

    /// The flow that a trigger starts before the plan is applied.
    func targetBefore(_ trigger: TerraformState<TerraformTriggerAttributes>) -> PlannedTrigger.Target {
        switch trigger.targetID {
        case .known(let id): inventory.target(of: id, isAfter: false)
        case .unknown(let reason): .unknown("its id is \(reason)")
        }
    }

    /// The flow that the trigger at an address starts once the plan is applied.
    func targetAfter(
        _ trigger: TerraformState<TerraformTriggerAttributes>,
        at address: TerraformAddress
    ) -> PlannedTrigger.Target {
        switch trigger.targetID {
        case .known(let id): inventory.target(of: id, isAfter: true)
        case .unknown(.untilApply): target(ofTriggerAt: address)
        case .unknown(let reason): .unknown("its id is \(reason)")
        }
    }

    /// The flow behind an id that is not known until apply.
    ///
    /// It must come from something that is not known either: of all that the id is made of, only a flow that is yet
    /// to be made, or looked up, can be the reason. Where that is one flow, it is the target.
    private func target(ofTriggerAt address: TerraformAddress) -> PlannedTrigger.Target {
        var origins = TerraformOrigins(inventory, configuration: configuration)
        let trigger = origins.module(at: address.module)?.triggers[address.name]
        guard let trigger, let expression = trigger.target else {
            return .unknown("the plan does not show what its id is made of, as with a dynamic block")
        }
        let scope = TerraformOrigins.Scope(module: address.module, ownKey: address.key, forEach: trigger.forEach)
        origins.follow(expression, in: scope)
        for case .opaque(let text) in origins.found {
            return .unknown("its id goes through \(text), which the plan does not show")
        }
        guard let only = origins.found.first else { return .unknown("the plan does not show where its id comes from") }
        return origins.found.count == 1 ? target(only) : .unknown("it may be \(Self.choice(origins.found))")
    }

    private func target(_ origin: TerraformOrigin) -> PlannedTrigger.Target {
        switch origin {
        case .flow(let address): return .flowAddress(address)
        case .lookup(let lookup):
            guard let name = lookup.name else {
                return .unknown("\(lookup.address) looks it up by a name that is not known until apply")
            }
            return .dataSource(type: lookup.type, name: name)
        case .opaque(let text): return .unknown("its id goes through \(text), which the plan does not show")
        }
    }

    /// The first two of several origins: `a or b`, or `a, b or another`.
    private static func choice(_ origins: [TerraformOrigin]) -> String {
        let names = origins.map { origin in
            switch origin {
            case .flow(let address), .opaque(let address): address
            case .lookup(let lookup): lookup.address
            }
        }
        let first = names.sorted().prefix(2)
        return names.count > 2 ? first.joined(separator: ", ") + " or another" : first.joined(separator: " or ")
    }
}
