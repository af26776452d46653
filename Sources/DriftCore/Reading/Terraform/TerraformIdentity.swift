/// The resource that an entry of a Terraform file is about.
struct TerraformIdentity {
    let kind: TerraformKind

    /// The address as the file writes it.
    let text: String

    /// The parsed address.
    let address: TerraformAddress

    /// The key of a deposed object, which an earlier apply couldn't destroy, or `nil` for the resource itself.
    let deposedKey: String?

    private enum CodingKeys: String, CodingKey {
        case address, mode, type, deposed
        case deposedKey = "deposed_key"
    }

    /// Decodes the resource of an entry, or returns `nil` if flowdrift doesn't read its kind.
    init?(selectedFrom decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let type = try members.decodeIfPresent(String.self, forKey: .type)
        let mode = try members.decodeIfPresent(String.self, forKey: .mode)
        guard let kind = TerraformKind(type: type, mode: mode) else { return nil }
        self.kind = kind
        text = try members.decode(String.self, forKey: .address)
        guard let address = TerraformAddress(text) else {
            throw TerraformProblem("'\(text)' is not the address of a Terraform resource")
        }
        self.address = address
        // A plan and a state have different keys for it.
        deposedKey =
            try members.decodeIfPresent(String.self, forKey: .deposed)
            ?? members.decodeIfPresent(String.self, forKey: .deposedKey)
    }
}
