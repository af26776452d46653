/// The flows of a plan, arranged so that those which a trigger may start are found at once.
struct TerraformInventory {
    /// A resource of a module's instance, without the keys of its own instances.
    struct Resource: Hashable {
        /// The module's instance.
        var module: TerraformAddress.ModulePath
        /// The resource's name.
        var name: String
    }

    /// A flow that is looked up by type and name; the name is nil where it is not known until apply.
    struct Lookup: Hashable {
        /// The data source's address.
        var address: String
        /// The type; nil where it is not set.
        var type: FlowType?
        /// The name.
        var name: String?
    }

    /// The managed flows whose id is not known until apply: their addresses by resource and key.
    private(set) var pendingFlows: [Resource: [String?: String]] = [:]

    /// The looked-up flows whose id is not known until apply, by resource and key.
    private(set) var pendingLookups: [Resource: [String?: Lookup]] = [:]

    /// The instances of a called module in which something is pending, by the call and the instance's key.
    private(set) var instances: [Resource: [String?: TerraformAddress.ModulePath]] = [:]

    private var addressesBefore: [FlowID: String] = [:]
    private var addressesAfter: [FlowID: String] = [:]
    private var lookups: [FlowID: Lookup] = [:]

    /// Arranges what a file tells of flows.
    init(_ document: TerraformDocument) {
        for object in document.objects where object.identity.deposedKey == nil {
            add(object.entity, to: object.identity, isAfter: true)
            add(object.entity, to: object.identity, isAfter: false)
        }
        // A change knows better than the state before it what a resource will be.
        for change in document.changes where change.identity.deposedKey == nil {
            if let id = change.before?.flow?.id?.value, change.after?.flow?.id?.value != id { addressesAfter[id] = nil }
            if let before = change.before { add(before, to: change.identity, isAfter: false) }
            if let after = change.after { add(after, to: change.identity, isAfter: true) }
        }
    }

    private mutating func add(_ entity: TerraformEntity, to identity: TerraformIdentity, isAfter: Bool) {
        let resource = Resource(module: identity.address.module, name: identity.address.name)
        switch entity {
        case .trigger: return
        case .flow(let state):
            if let id = state.id?.value {
                if isAfter { addressesAfter[id] = identity.text } else { addressesBefore[id] = identity.text }
            } else if state.id == .unknown(.untilApply) {
                pendingFlows[resource, default: [:]][identity.address.key] = identity.text
                addInstances(identity.address.module)
            }
        case .lookup(let state):
            let lookup = Lookup(address: identity.text, type: state.type?.value, name: state.name?.value)
            if let id = state.id?.value {
                lookups[id] = lookup
            } else if state.id == .unknown(.untilApply) {
                pendingLookups[resource, default: [:]][identity.address.key] = lookup
                addInstances(identity.address.module)
            }
        }
    }

    private mutating func addInstances(_ module: TerraformAddress.ModulePath) {
        var path = TerraformAddress.ModulePath()
        for call in module.calls {
            let inner = path.appending(call.name, key: call.key)
            instances[Resource(module: path, name: call.name), default: [:]][call.key] = inner
            path = inner
        }
    }

    /// What stands behind an id that a plan tells.
    func target(of id: FlowID, isAfter: Bool) -> PlannedTrigger.Target {
        if let address = isAfter ? addressesAfter[id] : addressesBefore[id] { return .flowAddress(address) }
        if let lookup = lookups[id], let name = lookup.name { return .dataSource(type: lookup.type, name: name) }
        return .id(id)
    }
}
