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
