/// The flows of a plan, arranged so that those which a trigger may start are found at once.
struct TerraformInventory {
    /// A resource or a called module of a module's instance, with all instances of its own.
    struct Group: Hashable {
        /// What it is.
        var kind: Kind
        /// The module's instance that it stands in.
        var module: TerraformAddress.ModulePath
        /// The resource's name, or the call's.
        var name: String

        /// What a group is.
        enum Kind {
            case flow, trigger, lookup, module
        }
    }

    /// A flow that is looked up by type and name.
    struct Lookup: Hashable {
        /// The data source's address.
        var address: String
        /// The type; nil where it is not set.
        var type: FlowType?
        /// The name; nil where it is not known until apply.
        var name: String?
    }

    /// The keys of all instances that there will be; an instance without a key has none.
    private(set) var keys: [Group: Set<String>] = [:]

    /// The instances whose flow's id is not known until apply, or in which there are such, by their keys.
    private(set) var pending: [Group: [String?: TerraformOrigin]] = [:]

    private var addressesBefore: [FlowID: String] = [:]
    private var addressesAfter: [FlowID: String] = [:]
    private var lookups: [FlowID: Lookup] = [:]

    /// Arranges what a file tells of flows.
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

    /// What an id that is not known may come from, if it is this entity's; a known id is remembered.
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

    /// What stands behind an id that the file tells, before the plan is applied or after.
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
