/// The flows and triggers in a part of a plan, in all modules.
struct TerraformMentions: Decodable {
    /// The addresses of managed flows and triggers, in order; in a configuration, addresses have no instance keys.
    var addresses: [String] = []

    private enum CodingKeys: String, CodingKey {
        case resources, module
        case root = "root_module"
        case children = "child_modules"
        case calls = "module_calls"
    }

    /// Decodes the addresses from `planned_values`, from `configuration`, or from a module of one of the two.
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let resources = try members.decodeIfPresent(TerraformSelection<Mention>.self, forKey: .resources)
        addresses = (resources?.elements ?? []).map(\.address)
        for inner in [CodingKeys.root, .module] {
            addresses += try members.decodeIfPresent(TerraformMentions.self, forKey: inner)?.addresses ?? []
        }
        for child in try members.decodeIfPresent([TerraformMentions].self, forKey: .children) ?? [] {
            addresses += child.addresses
        }
        let calls = try members.decodeIfPresent([String: TerraformMentions].self, forKey: .calls) ?? [:]
        for (_, call) in calls.sorted(by: { $0.key < $1.key }) { addresses += call.addresses }
    }

    private struct Mention: TerraformSelectable {
        let address: String

        private enum CodingKeys: String, CodingKey {
            case address, mode, type
        }

        init?(selectedFrom decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            let type = try members.decodeIfPresent(String.self, forKey: .type)
            let mode = try members.decodeIfPresent(String.self, forKey: .mode)
            guard let kind = TerraformKind(type: type, mode: mode), kind != .lookup else { return nil }
            address = try members.decodeIfPresent(String.self, forKey: .address) ?? type ?? ""
        }
    }
}
