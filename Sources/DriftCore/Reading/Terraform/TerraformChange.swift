/// One entry of a plan's `resource_changes` or `resource_drift`.
struct TerraformChange {
    /// The resource that it is about.
    let identity: TerraformIdentity

    /// What happens to it.
    let action: PlannedAction

    /// What it is now; nil where there is none.
    let before: TerraformEntity?

    /// What it will be; nil where there will be none.
    let after: TerraformEntity?
}

/// The state of a flow, a trigger or a flow that is looked up.
enum TerraformEntity {
    case flow(TerraformState<TerraformFlowAttributes>)
    case trigger(TerraformState<TerraformTriggerAttributes>)
    case lookup(TerraformState<TerraformFlowAttributes>)
}

extension TerraformEntity {
    /// Decodes the attributes under a key; nil where there are none.
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

    /// The state of a flow that is managed; nil for all else.
    var flow: TerraformState<TerraformFlowAttributes>? {
        guard case .flow(let state) = self else { return nil }
        return state
    }

    /// The state of a trigger; nil for all else.
    var trigger: TerraformState<TerraformTriggerAttributes>? {
        guard case .trigger(let state) = self else { return nil }
        return state
    }

    /// The state of a flow that is looked up; nil for all else.
    var lookup: TerraformState<TerraformFlowAttributes>? {
        guard case .lookup(let state) = self else { return nil }
        return state
    }
}

extension TerraformChange: TerraformSelectable {
    private enum CodingKeys: String, CodingKey {
        case change
    }

    private enum ChangeKeys: String, CodingKey {
        case actions, before, after
        case afterUnknown = "after_unknown"
        case beforeSensitive = "before_sensitive"
        case afterSensitive = "after_sensitive"
    }

    init?(selectedFrom decoder: any Decoder) throws {
        guard let identity = try TerraformIdentity(selectedFrom: decoder) else { return nil }
        let members = try decoder.container(keyedBy: CodingKeys.self)
            .nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        let actions = try members.decode([String].self, forKey: .actions)
        guard let action = PlannedAction(actions) else {
            throw TerraformProblem(
                "The action '\(actions.joined(separator: ", "))' of \(identity.text) is not known",
                wayOut: "a later version of flowdrift may know it"
            )
        }
        self.identity = identity
        self.action = action
        let beforeMarks = TerraformMarks(sensitive: try members.mask(.beforeSensitive))
        let afterMarks = TerraformMarks(
            unknown: try members.mask(.afterUnknown),
            sensitive: try members.mask(.afterSensitive)
        )
        before = try TerraformEntity(identity.kind, in: members, under: .before, marks: beforeMarks)
        after = try TerraformEntity(identity.kind, in: members, under: .after, marks: afterMarks)
    }
}

extension KeyedDecodingContainer {
    /// The mask under a key; one that is not there marks nothing.
    func mask(_ key: Key) throws -> TerraformMask {
        try decodeIfPresent(TerraformMask.self, forKey: key) ?? .none
    }
}

/// One entry of a plan's `deferred_changes`.
struct TerraformDeferral: TerraformSelectable {
    /// The resource that could not be planned.
    let identity: TerraformIdentity

    /// Terraform's own word for why; nil where it gives none.
    let reason: String?

    private enum CodingKeys: String, CodingKey {
        case reason
        case change = "resource_change"
    }

    init?(selectedFrom decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let change = try members.superDecoder(forKey: .change)
        guard let identity = try TerraformIdentity(selectedFrom: change) else { return nil }
        self.identity = identity
        reason = try members.decodeIfPresent(String.self, forKey: .reason)
    }
}
