/// One entry of a plan's `deferred_changes`.
struct TerraformDeferral: TerraformSelectable {
    let identity: TerraformIdentity

    /// Terraform's term for the reason, or `nil` if Terraform gives no reason.
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
