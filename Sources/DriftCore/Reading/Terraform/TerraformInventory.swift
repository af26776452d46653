/// The flows of a plan, indexed so that the flows that a trigger may start can be found.
struct TerraformInventory {
    /// All instances of a resource, or of a module call, in one instance of a module.
    struct Group: Hashable {
        var kind: Kind
        /// The instance of the module that contains the resource or the call.
        var module: TerraformAddress.ModulePath
        /// The name of the resource or the call.
        var name: String

        enum Kind {
            case flow, trigger, lookup, module
        }
    }

    struct Lookup: Hashable {
        var address: String
        /// The type, or `nil` if it isn't set.
        var type: FlowType?
        /// The name, or `nil` if it's unknown until apply.
        var name: String?
    }

    /// The keys of all instances after the apply; an instance without a key adds none.
    private(set) var keys: [Group: Set<String>] = [:]

    /// The instances that are a flow whose id is unknown until apply, or contain such a flow, by their keys.
    private(set) var pending: [Group: [String?: TerraformOrigin]] = [:]

    private var addressesBefore: [FlowID: String] = [:]
    private var addressesAfter: [FlowID: String] = [:]
    private var lookups: [FlowID: Lookup] = [:]

    /// Indexes the flows of a file.
    init(_ document: TerraformDocument) {
        let changed = Set(document.changes.map(\.identity.text))
        for object in document.objects where object.identity.deposedKey == nil {
            guard !changed.contains(object.identity.text) else { continue }
            addBefore(object.entity, of: object.identity)
            addAfter(object.entity, of: object.identity)
        }
        for change in document.changes where change.identity.deposedKey == nil {
            if let before = change.before { addBefore(before, of: change.identity) }
            if let after = change.after { addAfter(after, of: change.identity) }
        }
    }

    private mutating func addBefore(_ entity: TerraformEntity, of identity: TerraformIdentity) {
        if let id = entity.flow?.id?.value { addressesBefore[id] = identity.text }
    }

    private mutating func addAfter(_ entity: TerraformEntity, of identity: TerraformIdentity) {
        let address = identity.address
        let group = Group(kind: identity.kind.group, module: address.module, name: address.name)
        if let key = address.key { keys[group, default: []].insert(key) }
        let origin = origin(entity, at: identity.text)
        if let origin { pending[group, default: [:]][address.key] = origin }
        var path = TerraformAddress.ModulePath()
        for call in address.module.calls {
            let group = Group(kind: .module, module: path, name: call.name)
            path = path.appending(call.name, key: call.key)
            if let key = call.key { keys[group, default: []].insert(key) }
            if origin != nil { pending[group, default: [:]][call.key] = .module(path) }
        }
    }

    /// Records the entity's id if it's known; otherwise returns the entity as a possible origin of an unknown id.
    private mutating func origin(_ entity: TerraformEntity, at address: String) -> TerraformOrigin? {
        switch entity {
        case .trigger: return nil
        case .flow(let state):
            if let id = state.id?.value { addressesAfter[id] = address }
            return state.id == .unknown(.untilApply) ? .flow(address: address) : nil
        case .lookup(let state):
            let lookup = Lookup(address: address, type: state.type?.value, name: state.name?.value)
            if let id = state.id?.value { lookups[id] = lookup }
            return state.id == .unknown(.untilApply) ? .lookup(lookup) : nil
        }
    }

    /// The flow with a known id, before or after the apply.
    func target(of id: FlowID, isAfter: Bool) -> TriggerSettings.Target {
        if let address = isAfter ? addressesAfter[id] : addressesBefore[id] { return .flowAddress(address) }
        if let lookup = lookups[id], let name = lookup.name { return .dataSource(type: lookup.type, name: name) }
        return .id(id)
    }
}

extension TerraformKind {
    fileprivate var group: TerraformInventory.Group.Kind {
        switch self {
        case .flow: .flow
        case .trigger: .trigger
        case .lookup: .lookup
        }
    }
}
