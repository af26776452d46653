/// What can be picked out of a Terraform file's lists.
protocol TerraformSelectable {
    /// Decodes an element; nil for one that is not looked for, of which nothing is then decoded.
    init?(selectedFrom decoder: any Decoder) throws
}

/// The elements of a list that are looked for; the rest is passed over.
struct TerraformSelection<Element: TerraformSelectable>: Decodable {
    /// The elements in the list's order.
    let elements: [Element]

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        var elements: [Element] = []
        while !list.isAtEnd {
            if let element = try Element(selectedFrom: list.superDecoder()) { elements.append(element) }
        }
        self.elements = elements
    }
}

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
