/// A call in a flow's definition: of a data action, or of another flow.
///
/// Several calls of the same target are one, with the inputs of all of them.
public struct FlowCall: Hashable, Sendable {
    /// What is called.
    public var kind: Kind

    /// The id of the data action or flow, or `nil` if the definition has none, like Archy YAML.
    public var id: String?

    /// The name of the data action or flow; a placeholder without a value stays in it.
    public var name: String

    /// The names of the inputs that the call passes, in order; an input with "no value" isn't passed.
    public var inputs: [String]

    /// Makes a call; the inputs are sorted.
    public init(_ kind: Kind, id: String? = nil, name: String, inputs: [String] = []) {
        self.kind = kind
        self.id = id
        self.name = name
        self.inputs = Set(inputs).sorted()
    }

    /// What a call can be of.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case bot
        case dataAction = "data-action"
        case module
        /// The called flow replaces the calling one, as in "Transfer to Flow", or handles a queue's wait.
        case transfer
    }
}

extension FlowCall {
    /// Whether a flow can be the target of the call by its type and name.
    ///
    /// A transfer names no type. It never leads to a workflow, a bot or a module.
    public func mayMean(_ key: FlowKey) -> Bool {
        guard key.name == name else { return false }
        return switch kind {
        case .dataAction: false
        case .bot: FlowType.bots.contains(key.type)
        case .module: key.type == .commonModule
        case .transfer: !FlowType.bots.contains(key.type) && key.type != .commonModule && key.type != .workflow
        }
    }

    /// The types and names that the called bot or module may have; none for other kinds.
    public var possibleKeys: [FlowKey] {
        switch kind {
        case .bot: FlowType.bots.map { FlowKey(type: $0, name: name) }
        case .module: [FlowKey(type: .commonModule, name: name)]
        case .dataAction, .transfer: []
        }
    }

    /// Whether the name depends on a placeholder without a value, so that the target is unknown.
    public var isOpen: Bool { id == nil && name.contains("{{") }
}

extension [FlowCall] {
    /// The calls in order of kind, name and id; those of the same target are one.
    public var merged: [FlowCall] {
        var merged: [FlowCall] = []
        for call in sorted(by: { ($0.kind.rawValue, $0.name, $0.id ?? "") < ($1.kind.rawValue, $1.name, $1.id ?? "") })
        {
            if let last = merged.last, (last.kind, last.name, last.id) == (call.kind, call.name, call.id) {
                merged[merged.count - 1].inputs = Set(last.inputs + call.inputs).sorted()
            } else {
                merged.append(call)
            }
        }
        return merged
    }
}
