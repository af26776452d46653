import TerraformPlans

/// An entry of a plan's `resource_changes`.
enum TerraformEntry: TerraformSelectable {
    /// A change of a flow or a trigger, or the lookup of a flow.
    case change(TerraformChange)
    /// A data action that exists after the apply.
    case action(PlannedDataAction)

    private enum CodingKeys: String, CodingKey {
        case address, mode, type, change
    }

    private enum ChangeKeys: String, CodingKey {
        case actions, after
        case afterUnknown = "after_unknown"
        case afterSensitive = "after_sensitive"
    }

    init?(selectedFrom decoder: any Decoder) throws {
        if let change = try TerraformChange(selectedFrom: decoder) {
            self = .change(change)
            return
        }
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard try members.decodeIfPresent(String.self, forKey: .type) == PlannedDataAction.resourceType,
            try members.decodeIfPresent(String.self, forKey: .mode) == "managed",
            members.contains(.change)
        else { return nil }
        let change = try members.nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        let actions = try change.decodeIfPresent([String].self, forKey: .actions) ?? []
        guard let planned = PlannedAction(actions), planned != .delete, planned != .forget,
            let after = try change.decodeIfPresent(TerraformActionAttributes.self, forKey: .after)
        else { return nil }
        let marks = TerraformMarks(
            unknown: try change.mask(.afterUnknown),
            sensitive: try change.mask(.afterSensitive)
        )
        var action = after.action(at: try members.decode(String.self, forKey: .address), marks)
        action.action = planned
        self = .action(action)
    }
}
