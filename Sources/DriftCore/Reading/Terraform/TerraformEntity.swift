/// The state of a managed flow, a trigger, or a flow that is looked up.
enum TerraformEntity {
    case flow(TerraformState<TerraformFlowAttributes>)
    case trigger(TerraformState<TerraformTriggerAttributes>)
    case lookup(TerraformState<TerraformFlowAttributes>)
}

extension TerraformEntity {
    /// Decodes the attributes under a key, or returns `nil` if there are none.
    init?<Key>(
        _ kind: TerraformKind,
        in members: KeyedDecodingContainer<Key>,
        under key: Key,
        marks: TerraformMarks
    ) throws {
        switch kind {
        case .flow, .lookup:
            guard let attributes = try members.decodeIfPresent(TerraformFlowAttributes.self, forKey: key) else {
                return nil
            }
            let state = TerraformState(attributes: attributes, marks: marks)
            self = kind == .flow ? .flow(state) : .lookup(state)
        case .trigger:
            guard let attributes = try members.decodeIfPresent(TerraformTriggerAttributes.self, forKey: key) else {
                return nil
            }
            self = .trigger(TerraformState(attributes: attributes, marks: marks))
        }
    }

    var flow: TerraformState<TerraformFlowAttributes>? {
        guard case .flow(let state) = self else { return nil }
        return state
    }

    var trigger: TerraformState<TerraformTriggerAttributes>? {
        guard case .trigger(let state) = self else { return nil }
        return state
    }

    var lookup: TerraformState<TerraformFlowAttributes>? {
        guard case .lookup(let state) = self else { return nil }
        return state
    }
}
