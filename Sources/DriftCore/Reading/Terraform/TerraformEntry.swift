/// An entry of a plan's `resource_changes`.
enum TerraformEntry: TerraformSelectable {
    /// A change of a flow or a trigger, or the lookup of a flow.
    case change(TerraformChange)
    /// A changed data action, of which only the address is read.
    case action(String)

    private static let actionType = "genesyscloud_integration_action"

    private enum CodingKeys: String, CodingKey {
        case address, mode, type, change
    }

    private struct Change: Decodable {
        var actions: [String]
    }

    init?(selectedFrom decoder: any Decoder) throws {
        if let change = try TerraformChange(selectedFrom: decoder) {
            self = .change(change)
            return
        }
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard try members.decodeIfPresent(String.self, forKey: .type) == Self.actionType,
            try members.decodeIfPresent(String.self, forKey: .mode) == "managed",
            let change = try members.decodeIfPresent(Change.self, forKey: .change),
            !["no-op", "read", "forget"].contains(change.actions.first ?? "no-op")
        else { return nil }
        self = .action(try members.decode(String.self, forKey: .address))
    }
}
