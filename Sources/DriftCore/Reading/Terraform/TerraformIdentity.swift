/// Which resource an entry of a Terraform file is about.
struct TerraformIdentity {
    /// What it is.
    let kind: TerraformKind

    /// The address as the file writes it.
    let text: String

    /// Where it stands.
    let address: TerraformAddress

    /// The key of an object that an earlier apply could not destroy; nil for the resource itself.
    let deposedKey: String?

    private enum CodingKeys: String, CodingKey {
        case address, mode, type, deposed
        case deposedKey = "deposed_key"
    }

    /// Decodes it from an entry; nil for an entry about something else.
    init?(selectedFrom decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let type = try members.decodeIfPresent(String.self, forKey: .type)
        let mode = try members.decodeIfPresent(String.self, forKey: .mode)
        guard let kind = TerraformKind(type: type, mode: mode) else { return nil }
        self.kind = kind
        text = try members.decode(String.self, forKey: .address)
        guard let address = TerraformAddress(text) else {
            throw TerraformProblem("'\(text)' is not the address of a resource")
        }
        self.address = address
        // A plan and a state write it under different names.
        deposedKey =
            try members.decodeIfPresent(String.self, forKey: .deposed)
            ?? members.decodeIfPresent(String.self, forKey: .deposedKey)
    }
}
