/// One entry of a plan's `resource_changes` or `resource_drift`.
struct TerraformChange {
    let identity: TerraformIdentity

    let action: PlannedAction

    /// The object's current state, or `nil` if the object doesn't exist yet.
    let before: TerraformEntity?

    /// The object's state after the apply, or `nil` if the object won't exist.
    let after: TerraformEntity?
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
                "The plan's action '\(actions.joined(separator: ", "))' for \(identity.text) is unknown",
                fix: "use a later version of flowdrift, which may know the action"
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
    /// The mask under a key, or ``TerraformMask/none`` if the key is missing.
    func mask(_ key: Key) throws -> TerraformMask {
        try decodeIfPresent(TerraformMask.self, forKey: key) ?? .none
    }
}
